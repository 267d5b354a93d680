// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
// @ts-nocheck
// src/check/formats.ts
/** The string formats that the schemas name: addresses (RFC 4291, RFC 4632, RFC 5952 spellings) and regular expressions. */
/** By the name that `format` carries in a schema. */
const e = {
	"ip-or-cidr": t,
	regex: a
};
/** An IPv4 or IPv6 address, alone or with a prefix length: `10.0.0.0/8`, `2001:db8::/32`. */
function t(e) {
	let t = e.indexOf("/"), i = t === -1 ? e : e.slice(0, t), a = n(i) ? 32 : r(i) ? 128 : void 0;
	return a === void 0 ? !1 : t === -1 || s(e.slice(t + 1), a);
}
/** Four decimal numbers up to 255, without leading zeros (which some readers take for octal). */
function n(e) {
	let t = e.split(".");
	return t.length === 4 && t.every((e) => s(e, 255));
}
/** Eight groups of hex digits, one run of zero groups as `::`, the last two groups as IPv4 if wanted; no zone. */
function r(e) {
	let t = e.split("::");
	if (t.length > 2) return !1;
	let n = 0;
	for (let [e, r] of t.entries()) {
		let i = e === t.length - 1, a = r === "" && t.length === 2 ? 0 : o(r, i);
		if (a === void 0) return !1;
		n += a;
	}
	return t.length === 2 ? n <= 7 : n === 8;
}
/** What only PCRE, which gateways use, knows; and what JavaScript has for it that is well-formed in the same cases. */
const i = [
	[/\\Q.*?(?:\\E|$)/gs, "q"],
	[/\(\?(?:[a-zA-Z^-]+|#[^)]*)\)/g, ""],
	[/\(\?[a-zA-Z^-]+:/g, "(?:"],
	[/\(\?[>|]/g, "(?:"],
	[/\(\?P</g, "(?<"],
	[/\(\?(?:P[=>]\w+|&\w+|[+-]?\d+)\)/g, "(?:)"],
	[/([*+?}])\+/g, "$1"]
];
/** A regular expression that a gateway can compile: refuses only what is surely broken, such as unbalanced brackets. */
function a(e) {
	let t = i.reduce((e, [t, n]) => e.replace(t, n), e);
	try {
		return new RegExp(t), !0;
	} catch {
		return !1;
	}
}
function o(e, t) {
	let r = e.split(":"), i = r.at(-1) ?? "", a = t && n(i), o = a ? r.slice(0, -1) : r;
	if (o.every((e) => /^[0-9a-fA-F]{1,4}$/.test(e))) return o.length + (a ? 2 : 0);
}
function s(e, t) {
	return /^(?:0|[1-9][0-9]{0,2})$/.test(e) && Number(e) <= t;
}
// validators.js
function c(e) {
	if (!/[\ud800-\udbff]/.test(e)) return e.length;
	let t = 0;
	for (let n of e) t++;
	return t;
}
function l(e, t) {
	if (e === t) return !0;
	if (typeof e != "object" || typeof t != "object" || e === null || t === null) return !1;
	let n = Object.keys(e);
	return Array.isArray(e) === Array.isArray(t) && n.length === Object.keys(t).length && n.every((n) => Object.hasOwn(t, n) && l(e[n], t[n]));
}
const u = Xe, d = c, f = RegExp("^[a-zA-Z0-9_-]+$", "u");
function p(e) {
	if (typeof e == "string") {
		if (d(e) > 512 || d(e) < 1 || !f.test(e)) return p.errors = [0], !1;
	} else return p.errors = [0], !1;
	return p.errors = null, !0;
}
function m(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return m.errors = [0], !1;
	} else return m.errors = [0], !1;
	return m.errors = null, !0;
}
const h = RegExp("^\\S+$", "u");
function g(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return g.errors = [0], !1;
		} else return g.errors = [0], !1;
	}
	else return g.errors = [0], !1;
	return g.errors = null, !0;
}
const ee = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/consumer.schema.json",
	type: "object",
	properties: {
		acl: { $ref: "acl.schema.json" },
		"api-breaker": { $ref: "api-breaker.schema.json" },
		"attach-consumer-label": { $ref: "attach-consumer-label.schema.json" },
		"basic-auth": { $ref: "basic-auth.credential.schema.json" },
		"consumer-restriction": { $ref: "consumer-restriction.schema.json" },
		cors: { $ref: "cors.schema.json" },
		"fault-injection": { $ref: "fault-injection.schema.json" },
		"forward-auth": { $ref: "forward-auth.schema.json" },
		"hmac-auth": { $ref: "hmac-auth.credential.schema.json" },
		"ip-restriction": { $ref: "ip-restriction.schema.json" },
		"jwt-auth": { $ref: "jwt-auth.credential.schema.json" },
		"key-auth": { $ref: "key-auth.credential.schema.json" },
		"limit-conn": { $ref: "limit-conn.schema.json" },
		"limit-count": { $ref: "limit-count.schema.json" },
		"limit-req": { $ref: "limit-req.schema.json" },
		mocking: { $ref: "mocking.schema.json" },
		prometheus: { $ref: "prometheus.schema.json" },
		"proxy-rewrite": { $ref: "proxy-rewrite.schema.json" },
		"referer-restriction": { $ref: "referer-restriction.schema.json" },
		"request-id": { $ref: "request-id.schema.json" },
		"response-rewrite": { $ref: "response-rewrite.schema.json" },
		"ua-restriction": { $ref: "ua-restriction.schema.json" }
	},
	additionalProperties: { type: "object" }
}, _ = Object.prototype.hasOwnProperty, te = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/acl.schema.json",
	type: "object",
	properties: {
		allow_labels: {
			type: "object",
			minProperties: 1,
			additionalProperties: {
				type: "array",
				minItems: 1,
				items: { type: "string" }
			}
		},
		deny_labels: {
			type: "object",
			minProperties: 1,
			additionalProperties: {
				type: "array",
				minItems: 1,
				items: { type: "string" }
			}
		},
		rejected_code: {
			type: "integer",
			minimum: 200,
			maximum: 599
		},
		rejected_msg: { type: "string" },
		external_user_label_field: {
			type: "string",
			minLength: 1
		},
		external_user_label_field_key: {
			type: "string",
			minLength: 1
		},
		external_user_label_field_parser: {
			type: "string",
			enum: [
				"segmented_text",
				"json",
				"table"
			]
		},
		external_user_label_field_separator: {
			type: "string",
			minLength: 1
		},
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1,
	if: { anyOf: [{ required: ["allow_labels"] }, { required: ["deny_labels"] }] },
	else: { required: ["allow_labels"] },
	allOf: [{
		if: {
			required: ["external_user_label_field_parser"],
			properties: { external_user_label_field_parser: { const: "segmented_text" } }
		},
		then: { required: ["external_user_label_field_separator"] }
	}]
};
function v(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return v.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return v.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return v.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return v.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return v.errors = [0], !1;
	return v.errors = null, !0;
}
function y(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n;
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.external_user_label_field_parser === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		} else if (e.external_user_label_field_parser !== void 0 && e.external_user_label_field_parser !== "segmented_text") {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var s = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), s) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.external_user_label_field_separator === void 0) return y.errors = [0], !1;
		var s = t === n;
		a = s;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, y.errors = t, !1;
	if (r === n) {
		let r = n, i = !0, a = n, o = n, s = !1, u = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.allow_labels === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var c = u === n;
		if (s ||= c, !s) {
			let r = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.deny_labels === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			}
			var c = r === n;
			s ||= c;
		}
		if (s) n = o, t !== null && (o ? t.length = o : t = null);
		else {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var l = a === n;
		if (n = r, t !== null && (r ? t.length = r : t = null), !l) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.allow_labels === void 0) return y.errors = [0], !1;
			var l = t === n;
			i = l;
		}
		if (!i) return t === null ? t = [0] : t.push(0), n++, y.errors = t, !1;
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (!_.call(te.properties, t)) return y.errors = [0], !1;
			if (r === n) {
				if (e.allow_labels !== void 0) {
					let t = e.allow_labels, r = n;
					if (n === r) {
						if (t && typeof t == "object" && !Array.isArray(t)) {
							if (Object.keys(t).length < 1) return y.errors = [0], !1;
							for (let e in t) {
								let r = t[e], i = n;
								if (n === i) {
									if (Array.isArray(r)) {
										if (r.length < 1) return y.errors = [0], !1;
										{
											let e = r.length;
											for (let t = 0; t < e; t++) {
												let e = n;
												if (typeof r[t] != "string") return y.errors = [0], !1;
												if (e !== n) break;
											}
										}
									} else return y.errors = [0], !1;
								}
								if (i !== n) break;
							}
						} else return y.errors = [0], !1;
					}
					var u = r === n;
				} else var u = !0;
				if (u) {
					if (e.deny_labels !== void 0) {
						let t = e.deny_labels, r = n;
						if (n === r) {
							if (t && typeof t == "object" && !Array.isArray(t)) {
								if (Object.keys(t).length < 1) return y.errors = [0], !1;
								for (let e in t) {
									let r = t[e], i = n;
									if (n === i) {
										if (Array.isArray(r)) {
											if (r.length < 1) return y.errors = [0], !1;
											{
												let e = r.length;
												for (let t = 0; t < e; t++) {
													let e = n;
													if (typeof r[t] != "string") return y.errors = [0], !1;
													if (e !== n) break;
												}
											}
										} else return y.errors = [0], !1;
									}
									if (i !== n) break;
								}
							} else return y.errors = [0], !1;
						}
						var u = r === n;
					} else var u = !0;
					if (u) {
						if (e.rejected_code !== void 0) {
							let t = e.rejected_code, r = n;
							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return y.errors = [0], !1;
							var u = r === n;
						} else var u = !0;
						if (u) {
							if (e.rejected_msg !== void 0) {
								let t = n;
								if (typeof e.rejected_msg != "string") return y.errors = [0], !1;
								var u = t === n;
							} else var u = !0;
							if (u) {
								if (e.external_user_label_field !== void 0) {
									let t = e.external_user_label_field, r = n;
									if (n === r) {
										if (typeof t == "string") {
											if (d(t) < 1) return y.errors = [0], !1;
										} else return y.errors = [0], !1;
									}
									var u = r === n;
								} else var u = !0;
								if (u) {
									if (e.external_user_label_field_key !== void 0) {
										let t = e.external_user_label_field_key, r = n;
										if (n === r) {
											if (typeof t == "string") {
												if (d(t) < 1) return y.errors = [0], !1;
											} else return y.errors = [0], !1;
										}
										var u = r === n;
									} else var u = !0;
									if (u) {
										if (e.external_user_label_field_parser !== void 0) {
											let t = e.external_user_label_field_parser, r = n;
											if (typeof t != "string" || t !== "segmented_text" && t !== "json" && t !== "table") return y.errors = [0], !1;
											var u = r === n;
										} else var u = !0;
										if (u) {
											if (e.external_user_label_field_separator !== void 0) {
												let t = e.external_user_label_field_separator, r = n;
												if (n === r) {
													if (typeof t == "string") {
														if (d(t) < 1) return y.errors = [0], !1;
													} else return y.errors = [0], !1;
												}
												var u = r === n;
											} else var u = !0;
											if (u) {
												if (e._meta !== void 0) {
													let r = n;
													v(e._meta) || (t = t === null ? v.errors : t.concat(v.errors), n = t.length);
													var u = r === n;
												} else var u = !0;
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return y.errors = [0], !1;
	}
	return y.errors = t, n === 0;
}
function ne(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return ne.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return ne.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return ne.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return ne.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return ne.errors = [0], !1;
	return ne.errors = null, !0;
}
function b(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.break_response_code === void 0) return b.errors = [0], !1;
			if (e.break_response_code !== void 0) {
				let t = e.break_response_code, i = n;
				if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return b.errors = [0], !1;
				var r = i === n;
			} else var r = !0;
			if (r) {
				if (e.break_response_body !== void 0) {
					let t = n;
					if (typeof e.break_response_body != "string") return b.errors = [0], !1;
					var r = t === n;
				} else var r = !0;
				if (r) {
					if (e.break_response_headers !== void 0) {
						let t = e.break_response_headers, a = n;
						if (n === a) {
							if (Array.isArray(t)) {
								let e = t.length;
								for (let r = 0; r < e; r++) {
									let e = t[r], a = n;
									if (n === a) {
										if (e && typeof e == "object" && !Array.isArray(e)) {
											if (e.key === void 0 || e.value === void 0) return b.errors = [0], !1;
											{
												let t = n;
												for (let t in e) if (t !== "key" && t !== "value") return b.errors = [0], !1;
												if (t === n) {
													if (e.key !== void 0) {
														let t = e.key, r = n;
														if (n === r) {
															if (typeof t == "string") {
																if (d(t) < 1) return b.errors = [0], !1;
															} else return b.errors = [0], !1;
														}
														var i = r === n;
													} else var i = !0;
													if (i) {
														if (e.value !== void 0) {
															let t = e.value, r = n;
															if (n === r) {
																if (typeof t == "string") {
																	if (d(t) < 1) return b.errors = [0], !1;
																} else return b.errors = [0], !1;
															}
															var i = r === n;
														} else var i = !0;
													}
												}
											}
										} else return b.errors = [0], !1;
									}
									if (a !== n) break;
								}
							} else return b.errors = [0], !1;
						}
						var r = a === n;
					} else var r = !0;
					if (r) {
						if (e.max_breaker_sec !== void 0) {
							let t = e.max_breaker_sec, i = n;
							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 3 || isNaN(t))) return b.errors = [0], !1;
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.unhealthy !== void 0) {
								let t = e.unhealthy, i = n;
								if (n === i) {
									if (t && typeof t == "object" && !Array.isArray(t)) {
										if (t.http_statuses !== void 0) {
											let e = t.http_statuses, r = n;
											if (n === r) {
												if (Array.isArray(e)) {
													if (e.length < 1) return b.errors = [0], !1;
													{
														var a = !0;
														let t = e.length;
														for (let r = 0; r < t; r++) {
															let t = e[r], i = n;
															if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 500 || isNaN(t))) return b.errors = [0], !1;
															var a = i === n;
															if (!a) break;
														}
														if (a) {
															let t = e.length;
															if (t > 1) {
																let n = {};
																for (; t--;) {
																	let r = e[t];
																	if (!(typeof r != "number" || r % 1 || isNaN(r) || !isFinite(r))) {
																		if (typeof n[r] == "number") return n[r], b.errors = [0], !1;
																		n[r] = t;
																	}
																}
															}
														}
													}
												} else return b.errors = [0], !1;
											}
											var o = r === n;
										} else var o = !0;
										if (o) {
											if (t.failures !== void 0) {
												let e = t.failures, r = n;
												if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e))) return b.errors = [0], !1;
												var o = r === n;
											} else var o = !0;
										}
									} else return b.errors = [0], !1;
								}
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.healthy !== void 0) {
									let t = e.healthy, i = n;
									if (n === i) {
										if (t && typeof t == "object" && !Array.isArray(t)) {
											if (t.http_statuses !== void 0) {
												let e = t.http_statuses, r = n;
												if (n === r) {
													if (Array.isArray(e)) {
														if (e.length < 1) return b.errors = [0], !1;
														{
															var s = !0;
															let t = e.length;
															for (let r = 0; r < t; r++) {
																let t = e[r], i = n;
																if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t > 499 || isNaN(t) || t < 200 || isNaN(t))) return b.errors = [0], !1;
																var s = i === n;
																if (!s) break;
															}
															if (s) {
																let t = e.length;
																if (t > 1) {
																	let n = {};
																	for (; t--;) {
																		let r = e[t];
																		if (!(typeof r != "number" || r % 1 || isNaN(r) || !isFinite(r))) {
																			if (typeof n[r] == "number") return n[r], b.errors = [0], !1;
																			n[r] = t;
																		}
																	}
																}
															}
														}
													} else return b.errors = [0], !1;
												}
												var c = r === n;
											} else var c = !0;
											if (c) {
												if (t.successes !== void 0) {
													let e = t.successes, r = n;
													if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e))) return b.errors = [0], !1;
													var c = r === n;
												} else var c = !0;
											}
										} else return b.errors = [0], !1;
									}
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e._meta !== void 0) {
										let i = n;
										ne(e._meta) || (t = t === null ? ne.errors : t.concat(ne.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
								}
							}
						}
					}
				}
			}
		} else return b.errors = [0], !1;
	}
	return b.errors = t, n === 0;
}
const re = RegExp("^\\$.+", "u");
function ie(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return ie.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return ie.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return ie.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return ie.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return ie.errors = [0], !1;
	return ie.errors = null, !0;
}
function x(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.headers === void 0) return x.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "headers" && t !== "_meta") return x.errors = [0], !1;
				if (i === n) {
					if (e.headers !== void 0) {
						let t = e.headers, i = n;
						if (n === i) {
							if (t && typeof t == "object" && !Array.isArray(t)) {
								if (Object.keys(t).length < 1) return x.errors = [0], !1;
								for (let e in t) {
									let r = t[e], i = n;
									if (n === i) {
										if (typeof r == "string") {
											if (!re.test(r)) return x.errors = [0], !1;
										} else return x.errors = [0], !1;
									}
									if (i !== n) break;
								}
							} else return x.errors = [0], !1;
						}
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e._meta !== void 0) {
							let i = n;
							ie(e._meta) || (t = t === null ? ie.errors : t.concat(ie.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
					}
				}
			}
		} else return x.errors = [0], !1;
	}
	return x.errors = t, n === 0;
}
function ae(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return ae.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return ae.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return ae.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return ae.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return ae.errors = [0], !1;
	return ae.errors = null, !0;
}
function S(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.username === void 0 || e.password === void 0) return S.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "username" && t !== "password" && t !== "_meta") return S.errors = [0], !1;
				if (i === n) {
					if (e.username !== void 0) {
						let t = e.username, i = n;
						if (n === i) {
							if (typeof t == "string") {
								if (d(t) < 1) return S.errors = [0], !1;
							} else return S.errors = [0], !1;
						}
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.password !== void 0) {
							let t = e.password, i = n;
							if (n === i) {
								if (typeof t == "string") {
									if (d(t) < 1) return S.errors = [0], !1;
								} else return S.errors = [0], !1;
							}
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e._meta !== void 0) {
								let i = n;
								ae(e._meta) || (t = t === null ? ae.errors : t.concat(ae.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
						}
					}
				}
			}
		} else return S.errors = [0], !1;
	}
	return S.errors = t, n === 0;
}
function oe(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return oe.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return oe.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return oe.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return oe.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return oe.errors = [0], !1;
	return oe.errors = null, !0;
}
function C(e) {
	let t = null, n = 0, r = n, i = !0, a = n, o = n, s = !1, c = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.whitelist === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var l = c === n;
	if (s ||= l, !s) {
		let r = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.blacklist === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var l = r === n;
		if (s ||= l, !s) {
			let r = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.allowed_by_methods === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			}
			var l = r === n;
			s ||= l;
		}
	}
	if (s) n = o, t !== null && (o ? t.length = o : t = null);
	else {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var u = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), !u) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.whitelist === void 0) return C.errors = [0], !1;
		var u = t === n;
		i = u;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, C.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "type" && t !== "whitelist" && t !== "blacklist" && t !== "allowed_by_methods" && t !== "rejected_code" && t !== "rejected_msg" && t !== "_meta") return C.errors = [0], !1;
			if (r === n) {
				if (e.type !== void 0) {
					let t = e.type, r = n;
					if (typeof t != "string" || t !== "consumer_name" && t !== "consumer_group_id" && t !== "service_id" && t !== "route_id") return C.errors = [0], !1;
					var f = r === n;
				} else var f = !0;
				if (f) {
					if (e.whitelist !== void 0) {
						let t = e.whitelist, r = n;
						if (n === r) {
							if (Array.isArray(t)) {
								if (t.length < 1) return C.errors = [0], !1;
								{
									let e = t.length;
									for (let r = 0; r < e; r++) {
										let e = t[r], i = n;
										if (n === i) {
											if (typeof e == "string") {
												if (d(e) < 1) return C.errors = [0], !1;
											} else return C.errors = [0], !1;
										}
										if (i !== n) break;
									}
								}
							} else return C.errors = [0], !1;
						}
						var f = r === n;
					} else var f = !0;
					if (f) {
						if (e.blacklist !== void 0) {
							let t = e.blacklist, r = n;
							if (n === r) {
								if (Array.isArray(t)) {
									if (t.length < 1) return C.errors = [0], !1;
									{
										let e = t.length;
										for (let r = 0; r < e; r++) {
											let e = t[r], i = n;
											if (n === i) {
												if (typeof e == "string") {
													if (d(e) < 1) return C.errors = [0], !1;
												} else return C.errors = [0], !1;
											}
											if (i !== n) break;
										}
									}
								} else return C.errors = [0], !1;
							}
							var f = r === n;
						} else var f = !0;
						if (f) {
							if (e.allowed_by_methods !== void 0) {
								let t = e.allowed_by_methods, r = n;
								if (n === r) {
									if (Array.isArray(t)) {
										if (t.length < 1) return C.errors = [0], !1;
										{
											let e = t.length;
											for (let r = 0; r < e; r++) {
												let e = t[r], i = n;
												if (n === i) {
													if (e && typeof e == "object" && !Array.isArray(e)) {
														if (e.user === void 0 || e.methods === void 0) return C.errors = [0], !1;
														{
															let t = n;
															for (let t in e) if (t !== "user" && t !== "methods") return C.errors = [0], !1;
															if (t === n) {
																if (e.user !== void 0) {
																	let t = e.user, r = n;
																	if (n === r) {
																		if (typeof t == "string") {
																			if (d(t) < 1) return C.errors = [0], !1;
																		} else return C.errors = [0], !1;
																	}
																	var p = r === n;
																} else var p = !0;
																if (p) {
																	if (e.methods !== void 0) {
																		let t = e.methods, r = n;
																		if (n === r) {
																			if (Array.isArray(t)) {
																				if (t.length < 1) return C.errors = [0], !1;
																				{
																					let e = t.length;
																					for (let r = 0; r < e; r++) {
																						let e = t[r], i = n;
																						if (typeof e != "string" || e !== "GET" && e !== "POST" && e !== "PUT" && e !== "DELETE" && e !== "PATCH" && e !== "HEAD" && e !== "OPTIONS" && e !== "CONNECT" && e !== "TRACE" && e !== "PURGE") return C.errors = [0], !1;
																						if (i !== n) break;
																					}
																				}
																			} else return C.errors = [0], !1;
																		}
																		var p = r === n;
																	} else var p = !0;
																}
															}
														}
													} else return C.errors = [0], !1;
												}
												if (i !== n) break;
											}
										}
									} else return C.errors = [0], !1;
								}
								var f = r === n;
							} else var f = !0;
							if (f) {
								if (e.rejected_code !== void 0) {
									let t = e.rejected_code, r = n;
									if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return C.errors = [0], !1;
									var f = r === n;
								} else var f = !0;
								if (f) {
									if (e.rejected_msg !== void 0) {
										let t = n;
										if (typeof e.rejected_msg != "string") return C.errors = [0], !1;
										var f = t === n;
									} else var f = !0;
									if (f) {
										if (e._meta !== void 0) {
											let r = n;
											oe(e._meta) || (t = t === null ? oe.errors : t.concat(oe.errors), n = t.length);
											var f = r === n;
										} else var f = !0;
									}
								}
							}
						}
					}
				}
			}
		} else return C.errors = [0], !1;
	}
	return C.errors = t, n === 0;
}
const se = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/cors.schema.json",
	type: "object",
	properties: {
		allow_origins: { type: "string" },
		allow_methods: { type: "string" },
		allow_headers: { type: "string" },
		expose_headers: { type: "string" },
		max_age: { type: "integer" },
		allow_credential: { type: "boolean" },
		allow_origins_by_regex: {
			type: "array",
			minItems: 1,
			uniqueItems: !0,
			items: {
				type: "string",
				minLength: 1,
				format: "regex"
			}
		},
		allow_origins_by_metadata: {
			type: "array",
			minItems: 1,
			uniqueItems: !0,
			items: {
				type: "string",
				minLength: 1,
				maxLength: 4096
			}
		},
		timing_allow_origins: { type: "string" },
		timing_allow_origins_by_regex: {
			type: "array",
			minItems: 1,
			uniqueItems: !0,
			items: {
				type: "string",
				minLength: 1,
				format: "regex"
			}
		},
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1,
	if: {
		required: ["allow_credential"],
		properties: { allow_credential: { const: !0 } }
	},
	then: {
		required: [
			"allow_origins",
			"allow_methods",
			"allow_headers"
		],
		properties: {
			allow_origins: { not: { const: "*" } },
			allow_methods: { not: { const: "*" } },
			allow_headers: { not: { const: "*" } },
			expose_headers: { not: { const: "*" } },
			timing_allow_origins: { not: { const: "*" } }
		}
	}
}, ce = e.regex;
function le(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return le.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return le.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return le.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return le.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return le.errors = [0], !1;
	return le.errors = null, !0;
}
function w(e) {
	let t = null, n = 0, r = n, i = !0, a = n;
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.allow_credential === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		} else if (e.allow_credential !== void 0 && !0 !== e.allow_credential) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var o = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), o) {
		let r = n;
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.allow_origins === void 0 || e.allow_methods === void 0 || e.allow_headers === void 0) return w.errors = [0], !1;
			if (e.allow_origins !== void 0) {
				let r = n, i = n, a = n;
				if (e.allow_origins !== "*") {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
				if (a === n) return w.errors = [0], !1;
				n = i, t !== null && (i ? t.length = i : t = null);
				var s = r === n;
			} else var s = !0;
			if (s) {
				if (e.allow_methods !== void 0) {
					let r = n, i = n, a = n;
					if (e.allow_methods !== "*") {
						let e = {};
						t === null ? t = [e] : t.push(e), n++;
					}
					if (a === n) return w.errors = [0], !1;
					n = i, t !== null && (i ? t.length = i : t = null);
					var s = r === n;
				} else var s = !0;
				if (s) {
					if (e.allow_headers !== void 0) {
						let r = n, i = n, a = n;
						if (e.allow_headers !== "*") {
							let e = {};
							t === null ? t = [e] : t.push(e), n++;
						}
						if (a === n) return w.errors = [0], !1;
						n = i, t !== null && (i ? t.length = i : t = null);
						var s = r === n;
					} else var s = !0;
					if (s) {
						if (e.expose_headers !== void 0) {
							let r = n, i = n, a = n;
							if (e.expose_headers !== "*") {
								let e = {};
								t === null ? t = [e] : t.push(e), n++;
							}
							if (a === n) return w.errors = [0], !1;
							n = i, t !== null && (i ? t.length = i : t = null);
							var s = r === n;
						} else var s = !0;
						if (s) {
							if (e.timing_allow_origins !== void 0) {
								let r = n, i = n, a = n;
								if (e.timing_allow_origins !== "*") {
									let e = {};
									t === null ? t = [e] : t.push(e), n++;
								}
								if (a === n) return w.errors = [0], !1;
								n = i, t !== null && (i ? t.length = i : t = null);
								var s = r === n;
							} else var s = !0;
						}
					}
				}
			}
		}
		var o = r === n;
		i = o;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, w.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (!_.call(se.properties, t)) return w.errors = [0], !1;
			if (r === n) {
				if (e.allow_origins !== void 0) {
					let t = n;
					if (typeof e.allow_origins != "string") return w.errors = [0], !1;
					var c = t === n;
				} else var c = !0;
				if (c) {
					if (e.allow_methods !== void 0) {
						let t = n;
						if (typeof e.allow_methods != "string") return w.errors = [0], !1;
						var c = t === n;
					} else var c = !0;
					if (c) {
						if (e.allow_headers !== void 0) {
							let t = n;
							if (typeof e.allow_headers != "string") return w.errors = [0], !1;
							var c = t === n;
						} else var c = !0;
						if (c) {
							if (e.expose_headers !== void 0) {
								let t = n;
								if (typeof e.expose_headers != "string") return w.errors = [0], !1;
								var c = t === n;
							} else var c = !0;
							if (c) {
								if (e.max_age !== void 0) {
									let t = e.max_age, r = n;
									if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t)) return w.errors = [0], !1;
									var c = r === n;
								} else var c = !0;
								if (c) {
									if (e.allow_credential !== void 0) {
										let t = n;
										if (typeof e.allow_credential != "boolean") return w.errors = [0], !1;
										var c = t === n;
									} else var c = !0;
									if (c) {
										if (e.allow_origins_by_regex !== void 0) {
											let t = e.allow_origins_by_regex, r = n;
											if (n === r) {
												if (Array.isArray(t)) {
													if (t.length < 1) return w.errors = [0], !1;
													{
														var l = !0;
														let e = t.length;
														for (let r = 0; r < e; r++) {
															let e = t[r], i = n;
															if (n === i && n === i) {
																if (typeof e == "string") {
																	if (d(e) < 1 || !ce(e)) return w.errors = [0], !1;
																} else return w.errors = [0], !1;
															}
															var l = i === n;
															if (!l) break;
														}
														if (l) {
															let e = t.length;
															if (e > 1) {
																let n = {};
																for (; e--;) {
																	let r = t[e];
																	if (typeof r == "string") {
																		if (typeof n[r] == "number") return n[r], w.errors = [0], !1;
																		n[r] = e;
																	}
																}
															}
														}
													}
												} else return w.errors = [0], !1;
											}
											var c = r === n;
										} else var c = !0;
										if (c) {
											if (e.allow_origins_by_metadata !== void 0) {
												let t = e.allow_origins_by_metadata, r = n;
												if (n === r) {
													if (Array.isArray(t)) {
														if (t.length < 1) return w.errors = [0], !1;
														{
															var u = !0;
															let e = t.length;
															for (let r = 0; r < e; r++) {
																let e = t[r], i = n;
																if (n === i) {
																	if (typeof e == "string") {
																		if (d(e) > 4096 || d(e) < 1) return w.errors = [0], !1;
																	} else return w.errors = [0], !1;
																}
																var u = i === n;
																if (!u) break;
															}
															if (u) {
																let e = t.length;
																if (e > 1) {
																	let n = {};
																	for (; e--;) {
																		let r = t[e];
																		if (typeof r == "string") {
																			if (typeof n[r] == "number") return n[r], w.errors = [0], !1;
																			n[r] = e;
																		}
																	}
																}
															}
														}
													} else return w.errors = [0], !1;
												}
												var c = r === n;
											} else var c = !0;
											if (c) {
												if (e.timing_allow_origins !== void 0) {
													let t = n;
													if (typeof e.timing_allow_origins != "string") return w.errors = [0], !1;
													var c = t === n;
												} else var c = !0;
												if (c) {
													if (e.timing_allow_origins_by_regex !== void 0) {
														let t = e.timing_allow_origins_by_regex, r = n;
														if (n === r) {
															if (Array.isArray(t)) {
																if (t.length < 1) return w.errors = [0], !1;
																{
																	var f = !0;
																	let e = t.length;
																	for (let r = 0; r < e; r++) {
																		let e = t[r], i = n;
																		if (n === i && n === i) {
																			if (typeof e == "string") {
																				if (d(e) < 1 || !ce(e)) return w.errors = [0], !1;
																			} else return w.errors = [0], !1;
																		}
																		var f = i === n;
																		if (!f) break;
																	}
																	if (f) {
																		let e = t.length;
																		if (e > 1) {
																			let n = {};
																			for (; e--;) {
																				let r = t[e];
																				if (typeof r == "string") {
																					if (typeof n[r] == "number") return n[r], w.errors = [0], !1;
																					n[r] = e;
																				}
																			}
																		}
																	}
																}
															} else return w.errors = [0], !1;
														}
														var c = r === n;
													} else var c = !0;
													if (c) {
														if (e._meta !== void 0) {
															let r = n;
															le(e._meta) || (t = t === null ? le.errors : t.concat(le.errors), n = t.length);
															var c = r === n;
														} else var c = !0;
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return w.errors = [0], !1;
	}
	return w.errors = t, n === 0;
}
function ue(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return ue.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return ue.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return ue.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return ue.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return ue.errors = [0], !1;
	return ue.errors = null, !0;
}
function T(e) {
	let t = null, n = 0, r = n, i = !0, a = n, o = n, s = !1, c = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.abort === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var l = c === n;
	if (s ||= l, !s) {
		let r = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.delay === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var l = r === n;
		s ||= l;
	}
	if (s) n = o, t !== null && (o ? t.length = o : t = null);
	else {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var u = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), !u) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.abort === void 0) return T.errors = [0], !1;
		var u = t === n;
		i = u;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, T.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "abort" && t !== "delay" && t !== "_meta") return T.errors = [0], !1;
			if (r === n) {
				if (e.abort !== void 0) {
					let t = e.abort, r = n;
					if (n === r) {
						if (t && typeof t == "object" && !Array.isArray(t)) {
							if (t.http_status === void 0) return T.errors = [0], !1;
							{
								let e = n;
								for (let e in t) if (e !== "http_status" && e !== "body" && e !== "headers" && e !== "percentage" && e !== "vars") return T.errors = [0], !1;
								if (e === n) {
									if (t.http_status !== void 0) {
										let e = t.http_status, r = n;
										if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e < 200 || isNaN(e))) return T.errors = [0], !1;
										var d = r === n;
									} else var d = !0;
									if (d) {
										if (t.body !== void 0) {
											let e = n;
											if (typeof t.body != "string") return T.errors = [0], !1;
											var d = e === n;
										} else var d = !0;
										if (d) {
											if (t.headers !== void 0) {
												let e = t.headers, r = n;
												if (n === r) {
													if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
														let r = e[t], i = n;
														if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return T.errors = [0], !1;
														if (i !== n) break;
													}
													else return T.errors = [0], !1;
												}
												var d = r === n;
											} else var d = !0;
											if (d) {
												if (t.percentage !== void 0) {
													let e = t.percentage, r = n;
													if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e > 100 || isNaN(e) || e < 0 || isNaN(e))) return T.errors = [0], !1;
													var d = r === n;
												} else var d = !0;
												if (d) {
													if (t.vars !== void 0) {
														let e = n;
														if (n === e && !Array.isArray(t.vars)) return T.errors = [0], !1;
														var d = e === n;
													} else var d = !0;
												}
											}
										}
									}
								}
							}
						} else return T.errors = [0], !1;
					}
					var f = r === n;
				} else var f = !0;
				if (f) {
					if (e.delay !== void 0) {
						let t = e.delay, r = n;
						if (n === r) {
							if (t && typeof t == "object" && !Array.isArray(t)) {
								if (t.duration === void 0) return T.errors = [0], !1;
								{
									let e = n;
									for (let e in t) if (e !== "duration" && e !== "percentage" && e !== "vars") return T.errors = [0], !1;
									if (e === n) {
										if (t.duration !== void 0) {
											let e = t.duration, r = n;
											if (n === r) {
												if (typeof e == "number" && isFinite(e)) {
													if (e < 0 || isNaN(e)) return T.errors = [0], !1;
												} else return T.errors = [0], !1;
											}
											var p = r === n;
										} else var p = !0;
										if (p) {
											if (t.percentage !== void 0) {
												let e = t.percentage, r = n;
												if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e > 100 || isNaN(e) || e < 0 || isNaN(e))) return T.errors = [0], !1;
												var p = r === n;
											} else var p = !0;
											if (p) {
												if (t.vars !== void 0) {
													let e = n;
													if (n === e && !Array.isArray(t.vars)) return T.errors = [0], !1;
													var p = e === n;
												} else var p = !0;
											}
										}
									}
								}
							} else return T.errors = [0], !1;
						}
						var f = r === n;
					} else var f = !0;
					if (f) {
						if (e._meta !== void 0) {
							let r = n;
							ue(e._meta) || (t = t === null ? ue.errors : t.concat(ue.errors), n = t.length);
							var f = r === n;
						} else var f = !0;
					}
				}
			}
		} else return T.errors = [0], !1;
	}
	return T.errors = t, n === 0;
}
function de(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return de.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return de.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return de.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return de.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return de.errors = [0], !1;
	return de.errors = null, !0;
}
function E(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.uri === void 0) return E.errors = [0], !1;
			if (e.uri !== void 0) {
				let t = e.uri, i = n;
				if (n === i) {
					if (typeof t == "string") {
						if (d(t) < 1) return E.errors = [0], !1;
					} else return E.errors = [0], !1;
				}
				var r = i === n;
			} else var r = !0;
			if (r) {
				if (e.allow_degradation !== void 0) {
					let t = n;
					if (typeof e.allow_degradation != "boolean") return E.errors = [0], !1;
					var r = t === n;
				} else var r = !0;
				if (r) {
					if (e.status_on_error !== void 0) {
						let t = e.status_on_error, i = n;
						if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return E.errors = [0], !1;
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.ssl_verify !== void 0) {
							let t = n;
							if (typeof e.ssl_verify != "boolean") return E.errors = [0], !1;
							var r = t === n;
						} else var r = !0;
						if (r) {
							if (e.request_method !== void 0) {
								let t = e.request_method, i = n;
								if (typeof t != "string" || t !== "GET" && t !== "POST") return E.errors = [0], !1;
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.request_headers !== void 0) {
									let t = e.request_headers, i = n;
									if (n === i) {
										if (Array.isArray(t)) {
											let e = t.length;
											for (let r = 0; r < e; r++) {
												let e = n;
												if (typeof t[r] != "string") return E.errors = [0], !1;
												if (e !== n) break;
											}
										} else return E.errors = [0], !1;
									}
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.extra_headers !== void 0) {
										let t = e.extra_headers, i = n;
										if (n === i) {
											if (t && typeof t == "object" && !Array.isArray(t)) {
												if (Object.keys(t).length < 1) return E.errors = [0], !1;
												for (let e in t) {
													let r = n;
													if (typeof t[e] != "string") return E.errors = [0], !1;
													if (r !== n) break;
												}
											} else return E.errors = [0], !1;
										}
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.upstream_headers !== void 0) {
											let t = e.upstream_headers, i = n;
											if (n === i) {
												if (Array.isArray(t)) {
													let e = t.length;
													for (let r = 0; r < e; r++) {
														let e = n;
														if (typeof t[r] != "string") return E.errors = [0], !1;
														if (e !== n) break;
													}
												} else return E.errors = [0], !1;
											}
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e.client_headers !== void 0) {
												let t = e.client_headers, i = n;
												if (n === i) {
													if (Array.isArray(t)) {
														let e = t.length;
														for (let r = 0; r < e; r++) {
															let e = n;
															if (typeof t[r] != "string") return E.errors = [0], !1;
															if (e !== n) break;
														}
													} else return E.errors = [0], !1;
												}
												var r = i === n;
											} else var r = !0;
											if (r) {
												if (e.consumer_header !== void 0) {
													let t = e.consumer_header, i = n;
													if (n === i) {
														if (typeof t == "string") {
															if (d(t) < 1) return E.errors = [0], !1;
														} else return E.errors = [0], !1;
													}
													var r = i === n;
												} else var r = !0;
												if (r) {
													if (e.timeout !== void 0) {
														let t = e.timeout, i = n;
														if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t > 6e4 || isNaN(t) || t < 1 || isNaN(t))) return E.errors = [0], !1;
														var r = i === n;
													} else var r = !0;
													if (r) {
														if (e.keepalive !== void 0) {
															let t = n;
															if (typeof e.keepalive != "boolean") return E.errors = [0], !1;
															var r = t === n;
														} else var r = !0;
														if (r) {
															if (e.keepalive_timeout !== void 0) {
																let t = e.keepalive_timeout, i = n;
																if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 1e3 || isNaN(t))) return E.errors = [0], !1;
																var r = i === n;
															} else var r = !0;
															if (r) {
																if (e.keepalive_pool !== void 0) {
																	let t = e.keepalive_pool, i = n;
																	if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return E.errors = [0], !1;
																	var r = i === n;
																} else var r = !0;
																if (r) {
																	if (e._meta !== void 0) {
																		let i = n;
																		de(e._meta) || (t = t === null ? de.errors : t.concat(de.errors), n = t.length);
																		var r = i === n;
																	} else var r = !0;
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return E.errors = [0], !1;
	}
	return E.errors = t, n === 0;
}
const fe = RegExp("^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://", "u");
function pe(e) {
	if (typeof e == "string") {
		if (!fe.test(e)) return pe.errors = [0], !1;
	} else return pe.errors = [0], !1;
	return pe.errors = null, !0;
}
function me(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return me.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return me.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return me.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return me.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return me.errors = [0], !1;
	return me.errors = null, !0;
}
function D(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.key_id === void 0 || e.secret_key === void 0) return D.errors = [0], !1;
			{
				let o = n;
				for (let t in e) if (t !== "key_id" && t !== "secret_key" && t !== "_meta") return D.errors = [0], !1;
				if (o === n) {
					if (e.key_id !== void 0) {
						let a = e.key_id, o = n;
						if (typeof a != "string") return D.errors = [0], !1;
						let s = n, c = !0, l = n;
						pe(a) || (t = t === null ? pe.errors : t.concat(pe.errors), n = t.length);
						var r = l === n;
						if (n = s, t !== null && (s ? t.length = s : t = null), !r) {
							let e = n;
							if (typeof a == "string" && (d(a) > 256 || d(a) < 1)) return D.errors = [0], !1;
							var r = e === n;
							c = r;
						}
						if (!c) return t === null ? t = [0] : t.push(0), n++, D.errors = t, !1;
						var i = o === n;
					} else var i = !0;
					if (i) {
						if (e.secret_key !== void 0) {
							let r = e.secret_key, o = n;
							if (typeof r != "string") return D.errors = [0], !1;
							let s = n, c = !0, l = n;
							pe(r) || (t = t === null ? pe.errors : t.concat(pe.errors), n = t.length);
							var a = l === n;
							if (n = s, t !== null && (s ? t.length = s : t = null), !a) {
								let e = n;
								if (typeof r == "string" && (d(r) > 256 || d(r) < 1)) return D.errors = [0], !1;
								var a = e === n;
								c = a;
							}
							if (!c) return t === null ? t = [0] : t.push(0), n++, D.errors = t, !1;
							var i = o === n;
						} else var i = !0;
						if (i) {
							if (e._meta !== void 0) {
								let r = n;
								me(e._meta) || (t = t === null ? me.errors : t.concat(me.errors), n = t.length);
								var i = r === n;
							} else var i = !0;
						}
					}
				}
			}
		} else return D.errors = [0], !1;
	}
	return D.errors = t, n === 0;
}
const he = e["ip-or-cidr"];
function ge(e) {
	if (typeof e == "string") {
		if (!he(e)) return ge.errors = [0], !1;
	} else return ge.errors = [0], !1;
	return ge.errors = null, !0;
}
function _e(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return _e.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return _e.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return _e.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return _e.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return _e.errors = [0], !1;
	return _e.errors = null, !0;
}
function O(e) {
	let t = null, n = 0, r = n, i = !0, a = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.whitelist === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var o = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), o) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.blacklist !== void 0) return O.errors = [0], !1;
		var o = t === n;
		i = o;
	} else {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.blacklist === void 0) return O.errors = [0], !1;
		var o = t === n;
		i = o;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, O.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "whitelist" && t !== "blacklist" && t !== "message" && t !== "response_code" && t !== "_meta") return O.errors = [0], !1;
			if (r === n) {
				if (e.whitelist !== void 0) {
					let r = e.whitelist, i = n;
					if (n === i) {
						if (Array.isArray(r)) {
							if (r.length < 1) return O.errors = [0], !1;
							{
								let e = r.length;
								for (let i = 0; i < e; i++) {
									let e = n;
									if (ge(r[i]) || (t = t === null ? ge.errors : t.concat(ge.errors), n = t.length), e !== n) break;
								}
							}
						} else return O.errors = [0], !1;
					}
					var s = i === n;
				} else var s = !0;
				if (s) {
					if (e.blacklist !== void 0) {
						let r = e.blacklist, i = n;
						if (n === i) {
							if (Array.isArray(r)) {
								if (r.length < 1) return O.errors = [0], !1;
								{
									let e = r.length;
									for (let i = 0; i < e; i++) {
										let e = n;
										if (ge(r[i]) || (t = t === null ? ge.errors : t.concat(ge.errors), n = t.length), e !== n) break;
									}
								}
							} else return O.errors = [0], !1;
						}
						var s = i === n;
					} else var s = !0;
					if (s) {
						if (e.message !== void 0) {
							let t = e.message, r = n;
							if (n === r) {
								if (typeof t == "string") {
									if (d(t) > 1024 || d(t) < 1) return O.errors = [0], !1;
								} else return O.errors = [0], !1;
							}
							var s = r === n;
						} else var s = !0;
						if (s) {
							if (e.response_code !== void 0) {
								let t = e.response_code, r = n;
								if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || t !== 403 && t !== 404) return O.errors = [0], !1;
								var s = r === n;
							} else var s = !0;
							if (s) {
								if (e._meta !== void 0) {
									let r = n;
									_e(e._meta) || (t = t === null ? _e.errors : t.concat(_e.errors), n = t.length);
									var s = r === n;
								} else var s = !0;
							}
						}
					}
				}
			}
		} else return O.errors = [0], !1;
	}
	return O.errors = t, n === 0;
}
function ve(e) {
	if (typeof e == "string") {
		if (!fe.test(e)) return ve.errors = [0], !1;
	} else return ve.errors = [0], !1;
	return ve.errors = null, !0;
}
function ye(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return ye.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return ye.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return ye.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return ye.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return ye.errors = [0], !1;
	return ye.errors = null, !0;
}
function k(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.algorithm !== void 0) {
		let r = e.algorithm;
		if (r !== "HS256" && r !== "HS384" && r !== "HS512") {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var s = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), s) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.secret === void 0) return k.errors = [0], !1;
		var s = t === n;
		a = s;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, k.errors = t, !1;
	if (r === n) {
		let r = n, i = !0, a = n;
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.algorithm === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			} else if (e.algorithm !== void 0) {
				let r = e.algorithm;
				if (r !== "RS256" && r !== "RS384" && r !== "RS512" && r !== "ES256" && r !== "ES384" && r !== "ES512" && r !== "PS256" && r !== "PS384" && r !== "PS512" && r !== "EdDSA") {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
			}
		}
		var c = a === n;
		if (n = r, t !== null && (r ? t.length = r : t = null), c) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.public_key === void 0) return k.errors = [0], !1;
			var c = t === n;
			i = c;
		}
		if (!i) return t === null ? t = [0] : t.push(0), n++, k.errors = t, !1;
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.key === void 0) return k.errors = [0], !1;
			{
				let r = n;
				for (let t in e) if (t !== "key" && t !== "secret" && t !== "public_key" && t !== "algorithm" && t !== "exp" && t !== "base64_secret" && t !== "lifetime_grace_period" && t !== "_meta") return k.errors = [0], !1;
				if (r === n) {
					if (e.key !== void 0) {
						let t = e.key, r = n;
						if (n === r) {
							if (typeof t == "string") {
								if (d(t) < 1) return k.errors = [0], !1;
							} else return k.errors = [0], !1;
						}
						var l = r === n;
					} else var l = !0;
					if (l) {
						if (e.secret !== void 0) {
							let t = e.secret, r = n;
							if (n === r) {
								if (typeof t == "string") {
									if (d(t) < 1) return k.errors = [0], !1;
								} else return k.errors = [0], !1;
							}
							var l = r === n;
						} else var l = !0;
						if (l) {
							if (e.public_key !== void 0) {
								let t = e.public_key, r = n;
								if (n === r) {
									if (typeof t == "string") {
										if (d(t) < 1) return k.errors = [0], !1;
									} else return k.errors = [0], !1;
								}
								var l = r === n;
							} else var l = !0;
							if (l) {
								if (e.algorithm !== void 0) {
									let r = e.algorithm, i = n;
									if (typeof r != "string") return k.errors = [0], !1;
									let a = n, o = !0, s = n;
									ve(r) || (t = t === null ? ve.errors : t.concat(ve.errors), n = t.length);
									var u = s === n;
									if (n = a, t !== null && (a ? t.length = a : t = null), !u) {
										let e = n;
										if (r !== "HS256" && r !== "HS384" && r !== "HS512" && r !== "RS256" && r !== "RS384" && r !== "RS512" && r !== "ES256" && r !== "ES384" && r !== "ES512" && r !== "PS256" && r !== "PS384" && r !== "PS512" && r !== "EdDSA") return k.errors = [0], !1;
										var u = e === n;
										o = u;
									}
									if (!o) return t === null ? t = [0] : t.push(0), n++, k.errors = t, !1;
									var l = i === n;
								} else var l = !0;
								if (l) {
									if (e.exp !== void 0) {
										let t = e.exp, r = n;
										if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return k.errors = [0], !1;
										var l = r === n;
									} else var l = !0;
									if (l) {
										if (e.base64_secret !== void 0) {
											let t = n;
											if (typeof e.base64_secret != "boolean") return k.errors = [0], !1;
											var l = t === n;
										} else var l = !0;
										if (l) {
											if (e.lifetime_grace_period !== void 0) {
												let t = e.lifetime_grace_period, r = n;
												if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return k.errors = [0], !1;
												var l = r === n;
											} else var l = !0;
											if (l) {
												if (e._meta !== void 0) {
													let r = n;
													ye(e._meta) || (t = t === null ? ye.errors : t.concat(ye.errors), n = t.length);
													var l = r === n;
												} else var l = !0;
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return k.errors = [0], !1;
	}
	return k.errors = t, n === 0;
}
function be(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return be.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return be.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return be.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return be.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return be.errors = [0], !1;
	return be.errors = null, !0;
}
function A(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.key === void 0) return A.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "key" && t !== "_meta") return A.errors = [0], !1;
				if (i === n) {
					if (e.key !== void 0) {
						let t = e.key, i = n;
						if (n === i) {
							if (typeof t == "string") {
								if (d(t) < 1) return A.errors = [0], !1;
							} else return A.errors = [0], !1;
						}
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e._meta !== void 0) {
							let i = n;
							be(e._meta) || (t = t === null ? be.errors : t.concat(be.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
					}
				}
			}
		} else return A.errors = [0], !1;
	}
	return A.errors = t, n === 0;
}
const xe = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/limit-conn.schema.json",
	type: "object",
	required: [
		"conn",
		"burst",
		"default_conn_delay",
		"key"
	],
	properties: {
		conn: {
			type: "integer",
			exclusiveMinimum: 0
		},
		burst: {
			type: "integer",
			minimum: 0
		},
		default_conn_delay: {
			type: "number",
			exclusiveMinimum: 0
		},
		only_use_default_delay: { type: "boolean" },
		key: {
			type: "string",
			minLength: 1
		},
		key_type: {
			type: "string",
			enum: ["var", "var_combination"]
		},
		key_ttl: {
			type: "integer",
			minimum: 1
		},
		rejected_code: {
			type: "integer",
			minimum: 200,
			maximum: 599
		},
		rejected_msg: {
			type: "string",
			minLength: 1
		},
		policy: {
			type: "string",
			enum: [
				"local",
				"redis",
				"redis-cluster",
				"redis-sentinel"
			]
		},
		allow_degradation: { type: "boolean" },
		redis_host: {
			type: "string",
			minLength: 2
		},
		redis_port: {
			type: "integer",
			minimum: 1,
			maximum: 65535
		},
		redis_username: {
			type: "string",
			minLength: 1
		},
		redis_password: { type: "string" },
		redis_database: {
			type: "integer",
			minimum: 0
		},
		redis_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_ssl: { type: "boolean" },
		redis_ssl_verify: { type: "boolean" },
		redis_keepalive_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_keepalive_pool: {
			type: "integer",
			minimum: 1
		},
		redis_cluster_nodes: {
			type: "array",
			minItems: 1,
			items: {
				type: "string",
				minLength: 2,
				maxLength: 100
			}
		},
		redis_cluster_name: {
			type: "string",
			minLength: 1
		},
		redis_cluster_ssl: { type: "boolean" },
		redis_cluster_ssl_verify: { type: "boolean" },
		redis_sentinels: {
			type: "array",
			minItems: 1,
			items: {
				type: "object",
				required: ["host", "port"],
				properties: {
					host: {
						type: "string",
						minLength: 2
					},
					port: {
						type: "integer",
						minimum: 1,
						maximum: 65535
					}
				},
				additionalProperties: !1
			}
		},
		redis_connect_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_read_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_master_name: {
			type: "string",
			minLength: 1
		},
		redis_role: {
			type: "string",
			enum: ["master", "slave"]
		},
		sentinel_username: {
			type: "string",
			minLength: 1
		},
		sentinel_password: { type: "string" },
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1,
	allOf: [
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis" } }
			},
			then: { required: ["redis_host"] }
		},
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis-cluster" } }
			},
			then: { required: ["redis_cluster_nodes", "redis_cluster_name"] }
		},
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis-sentinel" } }
			},
			then: { required: ["redis_sentinels", "redis_master_name"] }
		}
	]
};
function Se(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Se.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Se.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Se.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Se.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Se.errors = [0], !1;
	return Se.errors = null, !0;
}
function j(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n;
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.policy === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		} else if (e.policy !== void 0 && e.policy !== "redis") {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var s = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), s) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.redis_host === void 0) return j.errors = [0], !1;
		var s = t === n;
		a = s;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, j.errors = t, !1;
	var c = r === n;
	if (c) {
		let r = n, i = n, a = !0, o = n;
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.policy === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			} else if (e.policy !== void 0 && e.policy !== "redis-cluster") {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			}
		}
		var l = o === n;
		if (n = i, t !== null && (i ? t.length = i : t = null), l) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && (e.redis_cluster_nodes === void 0 || e.redis_cluster_name === void 0)) return j.errors = [0], !1;
			var l = t === n;
			a = l;
		}
		if (!a) return t === null ? t = [0] : t.push(0), n++, j.errors = t, !1;
		var c = r === n;
		if (c) {
			let r = n, i = n, a = !0, o = n;
			if (e && typeof e == "object" && !Array.isArray(e)) {
				if (e.policy === void 0) {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				} else if (e.policy !== void 0 && e.policy !== "redis-sentinel") {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
			}
			var u = o === n;
			if (n = i, t !== null && (i ? t.length = i : t = null), u) {
				let t = n;
				if (e && typeof e == "object" && !Array.isArray(e) && (e.redis_sentinels === void 0 || e.redis_master_name === void 0)) return j.errors = [0], !1;
				var u = t === n;
				a = u;
			}
			if (!a) return t === null ? t = [0] : t.push(0), n++, j.errors = t, !1;
			var c = r === n;
		}
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.conn === void 0 || e.burst === void 0 || e.default_conn_delay === void 0 || e.key === void 0) return j.errors = [0], !1;
			{
				let r = n;
				for (let t in e) if (!_.call(xe.properties, t)) return j.errors = [0], !1;
				if (r === n) {
					if (e.conn !== void 0) {
						let t = e.conn, r = n;
						if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t <= 0 || isNaN(t))) return j.errors = [0], !1;
						var f = r === n;
					} else var f = !0;
					if (f) {
						if (e.burst !== void 0) {
							let t = e.burst, r = n;
							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return j.errors = [0], !1;
							var f = r === n;
						} else var f = !0;
						if (f) {
							if (e.default_conn_delay !== void 0) {
								let t = e.default_conn_delay, r = n;
								if (n === r) {
									if (typeof t == "number" && isFinite(t)) {
										if (t <= 0 || isNaN(t)) return j.errors = [0], !1;
									} else return j.errors = [0], !1;
								}
								var f = r === n;
							} else var f = !0;
							if (f) {
								if (e.only_use_default_delay !== void 0) {
									let t = n;
									if (typeof e.only_use_default_delay != "boolean") return j.errors = [0], !1;
									var f = t === n;
								} else var f = !0;
								if (f) {
									if (e.key !== void 0) {
										let t = e.key, r = n;
										if (n === r) {
											if (typeof t == "string") {
												if (d(t) < 1) return j.errors = [0], !1;
											} else return j.errors = [0], !1;
										}
										var f = r === n;
									} else var f = !0;
									if (f) {
										if (e.key_type !== void 0) {
											let t = e.key_type, r = n;
											if (typeof t != "string" || t !== "var" && t !== "var_combination") return j.errors = [0], !1;
											var f = r === n;
										} else var f = !0;
										if (f) {
											if (e.key_ttl !== void 0) {
												let t = e.key_ttl, r = n;
												if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return j.errors = [0], !1;
												var f = r === n;
											} else var f = !0;
											if (f) {
												if (e.rejected_code !== void 0) {
													let t = e.rejected_code, r = n;
													if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return j.errors = [0], !1;
													var f = r === n;
												} else var f = !0;
												if (f) {
													if (e.rejected_msg !== void 0) {
														let t = e.rejected_msg, r = n;
														if (n === r) {
															if (typeof t == "string") {
																if (d(t) < 1) return j.errors = [0], !1;
															} else return j.errors = [0], !1;
														}
														var f = r === n;
													} else var f = !0;
													if (f) {
														if (e.policy !== void 0) {
															let t = e.policy, r = n;
															if (typeof t != "string" || t !== "local" && t !== "redis" && t !== "redis-cluster" && t !== "redis-sentinel") return j.errors = [0], !1;
															var f = r === n;
														} else var f = !0;
														if (f) {
															if (e.allow_degradation !== void 0) {
																let t = n;
																if (typeof e.allow_degradation != "boolean") return j.errors = [0], !1;
																var f = t === n;
															} else var f = !0;
															if (f) {
																if (e.redis_host !== void 0) {
																	let t = e.redis_host, r = n;
																	if (n === r) {
																		if (typeof t == "string") {
																			if (d(t) < 2) return j.errors = [0], !1;
																		} else return j.errors = [0], !1;
																	}
																	var f = r === n;
																} else var f = !0;
																if (f) {
																	if (e.redis_port !== void 0) {
																		let t = e.redis_port, r = n;
																		if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return j.errors = [0], !1;
																		var f = r === n;
																	} else var f = !0;
																	if (f) {
																		if (e.redis_username !== void 0) {
																			let t = e.redis_username, r = n;
																			if (n === r) {
																				if (typeof t == "string") {
																					if (d(t) < 1) return j.errors = [0], !1;
																				} else return j.errors = [0], !1;
																			}
																			var f = r === n;
																		} else var f = !0;
																		if (f) {
																			if (e.redis_password !== void 0) {
																				let t = n;
																				if (typeof e.redis_password != "string") return j.errors = [0], !1;
																				var f = t === n;
																			} else var f = !0;
																			if (f) {
																				if (e.redis_database !== void 0) {
																					let t = e.redis_database, r = n;
																					if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return j.errors = [0], !1;
																					var f = r === n;
																				} else var f = !0;
																				if (f) {
																					if (e.redis_timeout !== void 0) {
																						let t = e.redis_timeout, r = n;
																						if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return j.errors = [0], !1;
																						var f = r === n;
																					} else var f = !0;
																					if (f) {
																						if (e.redis_ssl !== void 0) {
																							let t = n;
																							if (typeof e.redis_ssl != "boolean") return j.errors = [0], !1;
																							var f = t === n;
																						} else var f = !0;
																						if (f) {
																							if (e.redis_ssl_verify !== void 0) {
																								let t = n;
																								if (typeof e.redis_ssl_verify != "boolean") return j.errors = [0], !1;
																								var f = t === n;
																							} else var f = !0;
																							if (f) {
																								if (e.redis_keepalive_timeout !== void 0) {
																									let t = e.redis_keepalive_timeout, r = n;
																									if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return j.errors = [0], !1;
																									var f = r === n;
																								} else var f = !0;
																								if (f) {
																									if (e.redis_keepalive_pool !== void 0) {
																										let t = e.redis_keepalive_pool, r = n;
																										if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return j.errors = [0], !1;
																										var f = r === n;
																									} else var f = !0;
																									if (f) {
																										if (e.redis_cluster_nodes !== void 0) {
																											let t = e.redis_cluster_nodes, r = n;
																											if (n === r) {
																												if (Array.isArray(t)) {
																													if (t.length < 1) return j.errors = [0], !1;
																													{
																														let e = t.length;
																														for (let r = 0; r < e; r++) {
																															let e = t[r], i = n;
																															if (n === i) {
																																if (typeof e == "string") {
																																	if (d(e) > 100 || d(e) < 2) return j.errors = [0], !1;
																																} else return j.errors = [0], !1;
																															}
																															if (i !== n) break;
																														}
																													}
																												} else return j.errors = [0], !1;
																											}
																											var f = r === n;
																										} else var f = !0;
																										if (f) {
																											if (e.redis_cluster_name !== void 0) {
																												let t = e.redis_cluster_name, r = n;
																												if (n === r) {
																													if (typeof t == "string") {
																														if (d(t) < 1) return j.errors = [0], !1;
																													} else return j.errors = [0], !1;
																												}
																												var f = r === n;
																											} else var f = !0;
																											if (f) {
																												if (e.redis_cluster_ssl !== void 0) {
																													let t = n;
																													if (typeof e.redis_cluster_ssl != "boolean") return j.errors = [0], !1;
																													var f = t === n;
																												} else var f = !0;
																												if (f) {
																													if (e.redis_cluster_ssl_verify !== void 0) {
																														let t = n;
																														if (typeof e.redis_cluster_ssl_verify != "boolean") return j.errors = [0], !1;
																														var f = t === n;
																													} else var f = !0;
																													if (f) {
																														if (e.redis_sentinels !== void 0) {
																															let t = e.redis_sentinels, r = n;
																															if (n === r) {
																																if (Array.isArray(t)) {
																																	if (t.length < 1) return j.errors = [0], !1;
																																	{
																																		let e = t.length;
																																		for (let r = 0; r < e; r++) {
																																			let e = t[r], i = n;
																																			if (n === i) {
																																				if (e && typeof e == "object" && !Array.isArray(e)) {
																																					if (e.host === void 0 || e.port === void 0) return j.errors = [0], !1;
																																					{
																																						let t = n;
																																						for (let t in e) if (t !== "host" && t !== "port") return j.errors = [0], !1;
																																						if (t === n) {
																																							if (e.host !== void 0) {
																																								let t = e.host, r = n;
																																								if (n === r) {
																																									if (typeof t == "string") {
																																										if (d(t) < 2) return j.errors = [0], !1;
																																									} else return j.errors = [0], !1;
																																								}
																																								var p = r === n;
																																							} else var p = !0;
																																							if (p) {
																																								if (e.port !== void 0) {
																																									let t = e.port, r = n;
																																									if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return j.errors = [0], !1;
																																									var p = r === n;
																																								} else var p = !0;
																																							}
																																						}
																																					}
																																				} else return j.errors = [0], !1;
																																			}
																																			if (i !== n) break;
																																		}
																																	}
																																} else return j.errors = [0], !1;
																															}
																															var f = r === n;
																														} else var f = !0;
																														if (f) {
																															if (e.redis_connect_timeout !== void 0) {
																																let t = e.redis_connect_timeout, r = n;
																																if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return j.errors = [0], !1;
																																var f = r === n;
																															} else var f = !0;
																															if (f) {
																																if (e.redis_read_timeout !== void 0) {
																																	let t = e.redis_read_timeout, r = n;
																																	if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return j.errors = [0], !1;
																																	var f = r === n;
																																} else var f = !0;
																																if (f) {
																																	if (e.redis_master_name !== void 0) {
																																		let t = e.redis_master_name, r = n;
																																		if (n === r) {
																																			if (typeof t == "string") {
																																				if (d(t) < 1) return j.errors = [0], !1;
																																			} else return j.errors = [0], !1;
																																		}
																																		var f = r === n;
																																	} else var f = !0;
																																	if (f) {
																																		if (e.redis_role !== void 0) {
																																			let t = e.redis_role, r = n;
																																			if (typeof t != "string" || t !== "master" && t !== "slave") return j.errors = [0], !1;
																																			var f = r === n;
																																		} else var f = !0;
																																		if (f) {
																																			if (e.sentinel_username !== void 0) {
																																				let t = e.sentinel_username, r = n;
																																				if (n === r) {
																																					if (typeof t == "string") {
																																						if (d(t) < 1) return j.errors = [0], !1;
																																					} else return j.errors = [0], !1;
																																				}
																																				var f = r === n;
																																			} else var f = !0;
																																			if (f) {
																																				if (e.sentinel_password !== void 0) {
																																					let t = n;
																																					if (typeof e.sentinel_password != "string") return j.errors = [0], !1;
																																					var f = t === n;
																																				} else var f = !0;
																																				if (f) {
																																					if (e._meta !== void 0) {
																																						let r = n;
																																						Se(e._meta) || (t = t === null ? Se.errors : t.concat(Se.errors), n = t.length);
																																						var f = r === n;
																																					} else var f = !0;
																																				}
																																			}
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return j.errors = [0], !1;
	}
	return j.errors = t, n === 0;
}
const Ce = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/limit-count.schema.json",
	type: "object",
	properties: {
		count: {
			type: ["integer", "string"],
			exclusiveMinimum: 0,
			minLength: 1
		},
		time_window: {
			type: ["integer", "string"],
			exclusiveMinimum: 0,
			minLength: 1
		},
		rules: {
			type: "array",
			minItems: 1,
			items: {
				type: "object",
				required: [
					"count",
					"time_window",
					"key"
				],
				properties: {
					count: {
						type: ["integer", "string"],
						exclusiveMinimum: 0,
						minLength: 1
					},
					time_window: {
						type: ["integer", "string"],
						exclusiveMinimum: 0,
						minLength: 1
					},
					key: {
						type: "string",
						minLength: 1
					},
					header_prefix: {
						type: "string",
						minLength: 1
					}
				},
				additionalProperties: !1
			}
		},
		window_type: {
			type: "string",
			enum: ["fixed", "sliding"]
		},
		key: { type: "string" },
		key_type: {
			type: "string",
			enum: [
				"var",
				"var_combination",
				"constant"
			]
		},
		group: {
			type: "string",
			minLength: 1
		},
		rejected_code: {
			type: "integer",
			minimum: 200,
			maximum: 599
		},
		rejected_msg: {
			type: "string",
			minLength: 1
		},
		policy: {
			type: "string",
			enum: [
				"local",
				"redis",
				"redis-cluster",
				"redis-sentinel"
			]
		},
		allow_degradation: { type: "boolean" },
		show_limit_quota_header: { type: "boolean" },
		sync_interval: { type: "number" },
		redis_host: {
			type: "string",
			minLength: 2
		},
		redis_port: {
			type: "integer",
			minimum: 1,
			maximum: 65535
		},
		redis_username: {
			type: "string",
			minLength: 1
		},
		redis_password: { type: "string" },
		redis_database: {
			type: "integer",
			minimum: 0
		},
		redis_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_ssl: { type: "boolean" },
		redis_ssl_verify: { type: "boolean" },
		redis_keepalive_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_keepalive_pool: {
			type: "integer",
			minimum: 1
		},
		redis_cluster_nodes: {
			type: "array",
			minItems: 1,
			items: {
				type: "string",
				minLength: 2,
				maxLength: 100
			}
		},
		redis_cluster_name: {
			type: "string",
			minLength: 1
		},
		redis_cluster_ssl: { type: "boolean" },
		redis_cluster_ssl_verify: { type: "boolean" },
		redis_sentinels: {
			type: "array",
			minItems: 1,
			items: {
				type: "object",
				required: ["host", "port"],
				properties: {
					host: {
						type: "string",
						minLength: 2
					},
					port: {
						type: "integer",
						minimum: 1,
						maximum: 65535
					}
				},
				additionalProperties: !1
			}
		},
		redis_connect_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_read_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_master_name: {
			type: "string",
			minLength: 1
		},
		redis_role: {
			type: "string",
			enum: ["master", "slave"]
		},
		sentinel_username: {
			type: "string",
			minLength: 1
		},
		sentinel_password: { type: "string" },
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1,
	if: { required: ["rules"] },
	then: { properties: {
		count: { not: {} },
		time_window: { not: {} },
		group: { not: {} }
	} },
	else: { required: ["count", "time_window"] },
	allOf: [
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis" } }
			},
			then: { required: ["redis_host"] }
		},
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis-cluster" } }
			},
			then: { required: ["redis_cluster_nodes", "redis_cluster_name"] }
		},
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis-sentinel" } }
			},
			then: { required: ["redis_sentinels", "redis_master_name"] }
		}
	]
};
function we(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return we.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return we.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return we.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return we.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return we.errors = [0], !1;
	return we.errors = null, !0;
}
function M(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n;
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.policy === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		} else if (e.policy !== void 0 && e.policy !== "redis") {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var s = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), s) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.redis_host === void 0) return M.errors = [0], !1;
		var s = t === n;
		a = s;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, M.errors = t, !1;
	var c = r === n;
	if (c) {
		let r = n, i = n, a = !0, o = n;
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.policy === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			} else if (e.policy !== void 0 && e.policy !== "redis-cluster") {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			}
		}
		var l = o === n;
		if (n = i, t !== null && (i ? t.length = i : t = null), l) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && (e.redis_cluster_nodes === void 0 || e.redis_cluster_name === void 0)) return M.errors = [0], !1;
			var l = t === n;
			a = l;
		}
		if (!a) return t === null ? t = [0] : t.push(0), n++, M.errors = t, !1;
		var c = r === n;
		if (c) {
			let r = n, i = n, a = !0, o = n;
			if (e && typeof e == "object" && !Array.isArray(e)) {
				if (e.policy === void 0) {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				} else if (e.policy !== void 0 && e.policy !== "redis-sentinel") {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
			}
			var u = o === n;
			if (n = i, t !== null && (i ? t.length = i : t = null), u) {
				let t = n;
				if (e && typeof e == "object" && !Array.isArray(e) && (e.redis_sentinels === void 0 || e.redis_master_name === void 0)) return M.errors = [0], !1;
				var u = t === n;
				a = u;
			}
			if (!a) return t === null ? t = [0] : t.push(0), n++, M.errors = t, !1;
			var c = r === n;
			if (c) {
				let r = n, i = !0, a = n;
				if (e && typeof e == "object" && !Array.isArray(e) && e.rules === void 0) {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
				var f = a === n;
				if (n = r, t !== null && (r ? t.length = r : t = null), f) {
					let t = n;
					if (e && typeof e == "object" && !Array.isArray(e)) {
						if (e.count !== void 0) {
							return M.errors = [0], !1;
							var p;
						}
						var p = !0;
						if (p) {
							if (e.time_window !== void 0) {
								return M.errors = [0], !1;
								var p;
							}
							var p = !0;
							if (p) {
								if (e.group !== void 0) {
									return M.errors = [0], !1;
									var p;
								}
								var p = !0;
							}
						}
					}
					var f = t === n;
					i = f;
				} else {
					let t = n;
					if (e && typeof e == "object" && !Array.isArray(e) && (e.count === void 0 || e.time_window === void 0)) return M.errors = [0], !1;
					var f = t === n;
					i = f;
				}
				if (!i) return t === null ? t = [0] : t.push(0), n++, M.errors = t, !1;
			}
		}
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (!_.call(Ce.properties, t)) return M.errors = [0], !1;
			if (r === n) {
				if (e.count !== void 0) {
					let t = e.count, r = n;
					if ((typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t)) && typeof t != "string" || n === r && (typeof t == "number" && isFinite(t) && (t <= 0 || isNaN(t)) || n === r && typeof t == "string" && d(t) < 1)) return M.errors = [0], !1;
					var m = r === n;
				} else var m = !0;
				if (m) {
					if (e.time_window !== void 0) {
						let t = e.time_window, r = n;
						if ((typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t)) && typeof t != "string" || n === r && (typeof t == "number" && isFinite(t) && (t <= 0 || isNaN(t)) || n === r && typeof t == "string" && d(t) < 1)) return M.errors = [0], !1;
						var m = r === n;
					} else var m = !0;
					if (m) {
						if (e.rules !== void 0) {
							let t = e.rules, r = n;
							if (n === r) {
								if (Array.isArray(t)) {
									if (t.length < 1) return M.errors = [0], !1;
									{
										let e = t.length;
										for (let r = 0; r < e; r++) {
											let e = t[r], i = n;
											if (n === i) {
												if (e && typeof e == "object" && !Array.isArray(e)) {
													if (e.count === void 0 || e.time_window === void 0 || e.key === void 0) return M.errors = [0], !1;
													{
														let t = n;
														for (let t in e) if (t !== "count" && t !== "time_window" && t !== "key" && t !== "header_prefix") return M.errors = [0], !1;
														if (t === n) {
															if (e.count !== void 0) {
																let t = e.count, r = n;
																if ((typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t)) && typeof t != "string" || n === r && (typeof t == "number" && isFinite(t) && (t <= 0 || isNaN(t)) || n === r && typeof t == "string" && d(t) < 1)) return M.errors = [0], !1;
																var h = r === n;
															} else var h = !0;
															if (h) {
																if (e.time_window !== void 0) {
																	let t = e.time_window, r = n;
																	if ((typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t)) && typeof t != "string" || n === r && (typeof t == "number" && isFinite(t) && (t <= 0 || isNaN(t)) || n === r && typeof t == "string" && d(t) < 1)) return M.errors = [0], !1;
																	var h = r === n;
																} else var h = !0;
																if (h) {
																	if (e.key !== void 0) {
																		let t = e.key, r = n;
																		if (n === r) {
																			if (typeof t == "string") {
																				if (d(t) < 1) return M.errors = [0], !1;
																			} else return M.errors = [0], !1;
																		}
																		var h = r === n;
																	} else var h = !0;
																	if (h) {
																		if (e.header_prefix !== void 0) {
																			let t = e.header_prefix, r = n;
																			if (n === r) {
																				if (typeof t == "string") {
																					if (d(t) < 1) return M.errors = [0], !1;
																				} else return M.errors = [0], !1;
																			}
																			var h = r === n;
																		} else var h = !0;
																	}
																}
															}
														}
													}
												} else return M.errors = [0], !1;
											}
											if (i !== n) break;
										}
									}
								} else return M.errors = [0], !1;
							}
							var m = r === n;
						} else var m = !0;
						if (m) {
							if (e.window_type !== void 0) {
								let t = e.window_type, r = n;
								if (typeof t != "string" || t !== "fixed" && t !== "sliding") return M.errors = [0], !1;
								var m = r === n;
							} else var m = !0;
							if (m) {
								if (e.key !== void 0) {
									let t = n;
									if (typeof e.key != "string") return M.errors = [0], !1;
									var m = t === n;
								} else var m = !0;
								if (m) {
									if (e.key_type !== void 0) {
										let t = e.key_type, r = n;
										if (typeof t != "string" || t !== "var" && t !== "var_combination" && t !== "constant") return M.errors = [0], !1;
										var m = r === n;
									} else var m = !0;
									if (m) {
										if (e.group !== void 0) {
											let t = e.group, r = n;
											if (n === r) {
												if (typeof t == "string") {
													if (d(t) < 1) return M.errors = [0], !1;
												} else return M.errors = [0], !1;
											}
											var m = r === n;
										} else var m = !0;
										if (m) {
											if (e.rejected_code !== void 0) {
												let t = e.rejected_code, r = n;
												if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return M.errors = [0], !1;
												var m = r === n;
											} else var m = !0;
											if (m) {
												if (e.rejected_msg !== void 0) {
													let t = e.rejected_msg, r = n;
													if (n === r) {
														if (typeof t == "string") {
															if (d(t) < 1) return M.errors = [0], !1;
														} else return M.errors = [0], !1;
													}
													var m = r === n;
												} else var m = !0;
												if (m) {
													if (e.policy !== void 0) {
														let t = e.policy, r = n;
														if (typeof t != "string" || t !== "local" && t !== "redis" && t !== "redis-cluster" && t !== "redis-sentinel") return M.errors = [0], !1;
														var m = r === n;
													} else var m = !0;
													if (m) {
														if (e.allow_degradation !== void 0) {
															let t = n;
															if (typeof e.allow_degradation != "boolean") return M.errors = [0], !1;
															var m = t === n;
														} else var m = !0;
														if (m) {
															if (e.show_limit_quota_header !== void 0) {
																let t = n;
																if (typeof e.show_limit_quota_header != "boolean") return M.errors = [0], !1;
																var m = t === n;
															} else var m = !0;
															if (m) {
																if (e.sync_interval !== void 0) {
																	let t = e.sync_interval, r = n;
																	if (!(typeof t == "number" && isFinite(t))) return M.errors = [0], !1;
																	var m = r === n;
																} else var m = !0;
																if (m) {
																	if (e.redis_host !== void 0) {
																		let t = e.redis_host, r = n;
																		if (n === r) {
																			if (typeof t == "string") {
																				if (d(t) < 2) return M.errors = [0], !1;
																			} else return M.errors = [0], !1;
																		}
																		var m = r === n;
																	} else var m = !0;
																	if (m) {
																		if (e.redis_port !== void 0) {
																			let t = e.redis_port, r = n;
																			if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return M.errors = [0], !1;
																			var m = r === n;
																		} else var m = !0;
																		if (m) {
																			if (e.redis_username !== void 0) {
																				let t = e.redis_username, r = n;
																				if (n === r) {
																					if (typeof t == "string") {
																						if (d(t) < 1) return M.errors = [0], !1;
																					} else return M.errors = [0], !1;
																				}
																				var m = r === n;
																			} else var m = !0;
																			if (m) {
																				if (e.redis_password !== void 0) {
																					let t = n;
																					if (typeof e.redis_password != "string") return M.errors = [0], !1;
																					var m = t === n;
																				} else var m = !0;
																				if (m) {
																					if (e.redis_database !== void 0) {
																						let t = e.redis_database, r = n;
																						if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return M.errors = [0], !1;
																						var m = r === n;
																					} else var m = !0;
																					if (m) {
																						if (e.redis_timeout !== void 0) {
																							let t = e.redis_timeout, r = n;
																							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return M.errors = [0], !1;
																							var m = r === n;
																						} else var m = !0;
																						if (m) {
																							if (e.redis_ssl !== void 0) {
																								let t = n;
																								if (typeof e.redis_ssl != "boolean") return M.errors = [0], !1;
																								var m = t === n;
																							} else var m = !0;
																							if (m) {
																								if (e.redis_ssl_verify !== void 0) {
																									let t = n;
																									if (typeof e.redis_ssl_verify != "boolean") return M.errors = [0], !1;
																									var m = t === n;
																								} else var m = !0;
																								if (m) {
																									if (e.redis_keepalive_timeout !== void 0) {
																										let t = e.redis_keepalive_timeout, r = n;
																										if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return M.errors = [0], !1;
																										var m = r === n;
																									} else var m = !0;
																									if (m) {
																										if (e.redis_keepalive_pool !== void 0) {
																											let t = e.redis_keepalive_pool, r = n;
																											if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return M.errors = [0], !1;
																											var m = r === n;
																										} else var m = !0;
																										if (m) {
																											if (e.redis_cluster_nodes !== void 0) {
																												let t = e.redis_cluster_nodes, r = n;
																												if (n === r) {
																													if (Array.isArray(t)) {
																														if (t.length < 1) return M.errors = [0], !1;
																														{
																															let e = t.length;
																															for (let r = 0; r < e; r++) {
																																let e = t[r], i = n;
																																if (n === i) {
																																	if (typeof e == "string") {
																																		if (d(e) > 100 || d(e) < 2) return M.errors = [0], !1;
																																	} else return M.errors = [0], !1;
																																}
																																if (i !== n) break;
																															}
																														}
																													} else return M.errors = [0], !1;
																												}
																												var m = r === n;
																											} else var m = !0;
																											if (m) {
																												if (e.redis_cluster_name !== void 0) {
																													let t = e.redis_cluster_name, r = n;
																													if (n === r) {
																														if (typeof t == "string") {
																															if (d(t) < 1) return M.errors = [0], !1;
																														} else return M.errors = [0], !1;
																													}
																													var m = r === n;
																												} else var m = !0;
																												if (m) {
																													if (e.redis_cluster_ssl !== void 0) {
																														let t = n;
																														if (typeof e.redis_cluster_ssl != "boolean") return M.errors = [0], !1;
																														var m = t === n;
																													} else var m = !0;
																													if (m) {
																														if (e.redis_cluster_ssl_verify !== void 0) {
																															let t = n;
																															if (typeof e.redis_cluster_ssl_verify != "boolean") return M.errors = [0], !1;
																															var m = t === n;
																														} else var m = !0;
																														if (m) {
																															if (e.redis_sentinels !== void 0) {
																																let t = e.redis_sentinels, r = n;
																																if (n === r) {
																																	if (Array.isArray(t)) {
																																		if (t.length < 1) return M.errors = [0], !1;
																																		{
																																			let e = t.length;
																																			for (let r = 0; r < e; r++) {
																																				let e = t[r], i = n;
																																				if (n === i) {
																																					if (e && typeof e == "object" && !Array.isArray(e)) {
																																						if (e.host === void 0 || e.port === void 0) return M.errors = [0], !1;
																																						{
																																							let t = n;
																																							for (let t in e) if (t !== "host" && t !== "port") return M.errors = [0], !1;
																																							if (t === n) {
																																								if (e.host !== void 0) {
																																									let t = e.host, r = n;
																																									if (n === r) {
																																										if (typeof t == "string") {
																																											if (d(t) < 2) return M.errors = [0], !1;
																																										} else return M.errors = [0], !1;
																																									}
																																									var g = r === n;
																																								} else var g = !0;
																																								if (g) {
																																									if (e.port !== void 0) {
																																										let t = e.port, r = n;
																																										if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return M.errors = [0], !1;
																																										var g = r === n;
																																									} else var g = !0;
																																								}
																																							}
																																						}
																																					} else return M.errors = [0], !1;
																																				}
																																				if (i !== n) break;
																																			}
																																		}
																																	} else return M.errors = [0], !1;
																																}
																																var m = r === n;
																															} else var m = !0;
																															if (m) {
																																if (e.redis_connect_timeout !== void 0) {
																																	let t = e.redis_connect_timeout, r = n;
																																	if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return M.errors = [0], !1;
																																	var m = r === n;
																																} else var m = !0;
																																if (m) {
																																	if (e.redis_read_timeout !== void 0) {
																																		let t = e.redis_read_timeout, r = n;
																																		if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return M.errors = [0], !1;
																																		var m = r === n;
																																	} else var m = !0;
																																	if (m) {
																																		if (e.redis_master_name !== void 0) {
																																			let t = e.redis_master_name, r = n;
																																			if (n === r) {
																																				if (typeof t == "string") {
																																					if (d(t) < 1) return M.errors = [0], !1;
																																				} else return M.errors = [0], !1;
																																			}
																																			var m = r === n;
																																		} else var m = !0;
																																		if (m) {
																																			if (e.redis_role !== void 0) {
																																				let t = e.redis_role, r = n;
																																				if (typeof t != "string" || t !== "master" && t !== "slave") return M.errors = [0], !1;
																																				var m = r === n;
																																			} else var m = !0;
																																			if (m) {
																																				if (e.sentinel_username !== void 0) {
																																					let t = e.sentinel_username, r = n;
																																					if (n === r) {
																																						if (typeof t == "string") {
																																							if (d(t) < 1) return M.errors = [0], !1;
																																						} else return M.errors = [0], !1;
																																					}
																																					var m = r === n;
																																				} else var m = !0;
																																				if (m) {
																																					if (e.sentinel_password !== void 0) {
																																						let t = n;
																																						if (typeof e.sentinel_password != "string") return M.errors = [0], !1;
																																						var m = t === n;
																																					} else var m = !0;
																																					if (m) {
																																						if (e._meta !== void 0) {
																																							let r = n;
																																							we(e._meta) || (t = t === null ? we.errors : t.concat(we.errors), n = t.length);
																																							var m = r === n;
																																						} else var m = !0;
																																					}
																																				}
																																			}
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return M.errors = [0], !1;
	}
	return M.errors = t, n === 0;
}
const Te = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/limit-req.schema.json",
	type: "object",
	required: [
		"rate",
		"burst",
		"key"
	],
	properties: {
		rate: {
			type: "number",
			exclusiveMinimum: 0
		},
		burst: {
			type: "number",
			minimum: 0
		},
		key: {
			type: "string",
			minLength: 1
		},
		key_type: {
			type: "string",
			enum: ["var", "var_combination"]
		},
		policy: {
			type: "string",
			enum: [
				"local",
				"redis",
				"redis-cluster",
				"redis-sentinel"
			]
		},
		rejected_code: {
			type: "integer",
			minimum: 200,
			maximum: 599
		},
		rejected_msg: {
			type: "string",
			minLength: 1
		},
		nodelay: { type: "boolean" },
		allow_degradation: { type: "boolean" },
		redis_host: {
			type: "string",
			minLength: 2
		},
		redis_port: {
			type: "integer",
			minimum: 1,
			maximum: 65535
		},
		redis_username: {
			type: "string",
			minLength: 1
		},
		redis_password: { type: "string" },
		redis_database: {
			type: "integer",
			minimum: 0
		},
		redis_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_ssl: { type: "boolean" },
		redis_ssl_verify: { type: "boolean" },
		redis_keepalive_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_keepalive_pool: {
			type: "integer",
			minimum: 1
		},
		redis_cluster_nodes: {
			type: "array",
			minItems: 1,
			items: {
				type: "string",
				minLength: 2,
				maxLength: 100
			}
		},
		redis_cluster_name: {
			type: "string",
			minLength: 1
		},
		redis_cluster_ssl: { type: "boolean" },
		redis_cluster_ssl_verify: { type: "boolean" },
		redis_sentinels: {
			type: "array",
			minItems: 1,
			items: {
				type: "object",
				required: ["host", "port"],
				properties: {
					host: {
						type: "string",
						minLength: 2
					},
					port: {
						type: "integer",
						minimum: 1,
						maximum: 65535
					}
				},
				additionalProperties: !1
			}
		},
		redis_connect_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_read_timeout: {
			type: "integer",
			minimum: 1
		},
		redis_master_name: {
			type: "string",
			minLength: 1
		},
		redis_role: {
			type: "string",
			enum: ["master", "slave"]
		},
		sentinel_username: {
			type: "string",
			minLength: 1
		},
		sentinel_password: { type: "string" },
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1,
	allOf: [
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis" } }
			},
			then: { required: ["redis_host"] }
		},
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis-cluster" } }
			},
			then: { required: ["redis_cluster_nodes", "redis_cluster_name"] }
		},
		{
			if: {
				required: ["policy"],
				properties: { policy: { const: "redis-sentinel" } }
			},
			then: { required: ["redis_sentinels", "redis_master_name"] }
		}
	]
};
function Ee(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Ee.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Ee.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Ee.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Ee.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Ee.errors = [0], !1;
	return Ee.errors = null, !0;
}
function N(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n;
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.policy === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		} else if (e.policy !== void 0 && e.policy !== "redis") {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var s = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), s) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.redis_host === void 0) return N.errors = [0], !1;
		var s = t === n;
		a = s;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, N.errors = t, !1;
	var c = r === n;
	if (c) {
		let r = n, i = n, a = !0, o = n;
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.policy === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			} else if (e.policy !== void 0 && e.policy !== "redis-cluster") {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			}
		}
		var l = o === n;
		if (n = i, t !== null && (i ? t.length = i : t = null), l) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && (e.redis_cluster_nodes === void 0 || e.redis_cluster_name === void 0)) return N.errors = [0], !1;
			var l = t === n;
			a = l;
		}
		if (!a) return t === null ? t = [0] : t.push(0), n++, N.errors = t, !1;
		var c = r === n;
		if (c) {
			let r = n, i = n, a = !0, o = n;
			if (e && typeof e == "object" && !Array.isArray(e)) {
				if (e.policy === void 0) {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				} else if (e.policy !== void 0 && e.policy !== "redis-sentinel") {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
			}
			var u = o === n;
			if (n = i, t !== null && (i ? t.length = i : t = null), u) {
				let t = n;
				if (e && typeof e == "object" && !Array.isArray(e) && (e.redis_sentinels === void 0 || e.redis_master_name === void 0)) return N.errors = [0], !1;
				var u = t === n;
				a = u;
			}
			if (!a) return t === null ? t = [0] : t.push(0), n++, N.errors = t, !1;
			var c = r === n;
		}
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.rate === void 0 || e.burst === void 0 || e.key === void 0) return N.errors = [0], !1;
			{
				let r = n;
				for (let t in e) if (!_.call(Te.properties, t)) return N.errors = [0], !1;
				if (r === n) {
					if (e.rate !== void 0) {
						let t = e.rate, r = n;
						if (n === r) {
							if (typeof t == "number" && isFinite(t)) {
								if (t <= 0 || isNaN(t)) return N.errors = [0], !1;
							} else return N.errors = [0], !1;
						}
						var f = r === n;
					} else var f = !0;
					if (f) {
						if (e.burst !== void 0) {
							let t = e.burst, r = n;
							if (n === r) {
								if (typeof t == "number" && isFinite(t)) {
									if (t < 0 || isNaN(t)) return N.errors = [0], !1;
								} else return N.errors = [0], !1;
							}
							var f = r === n;
						} else var f = !0;
						if (f) {
							if (e.key !== void 0) {
								let t = e.key, r = n;
								if (n === r) {
									if (typeof t == "string") {
										if (d(t) < 1) return N.errors = [0], !1;
									} else return N.errors = [0], !1;
								}
								var f = r === n;
							} else var f = !0;
							if (f) {
								if (e.key_type !== void 0) {
									let t = e.key_type, r = n;
									if (typeof t != "string" || t !== "var" && t !== "var_combination") return N.errors = [0], !1;
									var f = r === n;
								} else var f = !0;
								if (f) {
									if (e.policy !== void 0) {
										let t = e.policy, r = n;
										if (typeof t != "string" || t !== "local" && t !== "redis" && t !== "redis-cluster" && t !== "redis-sentinel") return N.errors = [0], !1;
										var f = r === n;
									} else var f = !0;
									if (f) {
										if (e.rejected_code !== void 0) {
											let t = e.rejected_code, r = n;
											if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 200 || isNaN(t))) return N.errors = [0], !1;
											var f = r === n;
										} else var f = !0;
										if (f) {
											if (e.rejected_msg !== void 0) {
												let t = e.rejected_msg, r = n;
												if (n === r) {
													if (typeof t == "string") {
														if (d(t) < 1) return N.errors = [0], !1;
													} else return N.errors = [0], !1;
												}
												var f = r === n;
											} else var f = !0;
											if (f) {
												if (e.nodelay !== void 0) {
													let t = n;
													if (typeof e.nodelay != "boolean") return N.errors = [0], !1;
													var f = t === n;
												} else var f = !0;
												if (f) {
													if (e.allow_degradation !== void 0) {
														let t = n;
														if (typeof e.allow_degradation != "boolean") return N.errors = [0], !1;
														var f = t === n;
													} else var f = !0;
													if (f) {
														if (e.redis_host !== void 0) {
															let t = e.redis_host, r = n;
															if (n === r) {
																if (typeof t == "string") {
																	if (d(t) < 2) return N.errors = [0], !1;
																} else return N.errors = [0], !1;
															}
															var f = r === n;
														} else var f = !0;
														if (f) {
															if (e.redis_port !== void 0) {
																let t = e.redis_port, r = n;
																if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return N.errors = [0], !1;
																var f = r === n;
															} else var f = !0;
															if (f) {
																if (e.redis_username !== void 0) {
																	let t = e.redis_username, r = n;
																	if (n === r) {
																		if (typeof t == "string") {
																			if (d(t) < 1) return N.errors = [0], !1;
																		} else return N.errors = [0], !1;
																	}
																	var f = r === n;
																} else var f = !0;
																if (f) {
																	if (e.redis_password !== void 0) {
																		let t = n;
																		if (typeof e.redis_password != "string") return N.errors = [0], !1;
																		var f = t === n;
																	} else var f = !0;
																	if (f) {
																		if (e.redis_database !== void 0) {
																			let t = e.redis_database, r = n;
																			if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return N.errors = [0], !1;
																			var f = r === n;
																		} else var f = !0;
																		if (f) {
																			if (e.redis_timeout !== void 0) {
																				let t = e.redis_timeout, r = n;
																				if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return N.errors = [0], !1;
																				var f = r === n;
																			} else var f = !0;
																			if (f) {
																				if (e.redis_ssl !== void 0) {
																					let t = n;
																					if (typeof e.redis_ssl != "boolean") return N.errors = [0], !1;
																					var f = t === n;
																				} else var f = !0;
																				if (f) {
																					if (e.redis_ssl_verify !== void 0) {
																						let t = n;
																						if (typeof e.redis_ssl_verify != "boolean") return N.errors = [0], !1;
																						var f = t === n;
																					} else var f = !0;
																					if (f) {
																						if (e.redis_keepalive_timeout !== void 0) {
																							let t = e.redis_keepalive_timeout, r = n;
																							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return N.errors = [0], !1;
																							var f = r === n;
																						} else var f = !0;
																						if (f) {
																							if (e.redis_keepalive_pool !== void 0) {
																								let t = e.redis_keepalive_pool, r = n;
																								if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return N.errors = [0], !1;
																								var f = r === n;
																							} else var f = !0;
																							if (f) {
																								if (e.redis_cluster_nodes !== void 0) {
																									let t = e.redis_cluster_nodes, r = n;
																									if (n === r) {
																										if (Array.isArray(t)) {
																											if (t.length < 1) return N.errors = [0], !1;
																											{
																												let e = t.length;
																												for (let r = 0; r < e; r++) {
																													let e = t[r], i = n;
																													if (n === i) {
																														if (typeof e == "string") {
																															if (d(e) > 100 || d(e) < 2) return N.errors = [0], !1;
																														} else return N.errors = [0], !1;
																													}
																													if (i !== n) break;
																												}
																											}
																										} else return N.errors = [0], !1;
																									}
																									var f = r === n;
																								} else var f = !0;
																								if (f) {
																									if (e.redis_cluster_name !== void 0) {
																										let t = e.redis_cluster_name, r = n;
																										if (n === r) {
																											if (typeof t == "string") {
																												if (d(t) < 1) return N.errors = [0], !1;
																											} else return N.errors = [0], !1;
																										}
																										var f = r === n;
																									} else var f = !0;
																									if (f) {
																										if (e.redis_cluster_ssl !== void 0) {
																											let t = n;
																											if (typeof e.redis_cluster_ssl != "boolean") return N.errors = [0], !1;
																											var f = t === n;
																										} else var f = !0;
																										if (f) {
																											if (e.redis_cluster_ssl_verify !== void 0) {
																												let t = n;
																												if (typeof e.redis_cluster_ssl_verify != "boolean") return N.errors = [0], !1;
																												var f = t === n;
																											} else var f = !0;
																											if (f) {
																												if (e.redis_sentinels !== void 0) {
																													let t = e.redis_sentinels, r = n;
																													if (n === r) {
																														if (Array.isArray(t)) {
																															if (t.length < 1) return N.errors = [0], !1;
																															{
																																let e = t.length;
																																for (let r = 0; r < e; r++) {
																																	let e = t[r], i = n;
																																	if (n === i) {
																																		if (e && typeof e == "object" && !Array.isArray(e)) {
																																			if (e.host === void 0 || e.port === void 0) return N.errors = [0], !1;
																																			{
																																				let t = n;
																																				for (let t in e) if (t !== "host" && t !== "port") return N.errors = [0], !1;
																																				if (t === n) {
																																					if (e.host !== void 0) {
																																						let t = e.host, r = n;
																																						if (n === r) {
																																							if (typeof t == "string") {
																																								if (d(t) < 2) return N.errors = [0], !1;
																																							} else return N.errors = [0], !1;
																																						}
																																						var p = r === n;
																																					} else var p = !0;
																																					if (p) {
																																						if (e.port !== void 0) {
																																							let t = e.port, r = n;
																																							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return N.errors = [0], !1;
																																							var p = r === n;
																																						} else var p = !0;
																																					}
																																				}
																																			}
																																		} else return N.errors = [0], !1;
																																	}
																																	if (i !== n) break;
																																}
																															}
																														} else return N.errors = [0], !1;
																													}
																													var f = r === n;
																												} else var f = !0;
																												if (f) {
																													if (e.redis_connect_timeout !== void 0) {
																														let t = e.redis_connect_timeout, r = n;
																														if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return N.errors = [0], !1;
																														var f = r === n;
																													} else var f = !0;
																													if (f) {
																														if (e.redis_read_timeout !== void 0) {
																															let t = e.redis_read_timeout, r = n;
																															if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return N.errors = [0], !1;
																															var f = r === n;
																														} else var f = !0;
																														if (f) {
																															if (e.redis_master_name !== void 0) {
																																let t = e.redis_master_name, r = n;
																																if (n === r) {
																																	if (typeof t == "string") {
																																		if (d(t) < 1) return N.errors = [0], !1;
																																	} else return N.errors = [0], !1;
																																}
																																var f = r === n;
																															} else var f = !0;
																															if (f) {
																																if (e.redis_role !== void 0) {
																																	let t = e.redis_role, r = n;
																																	if (typeof t != "string" || t !== "master" && t !== "slave") return N.errors = [0], !1;
																																	var f = r === n;
																																} else var f = !0;
																																if (f) {
																																	if (e.sentinel_username !== void 0) {
																																		let t = e.sentinel_username, r = n;
																																		if (n === r) {
																																			if (typeof t == "string") {
																																				if (d(t) < 1) return N.errors = [0], !1;
																																			} else return N.errors = [0], !1;
																																		}
																																		var f = r === n;
																																	} else var f = !0;
																																	if (f) {
																																		if (e.sentinel_password !== void 0) {
																																			let t = n;
																																			if (typeof e.sentinel_password != "string") return N.errors = [0], !1;
																																			var f = t === n;
																																		} else var f = !0;
																																		if (f) {
																																			if (e._meta !== void 0) {
																																				let r = n;
																																				Ee(e._meta) || (t = t === null ? Ee.errors : t.concat(Ee.errors), n = t.length);
																																				var f = r === n;
																																			} else var f = !0;
																																		}
																																	}
																																}
																															}
																														}
																													}
																												}
																											}
																										}
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return N.errors = [0], !1;
	}
	return N.errors = t, n === 0;
}
function De(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return De.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return De.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return De.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return De.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return De.errors = [0], !1;
	return De.errors = null, !0;
}
function P(e) {
	let t = null, n = 0, r = n, i = !0, a = n, o = n, s = !1, c = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.response_example === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var l = c === n;
	if (s ||= l, !s) {
		let r = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.response_schema === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var l = r === n;
		s ||= l;
	}
	if (s) n = o, t !== null && (o ? t.length = o : t = null);
	else {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var u = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), !u) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.response_example === void 0) return P.errors = [0], !1;
		var u = t === n;
		i = u;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, P.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "delay" && t !== "response_status" && t !== "content_type" && t !== "response_example" && t !== "response_schema" && t !== "with_mock_header" && t !== "response_headers" && t !== "_meta") return P.errors = [0], !1;
			if (r === n) {
				if (e.delay !== void 0) {
					let t = e.delay, r = n;
					if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return P.errors = [0], !1;
					var d = r === n;
				} else var d = !0;
				if (d) {
					if (e.response_status !== void 0) {
						let t = e.response_status, r = n;
						if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 599 || isNaN(t) || t < 100 || isNaN(t))) return P.errors = [0], !1;
						var d = r === n;
					} else var d = !0;
					if (d) {
						if (e.content_type !== void 0) {
							let t = n;
							if (typeof e.content_type != "string") return P.errors = [0], !1;
							var d = t === n;
						} else var d = !0;
						if (d) {
							if (e.response_example !== void 0) {
								let t = n;
								if (typeof e.response_example != "string") return P.errors = [0], !1;
								var d = t === n;
							} else var d = !0;
							if (d) {
								if (e.response_schema !== void 0) {
									let t = e.response_schema, r = n;
									if (n === r && (!t || typeof t != "object" || Array.isArray(t))) return P.errors = [0], !1;
									var d = r === n;
								} else var d = !0;
								if (d) {
									if (e.with_mock_header !== void 0) {
										let t = n;
										if (typeof e.with_mock_header != "boolean") return P.errors = [0], !1;
										var d = t === n;
									} else var d = !0;
									if (d) {
										if (e.response_headers !== void 0) {
											let t = e.response_headers, r = n;
											if (n === r) {
												if (t && typeof t == "object" && !Array.isArray(t)) for (let e in t) {
													let r = t[e], i = n;
													if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return P.errors = [0], !1;
													if (i !== n) break;
												}
												else return P.errors = [0], !1;
											}
											var d = r === n;
										} else var d = !0;
										if (d) {
											if (e._meta !== void 0) {
												let r = n;
												De(e._meta) || (t = t === null ? De.errors : t.concat(De.errors), n = t.length);
												var d = r === n;
											} else var d = !0;
										}
									}
								}
							}
						}
					}
				}
			}
		} else return P.errors = [0], !1;
	}
	return P.errors = t, n === 0;
}
function Oe(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Oe.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Oe.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Oe.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Oe.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Oe.errors = [0], !1;
	return Oe.errors = null, !0;
}
function ke(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.prefer_name !== void 0) {
				let t = n;
				if (typeof e.prefer_name != "boolean") return ke.errors = [0], !1;
				var r = t === n;
			} else var r = !0;
			if (r) {
				if (e._meta !== void 0) {
					let i = n;
					Oe(e._meta) || (t = t === null ? Oe.errors : t.concat(Oe.errors), n = t.length);
					var r = i === n;
				} else var r = !0;
			}
		} else return ke.errors = [0], !1;
	}
	return ke.errors = t, n === 0;
}
const Ae = RegExp("^/", "u");
function je(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return je.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return je.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return je.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return je.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return je.errors = [0], !1;
	return je.errors = null, !0;
}
function F(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let a = n;
			for (let t in e) if (t !== "uri" && t !== "regex_uri" && t !== "method" && t !== "host" && t !== "scheme" && t !== "headers" && t !== "use_real_request_uri_unsafe" && t !== "_meta") return F.errors = [0], !1;
			if (a === n) {
				if (e.uri !== void 0) {
					let t = e.uri, i = n;
					if (n === i) {
						if (typeof t == "string") {
							if (d(t) > 4096 || d(t) < 1 || !Ae.test(t)) return F.errors = [0], !1;
						} else return F.errors = [0], !1;
					}
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e.regex_uri !== void 0) {
						let t = e.regex_uri, i = n;
						if (n === i) {
							if (Array.isArray(t)) {
								if (t.length < 2) return F.errors = [0], !1;
								{
									let e = t.length;
									for (let r = 0; r < e; r++) {
										let e = n;
										if (typeof t[r] != "string") return F.errors = [0], !1;
										if (e !== n) break;
									}
								}
							} else return F.errors = [0], !1;
						}
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.method !== void 0) {
							let t = e.method, i = n;
							if (typeof t != "string" || t !== "GET" && t !== "POST" && t !== "PUT" && t !== "HEAD" && t !== "DELETE" && t !== "OPTIONS" && t !== "MKCOL" && t !== "COPY" && t !== "MOVE" && t !== "PROPFIND" && t !== "LOCK" && t !== "UNLOCK" && t !== "PATCH" && t !== "TRACE") return F.errors = [0], !1;
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.host !== void 0) {
								let t = e.host, i = n;
								if (n === i) {
									if (typeof t == "string") {
										if (d(t) < 1) return F.errors = [0], !1;
									} else return F.errors = [0], !1;
								}
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.scheme !== void 0) {
									let t = e.scheme, i = n;
									if (typeof t != "string" || t !== "http" && t !== "https") return F.errors = [0], !1;
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.headers !== void 0) {
										let t = e.headers, a = n;
										if (n === a) {
											if (t && typeof t == "object" && !Array.isArray(t)) {
												if (Object.keys(t).length < 1) return F.errors = [0], !1;
												{
													let e = n;
													for (let e in t) if (e !== "add" && e !== "set" && e !== "remove") {
														let r = t[e], i = n;
														if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return F.errors = [0], !1;
														if (i !== n) break;
													}
													if (e === n) {
														if (t.add !== void 0) {
															let e = t.add, r = n;
															if (n === r) {
																if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
																	let r = e[t], i = n;
																	if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return F.errors = [0], !1;
																	if (i !== n) break;
																}
																else return F.errors = [0], !1;
															}
															var i = r === n;
														} else var i = !0;
														if (i) {
															if (t.set !== void 0) {
																let e = t.set, r = n;
																if (n === r) {
																	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
																		let r = e[t], i = n;
																		if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return F.errors = [0], !1;
																		if (i !== n) break;
																	}
																	else return F.errors = [0], !1;
																}
																var i = r === n;
															} else var i = !0;
															if (i) {
																if (t.remove !== void 0) {
																	let e = t.remove, r = n;
																	if (n === r) {
																		if (Array.isArray(e)) {
																			let t = e.length;
																			for (let r = 0; r < t; r++) {
																				let t = e[r], i = n;
																				if (n === i) {
																					if (typeof t == "string") {
																						if (d(t) < 1) return F.errors = [0], !1;
																					} else return F.errors = [0], !1;
																				}
																				if (i !== n) break;
																			}
																		} else return F.errors = [0], !1;
																	}
																	var i = r === n;
																} else var i = !0;
															}
														}
													}
												}
											} else return F.errors = [0], !1;
										}
										var r = a === n;
									} else var r = !0;
									if (r) {
										if (e.use_real_request_uri_unsafe !== void 0) {
											let t = n;
											if (typeof e.use_real_request_uri_unsafe != "boolean") return F.errors = [0], !1;
											var r = t === n;
										} else var r = !0;
										if (r) {
											if (e._meta !== void 0) {
												let i = n;
												je(e._meta) || (t = t === null ? je.errors : t.concat(je.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
										}
									}
								}
							}
						}
					}
				}
			}
		} else return F.errors = [0], !1;
	}
	return F.errors = t, n === 0;
}
const Me = RegExp("^\\*?[0-9a-zA-Z-._\\[\\]:]+$", "u");
function Ne(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1 || !Me.test(e)) return Ne.errors = [0], !1;
	} else return Ne.errors = [0], !1;
	return Ne.errors = null, !0;
}
function Pe(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Pe.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Pe.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Pe.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Pe.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Pe.errors = [0], !1;
	return Pe.errors = null, !0;
}
function I(e) {
	let t = null, n = 0, r = n, i = !0, a = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.whitelist === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var o = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), o) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.blacklist !== void 0) return I.errors = [0], !1;
		var o = t === n;
		i = o;
	} else {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.blacklist === void 0) return I.errors = [0], !1;
		var o = t === n;
		i = o;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, I.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "whitelist" && t !== "blacklist" && t !== "bypass_missing" && t !== "message" && t !== "_meta") return I.errors = [0], !1;
			if (r === n) {
				if (e.whitelist !== void 0) {
					let r = e.whitelist, i = n;
					if (n === i) {
						if (Array.isArray(r)) {
							if (r.length < 1) return I.errors = [0], !1;
							{
								let e = r.length;
								for (let i = 0; i < e; i++) {
									let e = n;
									if (Ne(r[i]) || (t = t === null ? Ne.errors : t.concat(Ne.errors), n = t.length), e !== n) break;
								}
							}
						} else return I.errors = [0], !1;
					}
					var s = i === n;
				} else var s = !0;
				if (s) {
					if (e.blacklist !== void 0) {
						let r = e.blacklist, i = n;
						if (n === i) {
							if (Array.isArray(r)) {
								if (r.length < 1) return I.errors = [0], !1;
								{
									let e = r.length;
									for (let i = 0; i < e; i++) {
										let e = n;
										if (Ne(r[i]) || (t = t === null ? Ne.errors : t.concat(Ne.errors), n = t.length), e !== n) break;
									}
								}
							} else return I.errors = [0], !1;
						}
						var s = i === n;
					} else var s = !0;
					if (s) {
						if (e.bypass_missing !== void 0) {
							let t = n;
							if (typeof e.bypass_missing != "boolean") return I.errors = [0], !1;
							var s = t === n;
						} else var s = !0;
						if (s) {
							if (e.message !== void 0) {
								let t = e.message, r = n;
								if (n === r) {
									if (typeof t == "string") {
										if (d(t) > 1024 || d(t) < 1) return I.errors = [0], !1;
									} else return I.errors = [0], !1;
								}
								var s = r === n;
							} else var s = !0;
							if (s) {
								if (e._meta !== void 0) {
									let r = n;
									Pe(e._meta) || (t = t === null ? Pe.errors : t.concat(Pe.errors), n = t.length);
									var s = r === n;
								} else var s = !0;
							}
						}
					}
				}
			}
		} else return I.errors = [0], !1;
	}
	return I.errors = t, n === 0;
}
function Fe(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Fe.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Fe.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Fe.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Fe.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Fe.errors = [0], !1;
	return Fe.errors = null, !0;
}
function L(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let a = n;
			for (let t in e) if (t !== "header_name" && t !== "include_in_response" && t !== "algorithm" && t !== "range_id" && t !== "_meta") return L.errors = [0], !1;
			if (a === n) {
				if (e.header_name !== void 0) {
					let t = n;
					if (typeof e.header_name != "string") return L.errors = [0], !1;
					var r = t === n;
				} else var r = !0;
				if (r) {
					if (e.include_in_response !== void 0) {
						let t = n;
						if (typeof e.include_in_response != "boolean") return L.errors = [0], !1;
						var r = t === n;
					} else var r = !0;
					if (r) {
						if (e.algorithm !== void 0) {
							let t = e.algorithm, i = n;
							if (typeof t != "string" || t !== "uuid" && t !== "nanoid" && t !== "range_id" && t !== "ksuid") return L.errors = [0], !1;
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.range_id !== void 0) {
								let t = e.range_id, a = n;
								if (n === a) {
									if (t && typeof t == "object" && !Array.isArray(t)) {
										let e = n;
										for (let e in t) if (e !== "length" && e !== "char_set") return L.errors = [0], !1;
										if (e === n) {
											if (t.length !== void 0) {
												let e = t.length, r = n;
												if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e < 6 || isNaN(e))) return L.errors = [0], !1;
												var i = r === n;
											} else var i = !0;
											if (i) {
												if (t.char_set !== void 0) {
													let e = t.char_set, r = n;
													if (n === r) {
														if (typeof e == "string") {
															if (d(e) < 6) return L.errors = [0], !1;
														} else return L.errors = [0], !1;
													}
													var i = r === n;
												} else var i = !0;
											}
										}
									} else return L.errors = [0], !1;
								}
								var r = a === n;
							} else var r = !0;
							if (r) {
								if (e._meta !== void 0) {
									let i = n;
									Fe(e._meta) || (t = t === null ? Fe.errors : t.concat(Fe.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
							}
						}
					}
				}
			}
		} else return L.errors = [0], !1;
	}
	return L.errors = t, n === 0;
}
const Ie = RegExp("^[^:]+:", "u");
function Le(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Le.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Le.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Le.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Le.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Le.errors = [0], !1;
	return Le.errors = null, !0;
}
function R(e) {
	let t = null, n = 0, r = n, i = !0, a = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.body === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var o = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), o) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.filters !== void 0) return R.errors = [0], !1;
		var o = t === n;
		i = o;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, R.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "status_code" && t !== "body" && t !== "body_base64" && t !== "headers" && t !== "vars" && t !== "filters" && t !== "_meta") return R.errors = [0], !1;
			if (r === n) {
				if (e.status_code !== void 0) {
					let t = e.status_code, r = n;
					if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t > 598 || isNaN(t) || t < 200 || isNaN(t))) return R.errors = [0], !1;
					var s = r === n;
				} else var s = !0;
				if (s) {
					if (e.body !== void 0) {
						let t = n;
						if (typeof e.body != "string") return R.errors = [0], !1;
						var s = t === n;
					} else var s = !0;
					if (s) {
						if (e.body_base64 !== void 0) {
							let t = n;
							if (typeof e.body_base64 != "boolean") return R.errors = [0], !1;
							var s = t === n;
						} else var s = !0;
						if (s) {
							if (e.headers !== void 0) {
								let t = e.headers, r = n;
								if (n === r) {
									if (t && typeof t == "object" && !Array.isArray(t)) {
										if (Object.keys(t).length < 1) return R.errors = [0], !1;
										{
											let e = n;
											for (let e in t) if (e !== "add" && e !== "set" && e !== "remove") {
												let r = t[e], i = n;
												if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return R.errors = [0], !1;
												if (i !== n) break;
											}
											if (e === n) {
												if (t.add !== void 0) {
													let e = t.add, r = n;
													if (n === r) {
														if (Array.isArray(e)) {
															let t = e.length;
															for (let r = 0; r < t; r++) {
																let t = e[r], i = n;
																if (n === i) {
																	if (typeof t == "string") {
																		if (!Ie.test(t)) return R.errors = [0], !1;
																	} else return R.errors = [0], !1;
																}
																if (i !== n) break;
															}
														} else return R.errors = [0], !1;
													}
													var c = r === n;
												} else var c = !0;
												if (c) {
													if (t.set !== void 0) {
														let e = t.set, r = n;
														if (n === r) {
															if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
																let r = e[t], i = n;
																if (typeof r != "string" && !(typeof r == "number" && isFinite(r))) return R.errors = [0], !1;
																if (i !== n) break;
															}
															else return R.errors = [0], !1;
														}
														var c = r === n;
													} else var c = !0;
													if (c) {
														if (t.remove !== void 0) {
															let e = t.remove, r = n;
															if (n === r) {
																if (Array.isArray(e)) {
																	let t = e.length;
																	for (let r = 0; r < t; r++) {
																		let t = e[r], i = n;
																		if (n === i) {
																			if (typeof t == "string") {
																				if (d(t) < 1) return R.errors = [0], !1;
																			} else return R.errors = [0], !1;
																		}
																		if (i !== n) break;
																	}
																} else return R.errors = [0], !1;
															}
															var c = r === n;
														} else var c = !0;
													}
												}
											}
										}
									} else return R.errors = [0], !1;
								}
								var s = r === n;
							} else var s = !0;
							if (s) {
								if (e.vars !== void 0) {
									let t = n;
									if (n === t && !Array.isArray(e.vars)) return R.errors = [0], !1;
									var s = t === n;
								} else var s = !0;
								if (s) {
									if (e.filters !== void 0) {
										let t = e.filters, r = n;
										if (n === r) {
											if (Array.isArray(t)) {
												if (t.length < 1) return R.errors = [0], !1;
												{
													let e = t.length;
													for (let r = 0; r < e; r++) {
														let e = t[r], i = n;
														if (n === i) {
															if (e && typeof e == "object" && !Array.isArray(e)) {
																if (e.regex === void 0 || e.replace === void 0) return R.errors = [0], !1;
																if (e.regex !== void 0) {
																	let t = e.regex, r = n;
																	if (n === r) {
																		if (typeof t == "string") {
																			if (d(t) < 1) return R.errors = [0], !1;
																		} else return R.errors = [0], !1;
																	}
																	var l = r === n;
																} else var l = !0;
																if (l) {
																	if (e.scope !== void 0) {
																		let t = e.scope, r = n;
																		if (typeof t != "string" || t !== "once" && t !== "global") return R.errors = [0], !1;
																		var l = r === n;
																	} else var l = !0;
																	if (l) {
																		if (e.replace !== void 0) {
																			let t = n;
																			if (typeof e.replace != "string") return R.errors = [0], !1;
																			var l = t === n;
																		} else var l = !0;
																		if (l) {
																			if (e.options !== void 0) {
																				let t = n;
																				if (typeof e.options != "string") return R.errors = [0], !1;
																				var l = t === n;
																			} else var l = !0;
																		}
																	}
																}
															} else return R.errors = [0], !1;
														}
														if (i !== n) break;
													}
												}
											} else return R.errors = [0], !1;
										}
										var s = r === n;
									} else var s = !0;
									if (s) {
										if (e._meta !== void 0) {
											let r = n;
											Le(e._meta) || (t = t === null ? Le.errors : t.concat(Le.errors), n = t.length);
											var s = r === n;
										} else var s = !0;
									}
								}
							}
						}
					}
				}
			}
		} else return R.errors = [0], !1;
	}
	return R.errors = t, n === 0;
}
function Re(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Re.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Re.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Re.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Re.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Re.errors = [0], !1;
	return Re.errors = null, !0;
}
function z(e) {
	let t = null, n = 0, r = n, i = !0, a = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.allowlist === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var o = a === n;
	if (n = r, t !== null && (r ? t.length = r : t = null), o) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.denylist !== void 0) return z.errors = [0], !1;
		var o = t === n;
		i = o;
	} else {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.denylist === void 0) return z.errors = [0], !1;
		var o = t === n;
		i = o;
	}
	if (!i) return t === null ? t = [0] : t.push(0), n++, z.errors = t, !1;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let r = n;
			for (let t in e) if (t !== "allowlist" && t !== "denylist" && t !== "bypass_missing" && t !== "message" && t !== "_meta") return z.errors = [0], !1;
			if (r === n) {
				if (e.allowlist !== void 0) {
					let t = e.allowlist, r = n;
					if (n === r) {
						if (Array.isArray(t)) {
							if (t.length < 1) return z.errors = [0], !1;
							{
								let e = t.length;
								for (let r = 0; r < e; r++) {
									let e = t[r], i = n;
									if (n === i && n === i) {
										if (typeof e == "string") {
											if (d(e) < 1 || !ce(e)) return z.errors = [0], !1;
										} else return z.errors = [0], !1;
									}
									if (i !== n) break;
								}
							}
						} else return z.errors = [0], !1;
					}
					var s = r === n;
				} else var s = !0;
				if (s) {
					if (e.denylist !== void 0) {
						let t = e.denylist, r = n;
						if (n === r) {
							if (Array.isArray(t)) {
								if (t.length < 1) return z.errors = [0], !1;
								{
									let e = t.length;
									for (let r = 0; r < e; r++) {
										let e = t[r], i = n;
										if (n === i && n === i) {
											if (typeof e == "string") {
												if (d(e) < 1 || !ce(e)) return z.errors = [0], !1;
											} else return z.errors = [0], !1;
										}
										if (i !== n) break;
									}
								}
							} else return z.errors = [0], !1;
						}
						var s = r === n;
					} else var s = !0;
					if (s) {
						if (e.bypass_missing !== void 0) {
							let t = n;
							if (typeof e.bypass_missing != "boolean") return z.errors = [0], !1;
							var s = t === n;
						} else var s = !0;
						if (s) {
							if (e.message !== void 0) {
								let t = e.message, r = n;
								if (n === r) {
									if (typeof t == "string") {
										if (d(t) > 1024 || d(t) < 1) return z.errors = [0], !1;
									} else return z.errors = [0], !1;
								}
								var s = r === n;
							} else var s = !0;
							if (s) {
								if (e._meta !== void 0) {
									let r = n;
									Re(e._meta) || (t = t === null ? Re.errors : t.concat(Re.errors), n = t.length);
									var s = r === n;
								} else var s = !0;
							}
						}
					}
				}
			}
		} else return z.errors = [0], !1;
	}
	return z.errors = t, n === 0;
}
function ze(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let i = n;
			for (let t in e) if (!_.call(ee.properties, t)) {
				let r = e[t], i = n;
				if (!r || typeof r != "object" || Array.isArray(r)) return ze.errors = [0], !1;
				if (i !== n) break;
			}
			if (i === n) {
				if (e.acl !== void 0) {
					let i = n;
					y(e.acl) || (t = t === null ? y.errors : t.concat(y.errors), n = t.length);
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e["api-breaker"] !== void 0) {
						let i = n;
						b(e["api-breaker"]) || (t = t === null ? b.errors : t.concat(b.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e["attach-consumer-label"] !== void 0) {
							let i = n;
							x(e["attach-consumer-label"]) || (t = t === null ? x.errors : t.concat(x.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e["basic-auth"] !== void 0) {
								let i = n;
								S(e["basic-auth"]) || (t = t === null ? S.errors : t.concat(S.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e["consumer-restriction"] !== void 0) {
									let i = n;
									C(e["consumer-restriction"]) || (t = t === null ? C.errors : t.concat(C.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.cors !== void 0) {
										let i = n;
										w(e.cors) || (t = t === null ? w.errors : t.concat(w.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e["fault-injection"] !== void 0) {
											let i = n;
											T(e["fault-injection"]) || (t = t === null ? T.errors : t.concat(T.errors), n = t.length);
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e["forward-auth"] !== void 0) {
												let i = n;
												E(e["forward-auth"]) || (t = t === null ? E.errors : t.concat(E.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
											if (r) {
												if (e["hmac-auth"] !== void 0) {
													let i = n;
													D(e["hmac-auth"]) || (t = t === null ? D.errors : t.concat(D.errors), n = t.length);
													var r = i === n;
												} else var r = !0;
												if (r) {
													if (e["ip-restriction"] !== void 0) {
														let i = n;
														O(e["ip-restriction"]) || (t = t === null ? O.errors : t.concat(O.errors), n = t.length);
														var r = i === n;
													} else var r = !0;
													if (r) {
														if (e["jwt-auth"] !== void 0) {
															let i = n;
															k(e["jwt-auth"]) || (t = t === null ? k.errors : t.concat(k.errors), n = t.length);
															var r = i === n;
														} else var r = !0;
														if (r) {
															if (e["key-auth"] !== void 0) {
																let i = n;
																A(e["key-auth"]) || (t = t === null ? A.errors : t.concat(A.errors), n = t.length);
																var r = i === n;
															} else var r = !0;
															if (r) {
																if (e["limit-conn"] !== void 0) {
																	let i = n;
																	j(e["limit-conn"]) || (t = t === null ? j.errors : t.concat(j.errors), n = t.length);
																	var r = i === n;
																} else var r = !0;
																if (r) {
																	if (e["limit-count"] !== void 0) {
																		let i = n;
																		M(e["limit-count"]) || (t = t === null ? M.errors : t.concat(M.errors), n = t.length);
																		var r = i === n;
																	} else var r = !0;
																	if (r) {
																		if (e["limit-req"] !== void 0) {
																			let i = n;
																			N(e["limit-req"]) || (t = t === null ? N.errors : t.concat(N.errors), n = t.length);
																			var r = i === n;
																		} else var r = !0;
																		if (r) {
																			if (e.mocking !== void 0) {
																				let i = n;
																				P(e.mocking) || (t = t === null ? P.errors : t.concat(P.errors), n = t.length);
																				var r = i === n;
																			} else var r = !0;
																			if (r) {
																				if (e.prometheus !== void 0) {
																					let i = n;
																					ke(e.prometheus) || (t = t === null ? ke.errors : t.concat(ke.errors), n = t.length);
																					var r = i === n;
																				} else var r = !0;
																				if (r) {
																					if (e["proxy-rewrite"] !== void 0) {
																						let i = n;
																						F(e["proxy-rewrite"]) || (t = t === null ? F.errors : t.concat(F.errors), n = t.length);
																						var r = i === n;
																					} else var r = !0;
																					if (r) {
																						if (e["referer-restriction"] !== void 0) {
																							let i = n;
																							I(e["referer-restriction"]) || (t = t === null ? I.errors : t.concat(I.errors), n = t.length);
																							var r = i === n;
																						} else var r = !0;
																						if (r) {
																							if (e["request-id"] !== void 0) {
																								let i = n;
																								L(e["request-id"]) || (t = t === null ? L.errors : t.concat(L.errors), n = t.length);
																								var r = i === n;
																							} else var r = !0;
																							if (r) {
																								if (e["response-rewrite"] !== void 0) {
																									let i = n;
																									R(e["response-rewrite"]) || (t = t === null ? R.errors : t.concat(R.errors), n = t.length);
																									var r = i === n;
																								} else var r = !0;
																								if (r) {
																									if (e["ua-restriction"] !== void 0) {
																										let i = n;
																										z(e["ua-restriction"]) || (t = t === null ? z.errors : t.concat(z.errors), n = t.length);
																										var r = i === n;
																									} else var r = !0;
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return ze.errors = [0], !1;
	}
	return ze.errors = t, n === 0;
}
const Be = RegExp("^[a-zA-Z0-9-_.]+$", "u");
function Ve(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? (Ve.errors = [0], !1) : (Ve.errors = null, !0);
}
function He(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? (He.errors = [0], !1) : (He.errors = null, !0);
}
function Ue(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1) return Ue.errors = [0], !1;
	} else return Ue.errors = [0], !1;
	return Ue.errors = null, !0;
}
function We(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return We.errors = [0], !1;
	} else return We.errors = [0], !1;
	return We.errors = null, !0;
}
function Ge(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return Ge.errors = [0], !1;
		} else return Ge.errors = [0], !1;
	}
	else return Ge.errors = [0], !1;
	return Ge.errors = null, !0;
}
function Ke(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let i = n;
			for (let t in e) if (t !== "basic-auth" && t !== "hmac-auth" && t !== "jwt-auth" && t !== "key-auth") {
				let r = e[t], i = n;
				if (!r || typeof r != "object" || Array.isArray(r)) return Ke.errors = [0], !1;
				if (i !== n) break;
			}
			if (i === n) {
				if (e["basic-auth"] !== void 0) {
					let i = n;
					S(e["basic-auth"]) || (t = t === null ? S.errors : t.concat(S.errors), n = t.length);
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e["hmac-auth"] !== void 0) {
						let i = n;
						D(e["hmac-auth"]) || (t = t === null ? D.errors : t.concat(D.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e["jwt-auth"] !== void 0) {
							let i = n;
							k(e["jwt-auth"]) || (t = t === null ? k.errors : t.concat(k.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e["key-auth"] !== void 0) {
								let i = n;
								A(e["key-auth"]) || (t = t === null ? A.errors : t.concat(A.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
						}
					}
				}
			}
		} else return Ke.errors = [0], !1;
	}
	return Ke.errors = t, n === 0;
}
function qe(e) {
	return qe.errors = [0], !1;
}
function Je(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.name === void 0 || e.plugins === void 0) return Je.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "id" && t !== "name" && t !== "desc" && t !== "labels" && t !== "plugins" && t !== "create_time" && t !== "update_time") return Je.errors = [0], !1;
				if (i === n) {
					if (e.id !== void 0) {
						let i = n;
						He(e.id) || (t = t === null ? He.errors : t.concat(He.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.name !== void 0) {
							let i = n;
							Ue(e.name) || (t = t === null ? Ue.errors : t.concat(Ue.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.desc !== void 0) {
								let i = n;
								We(e.desc) || (t = t === null ? We.errors : t.concat(We.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.labels !== void 0) {
									let i = n;
									Ge(e.labels) || (t = t === null ? Ge.errors : t.concat(Ge.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.plugins !== void 0) {
										let i = n;
										Ke(e.plugins) || (t = t === null ? Ke.errors : t.concat(Ke.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.create_time !== void 0) {
											let i = n;
											qe(e.create_time) || (t = t === null ? qe.errors : t.concat(qe.errors), n = t.length);
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e.update_time !== void 0) {
												let i = n;
												qe(e.update_time) || (t = t === null ? qe.errors : t.concat(qe.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
										}
									}
								}
							}
						}
					}
				}
			}
		} else return Je.errors = [0], !1;
	}
	return Je.errors = t, n === 0;
}
function Ye(e) {
	return Ye.errors = [0], !1;
}
function Xe(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.username === void 0) return Xe.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "username" && t !== "desc" && t !== "labels" && t !== "plugins" && t !== "group_id" && t !== "credentials" && t !== "create_time" && t !== "update_time") return Xe.errors = [0], !1;
				if (i === n) {
					if (e.username !== void 0) {
						let i = n;
						p(e.username) || (t = t === null ? p.errors : t.concat(p.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.desc !== void 0) {
							let i = n;
							m(e.desc) || (t = t === null ? m.errors : t.concat(m.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.labels !== void 0) {
								let i = n;
								g(e.labels) || (t = t === null ? g.errors : t.concat(g.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.plugins !== void 0) {
									let i = n;
									ze(e.plugins) || (t = t === null ? ze.errors : t.concat(ze.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.group_id !== void 0) {
										let i = n;
										Ve(e.group_id) || (t = t === null ? Ve.errors : t.concat(Ve.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.credentials !== void 0) {
											let i = e.credentials, a = n;
											if (n === a) {
												if (Array.isArray(i)) {
													let e = i.length;
													for (let r = 0; r < e; r++) {
														let e = n;
														if (Je(i[r]) || (t = t === null ? Je.errors : t.concat(Je.errors), n = t.length), e !== n) break;
													}
												} else return Xe.errors = [0], !1;
											}
											var r = a === n;
										} else var r = !0;
										if (r) {
											if (e.create_time !== void 0) {
												let i = n;
												Ye(e.create_time) || (t = t === null ? Ye.errors : t.concat(Ye.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
											if (r) {
												if (e.update_time !== void 0) {
													let i = n;
													Ye(e.update_time) || (t = t === null ? Ye.errors : t.concat(Ye.errors), n = t.length);
													var r = i === n;
												} else var r = !0;
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return Xe.errors = [0], !1;
	}
	return Xe.errors = t, n === 0;
}
const Ze = Je, Qe = it;
function $e(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? ($e.errors = [0], !1) : ($e.errors = null, !0);
}
function et(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1) return et.errors = [0], !1;
	} else return et.errors = [0], !1;
	return et.errors = null, !0;
}
function tt(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return tt.errors = [0], !1;
	} else return tt.errors = [0], !1;
	return tt.errors = null, !0;
}
function nt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return nt.errors = [0], !1;
		} else return nt.errors = [0], !1;
	}
	else return nt.errors = [0], !1;
	return nt.errors = null, !0;
}
function rt(e) {
	return rt.errors = [0], !1;
}
function it(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.id === void 0 || e.plugins === void 0) return it.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "id" && t !== "name" && t !== "desc" && t !== "labels" && t !== "plugins" && t !== "create_time" && t !== "update_time") return it.errors = [0], !1;
				if (i === n) {
					if (e.id !== void 0) {
						let i = n;
						$e(e.id) || (t = t === null ? $e.errors : t.concat($e.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.name !== void 0) {
							let i = n;
							et(e.name) || (t = t === null ? et.errors : t.concat(et.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.desc !== void 0) {
								let i = n;
								tt(e.desc) || (t = t === null ? tt.errors : t.concat(tt.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.labels !== void 0) {
									let i = n;
									nt(e.labels) || (t = t === null ? nt.errors : t.concat(nt.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.plugins !== void 0) {
										let i = n;
										ze(e.plugins) || (t = t === null ? ze.errors : t.concat(ze.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.create_time !== void 0) {
											let i = n;
											rt(e.create_time) || (t = t === null ? rt.errors : t.concat(rt.errors), n = t.length);
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e.update_time !== void 0) {
												let i = n;
												rt(e.update_time) || (t = t === null ? rt.errors : t.concat(rt.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
										}
									}
								}
							}
						}
					}
				}
			}
		} else return it.errors = [0], !1;
	}
	return it.errors = t, n === 0;
}
const at = $;
function B(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? (B.errors = [0], !1) : (B.errors = null, !0);
}
function ot(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1) return ot.errors = [0], !1;
	} else return ot.errors = [0], !1;
	return ot.errors = null, !0;
}
function st(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return st.errors = [0], !1;
	} else return st.errors = [0], !1;
	return st.errors = null, !0;
}
function ct(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return ct.errors = [0], !1;
		} else return ct.errors = [0], !1;
	}
	else return ct.errors = [0], !1;
	return ct.errors = null, !0;
}
function lt(e) {
	if (typeof e == "string") {
		if (d(e) > 4096 || d(e) < 1 || !Ae.test(e)) return lt.errors = [0], !1;
	} else return lt.errors = [0], !1;
	return lt.errors = null, !0;
}
function ut(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1 || !Me.test(e)) return ut.errors = [0], !1;
	} else return ut.errors = [0], !1;
	return ut.errors = null, !0;
}
function dt(e) {
	if (typeof e == "string") {
		if (!he(e)) return dt.errors = [0], !1;
	} else return dt.errors = [0], !1;
	return dt.errors = null, !0;
}
const ft = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/route.schema.json",
	type: "object",
	properties: {
		acl: { $ref: "acl.schema.json" },
		"api-breaker": { $ref: "api-breaker.schema.json" },
		"attach-consumer-label": { $ref: "attach-consumer-label.schema.json" },
		"basic-auth": { $ref: "basic-auth.route.schema.json" },
		"consumer-restriction": { $ref: "consumer-restriction.schema.json" },
		cors: { $ref: "cors.schema.json" },
		"fault-injection": { $ref: "fault-injection.schema.json" },
		"forward-auth": { $ref: "forward-auth.schema.json" },
		"hmac-auth": { $ref: "hmac-auth.route.schema.json" },
		"ip-restriction": { $ref: "ip-restriction.schema.json" },
		"jwt-auth": { $ref: "jwt-auth.route.schema.json" },
		"key-auth": { $ref: "key-auth.route.schema.json" },
		"limit-conn": { $ref: "limit-conn.schema.json" },
		"limit-count": { $ref: "limit-count.schema.json" },
		"limit-req": { $ref: "limit-req.schema.json" },
		mocking: { $ref: "mocking.schema.json" },
		"multi-auth": { $ref: "multi-auth.schema.json" },
		prometheus: { $ref: "prometheus.schema.json" },
		"proxy-rewrite": { $ref: "proxy-rewrite.schema.json" },
		"referer-restriction": { $ref: "referer-restriction.schema.json" },
		"request-id": { $ref: "request-id.schema.json" },
		"response-rewrite": { $ref: "response-rewrite.schema.json" },
		"ua-restriction": { $ref: "ua-restriction.schema.json" }
	},
	additionalProperties: { type: "object" }
};
function pt(e) {
	if (typeof e == "string") {
		if (!fe.test(e)) return pt.errors = [0], !1;
	} else return pt.errors = [0], !1;
	return pt.errors = null, !0;
}
const mt = RegExp("^[ !#-\\[\\]-~]+$", "u");
function ht(e) {
	if (typeof e == "string") {
		if (d(e) > 128 || d(e) < 1 || !mt.test(e)) return ht.errors = [0], !1;
	} else return ht.errors = [0], !1;
	return ht.errors = null, !0;
}
function gt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return gt.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return gt.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return gt.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return gt.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return gt.errors = [0], !1;
	return gt.errors = null, !0;
}
function V(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let a = n;
			for (let t in e) if (t !== "hide_credentials" && t !== "realm" && t !== "anonymous_consumer" && t !== "_meta") return V.errors = [0], !1;
			if (a === n) {
				if (e.hide_credentials !== void 0) {
					let t = n;
					if (typeof e.hide_credentials != "boolean") return V.errors = [0], !1;
					var r = t === n;
				} else var r = !0;
				if (r) {
					if (e.realm !== void 0) {
						let a = e.realm, o = n;
						if (typeof a != "string") return V.errors = [0], !1;
						let s = n, c = !0, l = n;
						pt(a) || (t = t === null ? pt.errors : t.concat(pt.errors), n = t.length);
						var i = l === n;
						if (n = s, t !== null && (s ? t.length = s : t = null), !i) {
							let e = n;
							ht(a) || (t = t === null ? ht.errors : t.concat(ht.errors), n = t.length);
							var i = e === n;
							c = i;
						}
						if (!c) return t === null ? t = [0] : t.push(0), n++, V.errors = t, !1;
						var r = o === n;
					} else var r = !0;
					if (r) {
						if (e.anonymous_consumer !== void 0) {
							let t = e.anonymous_consumer, i = n;
							if (n === i) {
								if (typeof t == "string") {
									if (d(t) < 1) return V.errors = [0], !1;
								} else return V.errors = [0], !1;
							}
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e._meta !== void 0) {
								let i = n;
								gt(e._meta) || (t = t === null ? gt.errors : t.concat(gt.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
						}
					}
				}
			}
		} else return V.errors = [0], !1;
	}
	return V.errors = t, n === 0;
}
const _t = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/hmac-auth.route.schema.json",
	type: "object",
	properties: {
		allowed_algorithms: {
			type: "array",
			minItems: 1,
			items: {
				type: "string",
				enum: [
					"hmac-sha1",
					"hmac-sha256",
					"hmac-sha512"
				]
			}
		},
		clock_skew: {
			type: "integer",
			minimum: 1
		},
		signed_headers: {
			type: "array",
			items: {
				type: "string",
				minLength: 1,
				maxLength: 50
			}
		},
		validate_request_body: { type: "boolean" },
		max_req_body_size: {
			type: "integer",
			minimum: 1
		},
		hide_credentials: { type: "boolean" },
		realm: {
			type: "string",
			if: { $ref: "../defs.schema.json#/definitions/secretReference" },
			else: { $ref: "../defs.schema.json#/definitions/realm" }
		},
		anonymous_consumer: {
			type: "string",
			minLength: 1
		},
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1
};
function vt(e) {
	if (typeof e == "string") {
		if (!fe.test(e)) return vt.errors = [0], !1;
	} else return vt.errors = [0], !1;
	return vt.errors = null, !0;
}
function yt(e) {
	if (typeof e == "string") {
		if (d(e) > 128 || d(e) < 1 || !mt.test(e)) return yt.errors = [0], !1;
	} else return yt.errors = [0], !1;
	return yt.errors = null, !0;
}
function bt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return bt.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return bt.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return bt.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return bt.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return bt.errors = [0], !1;
	return bt.errors = null, !0;
}
function H(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let a = n;
			for (let t in e) if (!_.call(_t.properties, t)) return H.errors = [0], !1;
			if (a === n) {
				if (e.allowed_algorithms !== void 0) {
					let t = e.allowed_algorithms, i = n;
					if (n === i) {
						if (Array.isArray(t)) {
							if (t.length < 1) return H.errors = [0], !1;
							{
								let e = t.length;
								for (let r = 0; r < e; r++) {
									let e = t[r], i = n;
									if (typeof e != "string" || e !== "hmac-sha1" && e !== "hmac-sha256" && e !== "hmac-sha512") return H.errors = [0], !1;
									if (i !== n) break;
								}
							}
						} else return H.errors = [0], !1;
					}
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e.clock_skew !== void 0) {
						let t = e.clock_skew, i = n;
						if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return H.errors = [0], !1;
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.signed_headers !== void 0) {
							let t = e.signed_headers, i = n;
							if (n === i) {
								if (Array.isArray(t)) {
									let e = t.length;
									for (let r = 0; r < e; r++) {
										let e = t[r], i = n;
										if (n === i) {
											if (typeof e == "string") {
												if (d(e) > 50 || d(e) < 1) return H.errors = [0], !1;
											} else return H.errors = [0], !1;
										}
										if (i !== n) break;
									}
								} else return H.errors = [0], !1;
							}
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.validate_request_body !== void 0) {
								let t = n;
								if (typeof e.validate_request_body != "boolean") return H.errors = [0], !1;
								var r = t === n;
							} else var r = !0;
							if (r) {
								if (e.max_req_body_size !== void 0) {
									let t = e.max_req_body_size, i = n;
									if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return H.errors = [0], !1;
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.hide_credentials !== void 0) {
										let t = n;
										if (typeof e.hide_credentials != "boolean") return H.errors = [0], !1;
										var r = t === n;
									} else var r = !0;
									if (r) {
										if (e.realm !== void 0) {
											let a = e.realm, o = n;
											if (typeof a != "string") return H.errors = [0], !1;
											let s = n, c = !0, l = n;
											vt(a) || (t = t === null ? vt.errors : t.concat(vt.errors), n = t.length);
											var i = l === n;
											if (n = s, t !== null && (s ? t.length = s : t = null), !i) {
												let e = n;
												yt(a) || (t = t === null ? yt.errors : t.concat(yt.errors), n = t.length);
												var i = e === n;
												c = i;
											}
											if (!c) return t === null ? t = [0] : t.push(0), n++, H.errors = t, !1;
											var r = o === n;
										} else var r = !0;
										if (r) {
											if (e.anonymous_consumer !== void 0) {
												let t = e.anonymous_consumer, i = n;
												if (n === i) {
													if (typeof t == "string") {
														if (d(t) < 1) return H.errors = [0], !1;
													} else return H.errors = [0], !1;
												}
												var r = i === n;
											} else var r = !0;
											if (r) {
												if (e._meta !== void 0) {
													let i = n;
													bt(e._meta) || (t = t === null ? bt.errors : t.concat(bt.errors), n = t.length);
													var r = i === n;
												} else var r = !0;
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return H.errors = [0], !1;
	}
	return H.errors = t, n === 0;
}
const xt = {
	$schema: "http://json-schema.org/draft-07/schema#",
	$id: "https://schemas.rollcall.invalid/v1/plugins/jwt-auth.route.schema.json",
	type: "object",
	properties: {
		header: { type: "string" },
		query: { type: "string" },
		cookie: { type: "string" },
		key_claim_name: {
			type: "string",
			minLength: 1
		},
		claims_to_verify: {
			type: "array",
			uniqueItems: !0,
			items: {
				type: "string",
				enum: ["exp", "nbf"]
			}
		},
		store_in_ctx: { type: "boolean" },
		hide_credentials: { type: "boolean" },
		realm: {
			type: "string",
			if: { $ref: "../defs.schema.json#/definitions/secretReference" },
			else: { $ref: "../defs.schema.json#/definitions/realm" }
		},
		anonymous_consumer: {
			type: "string",
			minLength: 1
		},
		_meta: { $ref: "../defs.schema.json#/definitions/pluginMeta" }
	},
	additionalProperties: !1
};
function St(e) {
	if (typeof e == "string") {
		if (!fe.test(e)) return St.errors = [0], !1;
	} else return St.errors = [0], !1;
	return St.errors = null, !0;
}
function Ct(e) {
	if (typeof e == "string") {
		if (d(e) > 128 || d(e) < 1 || !mt.test(e)) return Ct.errors = [0], !1;
	} else return Ct.errors = [0], !1;
	return Ct.errors = null, !0;
}
function wt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return wt.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return wt.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return wt.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return wt.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return wt.errors = [0], !1;
	return wt.errors = null, !0;
}
function U(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let o = n;
			for (let t in e) if (!_.call(xt.properties, t)) return U.errors = [0], !1;
			if (o === n) {
				if (e.header !== void 0) {
					let t = n;
					if (typeof e.header != "string") return U.errors = [0], !1;
					var r = t === n;
				} else var r = !0;
				if (r) {
					if (e.query !== void 0) {
						let t = n;
						if (typeof e.query != "string") return U.errors = [0], !1;
						var r = t === n;
					} else var r = !0;
					if (r) {
						if (e.cookie !== void 0) {
							let t = n;
							if (typeof e.cookie != "string") return U.errors = [0], !1;
							var r = t === n;
						} else var r = !0;
						if (r) {
							if (e.key_claim_name !== void 0) {
								let t = e.key_claim_name, i = n;
								if (n === i) {
									if (typeof t == "string") {
										if (d(t) < 1) return U.errors = [0], !1;
									} else return U.errors = [0], !1;
								}
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.claims_to_verify !== void 0) {
									let t = e.claims_to_verify, a = n;
									if (n === a) {
										if (Array.isArray(t)) {
											var i = !0;
											let e = t.length;
											for (let r = 0; r < e; r++) {
												let e = t[r], a = n;
												if (typeof e != "string" || e !== "exp" && e !== "nbf") return U.errors = [0], !1;
												var i = a === n;
												if (!i) break;
											}
											if (i) {
												let e = t.length;
												if (e > 1) {
													let n = {};
													for (; e--;) {
														let r = t[e];
														if (typeof r == "string") {
															if (typeof n[r] == "number") return n[r], U.errors = [0], !1;
															n[r] = e;
														}
													}
												}
											}
										} else return U.errors = [0], !1;
									}
									var r = a === n;
								} else var r = !0;
								if (r) {
									if (e.store_in_ctx !== void 0) {
										let t = n;
										if (typeof e.store_in_ctx != "boolean") return U.errors = [0], !1;
										var r = t === n;
									} else var r = !0;
									if (r) {
										if (e.hide_credentials !== void 0) {
											let t = n;
											if (typeof e.hide_credentials != "boolean") return U.errors = [0], !1;
											var r = t === n;
										} else var r = !0;
										if (r) {
											if (e.realm !== void 0) {
												let i = e.realm, o = n;
												if (typeof i != "string") return U.errors = [0], !1;
												let s = n, c = !0, l = n;
												St(i) || (t = t === null ? St.errors : t.concat(St.errors), n = t.length);
												var a = l === n;
												if (n = s, t !== null && (s ? t.length = s : t = null), !a) {
													let e = n;
													Ct(i) || (t = t === null ? Ct.errors : t.concat(Ct.errors), n = t.length);
													var a = e === n;
													c = a;
												}
												if (!c) return t === null ? t = [0] : t.push(0), n++, U.errors = t, !1;
												var r = o === n;
											} else var r = !0;
											if (r) {
												if (e.anonymous_consumer !== void 0) {
													let t = e.anonymous_consumer, i = n;
													if (n === i) {
														if (typeof t == "string") {
															if (d(t) < 1) return U.errors = [0], !1;
														} else return U.errors = [0], !1;
													}
													var r = i === n;
												} else var r = !0;
												if (r) {
													if (e._meta !== void 0) {
														let i = n;
														wt(e._meta) || (t = t === null ? wt.errors : t.concat(wt.errors), n = t.length);
														var r = i === n;
													} else var r = !0;
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return U.errors = [0], !1;
	}
	return U.errors = t, n === 0;
}
function Tt(e) {
	if (typeof e == "string") {
		if (!fe.test(e)) return Tt.errors = [0], !1;
	} else return Tt.errors = [0], !1;
	return Tt.errors = null, !0;
}
function Et(e) {
	if (typeof e == "string") {
		if (d(e) > 128 || d(e) < 1 || !mt.test(e)) return Et.errors = [0], !1;
	} else return Et.errors = [0], !1;
	return Et.errors = null, !0;
}
function Dt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Dt.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Dt.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Dt.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Dt.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Dt.errors = [0], !1;
	return Dt.errors = null, !0;
}
function W(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let a = n;
			for (let t in e) if (t !== "header" && t !== "query" && t !== "hide_credentials" && t !== "realm" && t !== "anonymous_consumer" && t !== "_meta") return W.errors = [0], !1;
			if (a === n) {
				if (e.header !== void 0) {
					let t = n;
					if (typeof e.header != "string") return W.errors = [0], !1;
					var r = t === n;
				} else var r = !0;
				if (r) {
					if (e.query !== void 0) {
						let t = n;
						if (typeof e.query != "string") return W.errors = [0], !1;
						var r = t === n;
					} else var r = !0;
					if (r) {
						if (e.hide_credentials !== void 0) {
							let t = n;
							if (typeof e.hide_credentials != "boolean") return W.errors = [0], !1;
							var r = t === n;
						} else var r = !0;
						if (r) {
							if (e.realm !== void 0) {
								let a = e.realm, o = n;
								if (typeof a != "string") return W.errors = [0], !1;
								let s = n, c = !0, l = n;
								Tt(a) || (t = t === null ? Tt.errors : t.concat(Tt.errors), n = t.length);
								var i = l === n;
								if (n = s, t !== null && (s ? t.length = s : t = null), !i) {
									let e = n;
									Et(a) || (t = t === null ? Et.errors : t.concat(Et.errors), n = t.length);
									var i = e === n;
									c = i;
								}
								if (!c) return t === null ? t = [0] : t.push(0), n++, W.errors = t, !1;
								var r = o === n;
							} else var r = !0;
							if (r) {
								if (e.anonymous_consumer !== void 0) {
									let t = e.anonymous_consumer, i = n;
									if (n === i) {
										if (typeof t == "string") {
											if (d(t) < 1) return W.errors = [0], !1;
										} else return W.errors = [0], !1;
									}
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e._meta !== void 0) {
										let i = n;
										Dt(e._meta) || (t = t === null ? Dt.errors : t.concat(Dt.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
								}
							}
						}
					}
				}
			}
		} else return W.errors = [0], !1;
	}
	return W.errors = t, n === 0;
}
function Ot(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.disable !== void 0) {
			if (typeof e.disable != "boolean") return Ot.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.priority !== void 0) {
				let n = e.priority;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Ot.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.error_response !== void 0) {
					let n = e.error_response;
					if (typeof n != "string" && (!n || typeof n != "object" || Array.isArray(n))) return Ot.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.filter !== void 0) {
						if (!Array.isArray(e.filter)) return Ot.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Ot.errors = [0], !1;
	return Ot.errors = null, !0;
}
function G(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.auth_plugins === void 0) return G.errors = [0], !1;
			{
				let a = n;
				for (let t in e) if (t !== "auth_plugins" && t !== "_meta") return G.errors = [0], !1;
				if (a === n) {
					if (e.auth_plugins !== void 0) {
						let a = e.auth_plugins, o = n;
						if (n === o) {
							if (Array.isArray(a)) {
								if (a.length < 2) return G.errors = [0], !1;
								{
									let e = a.length;
									for (let i = 0; i < e; i++) {
										let e = a[i], o = n;
										if (n === o) {
											if (e && typeof e == "object" && !Array.isArray(e)) {
												if (Object.keys(e).length > 1 || Object.keys(e).length < 1) return G.errors = [0], !1;
												{
													let i = n;
													for (let t in e) if (t !== "basic-auth" && t !== "hmac-auth" && t !== "jwt-auth" && t !== "key-auth") {
														let r = e[t], i = n;
														if (!r || typeof r != "object" || Array.isArray(r)) return G.errors = [0], !1;
														if (i !== n) break;
													}
													if (i === n) {
														if (e["basic-auth"] !== void 0) {
															let i = n;
															V(e["basic-auth"]) || (t = t === null ? V.errors : t.concat(V.errors), n = t.length);
															var r = i === n;
														} else var r = !0;
														if (r) {
															if (e["hmac-auth"] !== void 0) {
																let i = n;
																H(e["hmac-auth"]) || (t = t === null ? H.errors : t.concat(H.errors), n = t.length);
																var r = i === n;
															} else var r = !0;
															if (r) {
																if (e["jwt-auth"] !== void 0) {
																	let i = n;
																	U(e["jwt-auth"]) || (t = t === null ? U.errors : t.concat(U.errors), n = t.length);
																	var r = i === n;
																} else var r = !0;
																if (r) {
																	if (e["key-auth"] !== void 0) {
																		let i = n;
																		W(e["key-auth"]) || (t = t === null ? W.errors : t.concat(W.errors), n = t.length);
																		var r = i === n;
																	} else var r = !0;
																}
															}
														}
													}
												}
											} else return G.errors = [0], !1;
										}
										if (o !== n) break;
									}
								}
							} else return G.errors = [0], !1;
						}
						var i = o === n;
					} else var i = !0;
					if (i) {
						if (e._meta !== void 0) {
							let r = n;
							Ot(e._meta) || (t = t === null ? Ot.errors : t.concat(Ot.errors), n = t.length);
							var i = r === n;
						} else var i = !0;
					}
				}
			}
		} else return G.errors = [0], !1;
	}
	return G.errors = t, n === 0;
}
function K(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let i = n;
			for (let t in e) if (!_.call(ft.properties, t)) {
				let r = e[t], i = n;
				if (!r || typeof r != "object" || Array.isArray(r)) return K.errors = [0], !1;
				if (i !== n) break;
			}
			if (i === n) {
				if (e.acl !== void 0) {
					let i = n;
					y(e.acl) || (t = t === null ? y.errors : t.concat(y.errors), n = t.length);
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e["api-breaker"] !== void 0) {
						let i = n;
						b(e["api-breaker"]) || (t = t === null ? b.errors : t.concat(b.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e["attach-consumer-label"] !== void 0) {
							let i = n;
							x(e["attach-consumer-label"]) || (t = t === null ? x.errors : t.concat(x.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e["basic-auth"] !== void 0) {
								let i = n;
								V(e["basic-auth"]) || (t = t === null ? V.errors : t.concat(V.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e["consumer-restriction"] !== void 0) {
									let i = n;
									C(e["consumer-restriction"]) || (t = t === null ? C.errors : t.concat(C.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.cors !== void 0) {
										let i = n;
										w(e.cors) || (t = t === null ? w.errors : t.concat(w.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e["fault-injection"] !== void 0) {
											let i = n;
											T(e["fault-injection"]) || (t = t === null ? T.errors : t.concat(T.errors), n = t.length);
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e["forward-auth"] !== void 0) {
												let i = n;
												E(e["forward-auth"]) || (t = t === null ? E.errors : t.concat(E.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
											if (r) {
												if (e["hmac-auth"] !== void 0) {
													let i = n;
													H(e["hmac-auth"]) || (t = t === null ? H.errors : t.concat(H.errors), n = t.length);
													var r = i === n;
												} else var r = !0;
												if (r) {
													if (e["ip-restriction"] !== void 0) {
														let i = n;
														O(e["ip-restriction"]) || (t = t === null ? O.errors : t.concat(O.errors), n = t.length);
														var r = i === n;
													} else var r = !0;
													if (r) {
														if (e["jwt-auth"] !== void 0) {
															let i = n;
															U(e["jwt-auth"]) || (t = t === null ? U.errors : t.concat(U.errors), n = t.length);
															var r = i === n;
														} else var r = !0;
														if (r) {
															if (e["key-auth"] !== void 0) {
																let i = n;
																W(e["key-auth"]) || (t = t === null ? W.errors : t.concat(W.errors), n = t.length);
																var r = i === n;
															} else var r = !0;
															if (r) {
																if (e["limit-conn"] !== void 0) {
																	let i = n;
																	j(e["limit-conn"]) || (t = t === null ? j.errors : t.concat(j.errors), n = t.length);
																	var r = i === n;
																} else var r = !0;
																if (r) {
																	if (e["limit-count"] !== void 0) {
																		let i = n;
																		M(e["limit-count"]) || (t = t === null ? M.errors : t.concat(M.errors), n = t.length);
																		var r = i === n;
																	} else var r = !0;
																	if (r) {
																		if (e["limit-req"] !== void 0) {
																			let i = n;
																			N(e["limit-req"]) || (t = t === null ? N.errors : t.concat(N.errors), n = t.length);
																			var r = i === n;
																		} else var r = !0;
																		if (r) {
																			if (e.mocking !== void 0) {
																				let i = n;
																				P(e.mocking) || (t = t === null ? P.errors : t.concat(P.errors), n = t.length);
																				var r = i === n;
																			} else var r = !0;
																			if (r) {
																				if (e["multi-auth"] !== void 0) {
																					let i = n;
																					G(e["multi-auth"]) || (t = t === null ? G.errors : t.concat(G.errors), n = t.length);
																					var r = i === n;
																				} else var r = !0;
																				if (r) {
																					if (e.prometheus !== void 0) {
																						let i = n;
																						ke(e.prometheus) || (t = t === null ? ke.errors : t.concat(ke.errors), n = t.length);
																						var r = i === n;
																					} else var r = !0;
																					if (r) {
																						if (e["proxy-rewrite"] !== void 0) {
																							let i = n;
																							F(e["proxy-rewrite"]) || (t = t === null ? F.errors : t.concat(F.errors), n = t.length);
																							var r = i === n;
																						} else var r = !0;
																						if (r) {
																							if (e["referer-restriction"] !== void 0) {
																								let i = n;
																								I(e["referer-restriction"]) || (t = t === null ? I.errors : t.concat(I.errors), n = t.length);
																								var r = i === n;
																							} else var r = !0;
																							if (r) {
																								if (e["request-id"] !== void 0) {
																									let i = n;
																									L(e["request-id"]) || (t = t === null ? L.errors : t.concat(L.errors), n = t.length);
																									var r = i === n;
																								} else var r = !0;
																								if (r) {
																									if (e["response-rewrite"] !== void 0) {
																										let i = n;
																										R(e["response-rewrite"]) || (t = t === null ? R.errors : t.concat(R.errors), n = t.length);
																										var r = i === n;
																									} else var r = !0;
																									if (r) {
																										if (e["ua-restriction"] !== void 0) {
																											let i = n;
																											z(e["ua-restriction"]) || (t = t === null ? z.errors : t.concat(z.errors), n = t.length);
																											var r = i === n;
																										} else var r = !0;
																									}
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return K.errors = [0], !1;
	}
	return K.errors = t, n === 0;
}
function kt(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? (kt.errors = [0], !1) : (kt.errors = null, !0);
}
function At(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1) return At.errors = [0], !1;
	} else return At.errors = [0], !1;
	return At.errors = null, !0;
}
function jt(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return jt.errors = [0], !1;
	} else return jt.errors = [0], !1;
	return jt.errors = null, !0;
}
function Mt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return Mt.errors = [0], !1;
		} else return Mt.errors = [0], !1;
	}
	else return Mt.errors = [0], !1;
	return Mt.errors = null, !0;
}
function Nt(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.host === void 0 || e.weight === void 0) return Nt.errors = [0], !1;
		if (e.host !== void 0) {
			let n = e.host;
			if (typeof n == "string") {
				if (d(n) < 1) return Nt.errors = [0], !1;
			} else return Nt.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.port !== void 0) {
				let n = e.port;
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n) || typeof n == "number" && isFinite(n) && (n > 65535 || isNaN(n) || n < 1 || isNaN(n))) return Nt.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.weight !== void 0) {
					let n = e.weight;
					if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n) || typeof n == "number" && isFinite(n) && (n < 0 || isNaN(n))) return Nt.errors = [0], !1;
					var t = !0;
				} else var t = !0;
				if (t) {
					if (e.priority !== void 0) {
						let n = e.priority;
						if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n)) return Nt.errors = [0], !1;
						var t = !0;
					} else var t = !0;
				}
			}
		}
	} else return Nt.errors = [0], !1;
	return Nt.errors = null, !0;
}
function q(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		for (let t in e) if (t !== "connect" && t !== "send" && t !== "read") return q.errors = [0], !1;
		if (e.connect !== void 0) {
			let n = e.connect;
			if (typeof n == "number" && isFinite(n)) {
				if (n <= 0 || isNaN(n)) return q.errors = [0], !1;
			} else return q.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.send !== void 0) {
				let n = e.send;
				if (typeof n == "number" && isFinite(n)) {
					if (n <= 0 || isNaN(n)) return q.errors = [0], !1;
				} else return q.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.read !== void 0) {
					let n = e.read;
					if (typeof n == "number" && isFinite(n)) {
						if (n <= 0 || isNaN(n)) return q.errors = [0], !1;
					} else return q.errors = [0], !1;
					var t = !0;
				} else var t = !0;
			}
		}
	} else return q.errors = [0], !1;
	return q.errors = null, !0;
}
const Pt = {
	type: "object",
	properties: {
		type: {
			type: "string",
			enum: [
				"http",
				"https",
				"tcp"
			]
		},
		timeout: {
			type: "number",
			exclusiveMinimum: 0
		},
		concurrency: {
			type: "integer",
			minimum: 1
		},
		host: {
			type: "string",
			minLength: 1
		},
		port: {
			type: "integer",
			minimum: 1,
			maximum: 65535
		},
		http_path: {
			type: "string",
			pattern: "^/"
		},
		https_verify_certificate: { type: "boolean" },
		req_headers: {
			type: "array",
			minItems: 1,
			uniqueItems: !0,
			items: {
				type: "string",
				pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$"
			}
		},
		healthy: {
			type: "object",
			properties: {
				interval: {
					type: "integer",
					minimum: 1
				},
				http_statuses: { allOf: [{ $ref: "#/definitions/statuses" }] },
				successes: {
					type: "integer",
					minimum: 1,
					maximum: 254
				}
			},
			additionalProperties: !1
		},
		unhealthy: {
			type: "object",
			properties: {
				interval: {
					type: "integer",
					minimum: 1
				},
				http_statuses: { allOf: [{ $ref: "#/definitions/statuses" }] },
				http_failures: {
					type: "integer",
					minimum: 1,
					maximum: 254
				},
				tcp_failures: {
					type: "integer",
					minimum: 1,
					maximum: 254
				},
				timeouts: {
					type: "integer",
					minimum: 1,
					maximum: 254
				}
			},
			additionalProperties: !1
		}
	},
	additionalProperties: !1
}, Ft = RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$", "u");
function J(e) {
	if (Array.isArray(e)) {
		if (e.length < 1) return J.errors = [0], !1;
		{
			var t = !0;
			let n = e.length;
			for (let r = 0; r < n; r++) {
				let n = e[r];
				if (typeof n != "number" || n % 1 || isNaN(n) || !isFinite(n) || typeof n == "number" && isFinite(n) && (n > 599 || isNaN(n) || n < 200 || isNaN(n))) return J.errors = [0], !1;
				var t = !0;
				if (!t) break;
			}
			if (t) {
				let t = e.length;
				if (t > 1) {
					let n = {};
					for (; t--;) {
						let r = e[t];
						if (!(typeof r != "number" || r % 1 || isNaN(r) || !isFinite(r))) {
							if (typeof n[r] == "number") return n[r], J.errors = [0], !1;
							n[r] = t;
						}
					}
				}
			}
		}
	} else return J.errors = [0], !1;
	return J.errors = null, !0;
}
function Y(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let s = n;
			for (let t in e) if (!_.call(Pt.properties, t)) return Y.errors = [0], !1;
			if (s === n) {
				if (e.type !== void 0) {
					let t = e.type, i = n;
					if (typeof t != "string" || t !== "http" && t !== "https" && t !== "tcp") return Y.errors = [0], !1;
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e.timeout !== void 0) {
						let t = e.timeout, i = n;
						if (n === i) {
							if (typeof t == "number" && isFinite(t)) {
								if (t <= 0 || isNaN(t)) return Y.errors = [0], !1;
							} else return Y.errors = [0], !1;
						}
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.concurrency !== void 0) {
							let t = e.concurrency, i = n;
							if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 1 || isNaN(t))) return Y.errors = [0], !1;
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.host !== void 0) {
								let t = e.host, i = n;
								if (n === i) {
									if (typeof t == "string") {
										if (d(t) < 1) return Y.errors = [0], !1;
									} else return Y.errors = [0], !1;
								}
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.port !== void 0) {
									let t = e.port, i = n;
									if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t > 65535 || isNaN(t) || t < 1 || isNaN(t))) return Y.errors = [0], !1;
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.http_path !== void 0) {
										let t = e.http_path, i = n;
										if (n === i) {
											if (typeof t == "string") {
												if (!Ae.test(t)) return Y.errors = [0], !1;
											} else return Y.errors = [0], !1;
										}
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.https_verify_certificate !== void 0) {
											let t = n;
											if (typeof e.https_verify_certificate != "boolean") return Y.errors = [0], !1;
											var r = t === n;
										} else var r = !0;
										if (r) {
											if (e.req_headers !== void 0) {
												let t = e.req_headers, a = n;
												if (n === a) {
													if (Array.isArray(t)) {
														if (t.length < 1) return Y.errors = [0], !1;
														{
															var i = !0;
															let e = t.length;
															for (let r = 0; r < e; r++) {
																let e = t[r], a = n;
																if (n === a) {
																	if (typeof e == "string") {
																		if (!Ft.test(e)) return Y.errors = [0], !1;
																	} else return Y.errors = [0], !1;
																}
																var i = a === n;
																if (!i) break;
															}
															if (i) {
																let e = t.length;
																if (e > 1) {
																	let n = {};
																	for (; e--;) {
																		let r = t[e];
																		if (typeof r == "string") {
																			if (typeof n[r] == "number") return n[r], Y.errors = [0], !1;
																			n[r] = e;
																		}
																	}
																}
															}
														}
													} else return Y.errors = [0], !1;
												}
												var r = a === n;
											} else var r = !0;
											if (r) {
												if (e.healthy !== void 0) {
													let i = e.healthy, o = n;
													if (n === o) {
														if (i && typeof i == "object" && !Array.isArray(i)) {
															let e = n;
															for (let e in i) if (e !== "interval" && e !== "http_statuses" && e !== "successes") return Y.errors = [0], !1;
															if (e === n) {
																if (i.interval !== void 0) {
																	let e = i.interval, t = n;
																	if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e))) return Y.errors = [0], !1;
																	var a = t === n;
																} else var a = !0;
																if (a) {
																	if (i.http_statuses !== void 0) {
																		let e = n;
																		J(i.http_statuses) || (t = t === null ? J.errors : t.concat(J.errors), n = t.length);
																		var a = e === n;
																	} else var a = !0;
																	if (a) {
																		if (i.successes !== void 0) {
																			let e = i.successes, t = n;
																			if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 1 || isNaN(e))) return Y.errors = [0], !1;
																			var a = t === n;
																		} else var a = !0;
																	}
																}
															}
														} else return Y.errors = [0], !1;
													}
													var r = o === n;
												} else var r = !0;
												if (r) {
													if (e.unhealthy !== void 0) {
														let i = e.unhealthy, a = n;
														if (n === a) {
															if (i && typeof i == "object" && !Array.isArray(i)) {
																let e = n;
																for (let e in i) if (e !== "interval" && e !== "http_statuses" && e !== "http_failures" && e !== "tcp_failures" && e !== "timeouts") return Y.errors = [0], !1;
																if (e === n) {
																	if (i.interval !== void 0) {
																		let e = i.interval, t = n;
																		if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e))) return Y.errors = [0], !1;
																		var o = t === n;
																	} else var o = !0;
																	if (o) {
																		if (i.http_statuses !== void 0) {
																			let e = n;
																			J(i.http_statuses) || (t = t === null ? J.errors : t.concat(J.errors), n = t.length);
																			var o = e === n;
																		} else var o = !0;
																		if (o) {
																			if (i.http_failures !== void 0) {
																				let e = i.http_failures, t = n;
																				if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 1 || isNaN(e))) return Y.errors = [0], !1;
																				var o = t === n;
																			} else var o = !0;
																			if (o) {
																				if (i.tcp_failures !== void 0) {
																					let e = i.tcp_failures, t = n;
																					if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 1 || isNaN(e))) return Y.errors = [0], !1;
																					var o = t === n;
																				} else var o = !0;
																				if (o) {
																					if (i.timeouts !== void 0) {
																						let e = i.timeouts, t = n;
																						if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 1 || isNaN(e))) return Y.errors = [0], !1;
																						var o = t === n;
																					} else var o = !0;
																				}
																			}
																		}
																	}
																}
															} else return Y.errors = [0], !1;
														}
														var r = a === n;
													} else var r = !0;
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return Y.errors = [0], !1;
	}
	return Y.errors = t, n === 0;
}
function X(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			let o = n;
			for (let t in e) if (t !== "type" && t !== "healthy" && t !== "unhealthy") return X.errors = [0], !1;
			if (o === n) {
				if (e.type !== void 0) {
					let t = e.type, i = n;
					if (typeof t != "string" || t !== "http" && t !== "https" && t !== "tcp") return X.errors = [0], !1;
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e.healthy !== void 0) {
						let a = e.healthy, o = n;
						if (n === o) {
							if (a && typeof a == "object" && !Array.isArray(a)) {
								let e = n;
								for (let e in a) if (e !== "http_statuses" && e !== "successes") return X.errors = [0], !1;
								if (e === n) {
									if (a.http_statuses !== void 0) {
										let e = n;
										J(a.http_statuses) || (t = t === null ? J.errors : t.concat(J.errors), n = t.length);
										var i = e === n;
									} else var i = !0;
									if (i) {
										if (a.successes !== void 0) {
											let e = a.successes, t = n;
											if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 0 || isNaN(e))) return X.errors = [0], !1;
											var i = t === n;
										} else var i = !0;
									}
								}
							} else return X.errors = [0], !1;
						}
						var r = o === n;
					} else var r = !0;
					if (r) {
						if (e.unhealthy !== void 0) {
							let i = e.unhealthy, o = n;
							if (n === o) {
								if (i && typeof i == "object" && !Array.isArray(i)) {
									let e = n;
									for (let e in i) if (e !== "http_statuses" && e !== "http_failures" && e !== "tcp_failures" && e !== "timeouts") return X.errors = [0], !1;
									if (e === n) {
										if (i.http_statuses !== void 0) {
											let e = n;
											J(i.http_statuses) || (t = t === null ? J.errors : t.concat(J.errors), n = t.length);
											var a = e === n;
										} else var a = !0;
										if (a) {
											if (i.http_failures !== void 0) {
												let e = i.http_failures, t = n;
												if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 0 || isNaN(e))) return X.errors = [0], !1;
												var a = t === n;
											} else var a = !0;
											if (a) {
												if (i.tcp_failures !== void 0) {
													let e = i.tcp_failures, t = n;
													if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 0 || isNaN(e))) return X.errors = [0], !1;
													var a = t === n;
												} else var a = !0;
												if (a) {
													if (i.timeouts !== void 0) {
														let e = i.timeouts, t = n;
														if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === t && typeof e == "number" && isFinite(e) && (e > 254 || isNaN(e) || e < 0 || isNaN(e))) return X.errors = [0], !1;
														var a = t === n;
													} else var a = !0;
												}
											}
										}
									}
								} else return X.errors = [0], !1;
							}
							var r = o === n;
						} else var r = !0;
					}
				}
			}
		} else return X.errors = [0], !1;
	}
	return X.errors = t, n === 0;
}
function It(e) {
	return It.errors = [0], !1;
}
function Z(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n;
	if (e && typeof e == "object" && !Array.isArray(e)) {
		if (e.pass_host === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		} else if (e.pass_host !== void 0 && e.pass_host !== "rewrite") {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
	}
	var s = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), s) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.upstream_host === void 0) return Z.errors = [0], !1;
		var s = t === n;
		a = s;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, Z.errors = t, !1;
	if (r === n) {
		let r = n, i = !0, a = n;
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.type === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			} else {
				if (e.type !== void 0) {
					let r = n;
					if (e.type !== "chash") {
						let e = {};
						t === null ? t = [e] : t.push(e), n++;
					}
					var c = r === n;
				} else var c = !0;
				if (c) {
					if (e.hash_on !== void 0) {
						let r = n, i = n, a = n;
						if (e.hash_on !== "consumer") {
							let e = {};
							t === null ? t = [e] : t.push(e), n++;
						}
						if (a === n) {
							let e = {};
							t === null ? t = [e] : t.push(e), n++;
						} else n = i, t !== null && (i ? t.length = i : t = null);
						var c = r === n;
					} else var c = !0;
				}
			}
		}
		var l = a === n;
		if (n = r, t !== null && (r ? t.length = r : t = null), l) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.key === void 0) return Z.errors = [0], !1;
			var l = t === n;
			i = l;
		}
		if (!i) return t === null ? t = [0] : t.push(0), n++, Z.errors = t, !1;
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.id !== void 0) {
				let r = n;
				kt(e.id) || (t = t === null ? kt.errors : t.concat(kt.errors), n = t.length);
				var u = r === n;
			} else var u = !0;
			if (u) {
				if (e.name !== void 0) {
					let r = n;
					At(e.name) || (t = t === null ? At.errors : t.concat(At.errors), n = t.length);
					var u = r === n;
				} else var u = !0;
				if (u) {
					if (e.desc !== void 0) {
						let r = n;
						jt(e.desc) || (t = t === null ? jt.errors : t.concat(jt.errors), n = t.length);
						var u = r === n;
					} else var u = !0;
					if (u) {
						if (e.labels !== void 0) {
							let r = n;
							Mt(e.labels) || (t = t === null ? Mt.errors : t.concat(Mt.errors), n = t.length);
							var u = r === n;
						} else var u = !0;
						if (u) {
							if (e.nodes !== void 0) {
								let r = e.nodes, i = n;
								if (!r || typeof r != "object") return Z.errors = [0], !1;
								if (n === i) {
									if (Array.isArray(r)) {
										let e = r.length;
										for (let i = 0; i < e; i++) {
											let e = n;
											if (Nt(r[i]) || (t = t === null ? Nt.errors : t.concat(Nt.errors), n = t.length), e !== n) break;
										}
									}
									if (n === i && r && typeof r == "object" && !Array.isArray(r)) for (let e in r) {
										let t = r[e], i = n;
										if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === i && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return Z.errors = [0], !1;
										if (i !== n) break;
									}
								}
								var u = i === n;
							} else var u = !0;
							if (u) {
								if (e.type !== void 0) {
									let t = e.type, r = n;
									if (typeof t != "string" || t !== "roundrobin" && t !== "chash" && t !== "ewma" && t !== "least_conn") return Z.errors = [0], !1;
									var u = r === n;
								} else var u = !0;
								if (u) {
									if (e.hash_on !== void 0) {
										let t = e.hash_on, r = n;
										if (typeof t != "string" || t !== "vars" && t !== "header" && t !== "cookie" && t !== "consumer" && t !== "vars_combinations") return Z.errors = [0], !1;
										var u = r === n;
									} else var u = !0;
									if (u) {
										if (e.key !== void 0) {
											let t = n;
											if (typeof e.key != "string") return Z.errors = [0], !1;
											var u = t === n;
										} else var u = !0;
										if (u) {
											if (e.scheme !== void 0) {
												let t = e.scheme, r = n;
												if (typeof t != "string" || t !== "http" && t !== "https" && t !== "grpc" && t !== "grpcs" && t !== "tcp" && t !== "tls" && t !== "udp" && t !== "kafka") return Z.errors = [0], !1;
												var u = r === n;
											} else var u = !0;
											if (u) {
												if (e.pass_host !== void 0) {
													let t = e.pass_host, r = n;
													if (typeof t != "string" || t !== "pass" && t !== "node" && t !== "rewrite") return Z.errors = [0], !1;
													var u = r === n;
												} else var u = !0;
												if (u) {
													if (e.upstream_host !== void 0) {
														let t = e.upstream_host, r = n;
														if (n === r) {
															if (typeof t == "string") {
																if (d(t) < 1) return Z.errors = [0], !1;
															} else return Z.errors = [0], !1;
														}
														var u = r === n;
													} else var u = !0;
													if (u) {
														if (e.retries !== void 0) {
															let t = e.retries, r = n;
															if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || n === r && typeof t == "number" && isFinite(t) && (t < 0 || isNaN(t))) return Z.errors = [0], !1;
															var u = r === n;
														} else var u = !0;
														if (u) {
															if (e.timeout !== void 0) {
																let r = n;
																q(e.timeout) || (t = t === null ? q.errors : t.concat(q.errors), n = t.length);
																var u = r === n;
															} else var u = !0;
															if (u) {
																if (e.keepalive_pool !== void 0) {
																	let t = e.keepalive_pool, r = n;
																	if (n === r) {
																		if (t && typeof t == "object" && !Array.isArray(t)) {
																			let e = n;
																			for (let e in t) if (e !== "size" && e !== "idle_timeout" && e !== "requests") return Z.errors = [0], !1;
																			if (e === n) {
																				if (t.size !== void 0) {
																					let e = t.size, r = n;
																					if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e))) return Z.errors = [0], !1;
																					var f = r === n;
																				} else var f = !0;
																				if (f) {
																					if (t.idle_timeout !== void 0) {
																						let e = t.idle_timeout, r = n;
																						if (n === r) {
																							if (typeof e == "number" && isFinite(e)) {
																								if (e < 0 || isNaN(e)) return Z.errors = [0], !1;
																							} else return Z.errors = [0], !1;
																						}
																						var f = r === n;
																					} else var f = !0;
																					if (f) {
																						if (t.requests !== void 0) {
																							let e = t.requests, r = n;
																							if (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e) || n === r && typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e))) return Z.errors = [0], !1;
																							var f = r === n;
																						} else var f = !0;
																					}
																				}
																			}
																		} else return Z.errors = [0], !1;
																	}
																	var u = r === n;
																} else var u = !0;
																if (u) {
																	if (e.checks !== void 0) {
																		let r = e.checks, i = n;
																		if (n === i) {
																			if (r && typeof r == "object" && !Array.isArray(r)) {
																				if (r.active === void 0) return Z.errors = [0], !1;
																				{
																					let e = n;
																					for (let e in r) if (e !== "active" && e !== "passive") return Z.errors = [0], !1;
																					if (e === n) {
																						if (r.active !== void 0) {
																							let e = n;
																							Y(r.active) || (t = t === null ? Y.errors : t.concat(Y.errors), n = t.length);
																							var p = e === n;
																						} else var p = !0;
																						if (p) {
																							if (r.passive !== void 0) {
																								let e = n;
																								X(r.passive) || (t = t === null ? X.errors : t.concat(X.errors), n = t.length);
																								var p = e === n;
																							} else var p = !0;
																						}
																					}
																				}
																			} else return Z.errors = [0], !1;
																		}
																		var u = i === n;
																	} else var u = !0;
																	if (u) {
																		if (e.create_time !== void 0) {
																			let r = n;
																			It(e.create_time) || (t = t === null ? It.errors : t.concat(It.errors), n = t.length);
																			var u = r === n;
																		} else var u = !0;
																		if (u) {
																			if (e.update_time !== void 0) {
																				let r = n;
																				It(e.update_time) || (t = t === null ? It.errors : t.concat(It.errors), n = t.length);
																				var u = r === n;
																			} else var u = !0;
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return Z.errors = [0], !1;
	}
	return Z.errors = t, n === 0;
}
function Q(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) {
		for (let t in e) if (t !== "connect" && t !== "send" && t !== "read") return Q.errors = [0], !1;
		if (e.connect !== void 0) {
			let n = e.connect;
			if (typeof n == "number" && isFinite(n)) {
				if (n <= 0 || isNaN(n)) return Q.errors = [0], !1;
			} else return Q.errors = [0], !1;
			var t = !0;
		} else var t = !0;
		if (t) {
			if (e.send !== void 0) {
				let n = e.send;
				if (typeof n == "number" && isFinite(n)) {
					if (n <= 0 || isNaN(n)) return Q.errors = [0], !1;
				} else return Q.errors = [0], !1;
				var t = !0;
			} else var t = !0;
			if (t) {
				if (e.read !== void 0) {
					let n = e.read;
					if (typeof n == "number" && isFinite(n)) {
						if (n <= 0 || isNaN(n)) return Q.errors = [0], !1;
					} else return Q.errors = [0], !1;
					var t = !0;
				} else var t = !0;
			}
		}
	} else return Q.errors = [0], !1;
	return Q.errors = null, !0;
}
function Lt(e) {
	return Lt.errors = [0], !1;
}
const Rt = l;
function $(e) {
	let t = null, n = 0, r = n, i = n, a = !0, o = n, s = n, c = !1, l = n;
	if (e && typeof e == "object" && !Array.isArray(e) && e.uri === void 0) {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var u = l === n;
	if (c ||= u, !c) {
		let r = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.uris === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var u = r === n;
		c ||= u;
	}
	if (c) n = s, t !== null && (s ? t.length = s : t = null);
	else {
		let e = {};
		t === null ? t = [e] : t.push(e), n++;
	}
	var d = o === n;
	if (n = i, t !== null && (i ? t.length = i : t = null), !d) {
		let t = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.uri === void 0) return $.errors = [0], !1;
		var d = t === n;
		a = d;
	}
	if (!a) return t === null ? t = [0] : t.push(0), n++, $.errors = t, !1;
	var f = r === n;
	if (f) {
		let r = n, i = n, a = !0, o = n;
		if (e && typeof e == "object" && !Array.isArray(e) && e.uri === void 0) {
			let e = {};
			t === null ? t = [e] : t.push(e), n++;
		}
		var p = o === n;
		if (n = i, t !== null && (i ? t.length = i : t = null), p) {
			let t = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.uris !== void 0) return $.errors = [0], !1;
			var p = t === n;
			a = p;
		}
		if (!a) return t === null ? t = [0] : t.push(0), n++, $.errors = t, !1;
		var f = r === n;
		if (f) {
			let r = n, i = n, a = !0, o = n;
			if (e && typeof e == "object" && !Array.isArray(e) && e.host === void 0) {
				let e = {};
				t === null ? t = [e] : t.push(e), n++;
			}
			var m = o === n;
			if (n = i, t !== null && (i ? t.length = i : t = null), m) {
				let t = n;
				if (e && typeof e == "object" && !Array.isArray(e) && e.hosts !== void 0) return $.errors = [0], !1;
				var m = t === n;
				a = m;
			}
			if (!a) return t === null ? t = [0] : t.push(0), n++, $.errors = t, !1;
			var f = r === n;
			if (f) {
				let r = n, i = n, a = !0, o = n;
				if (e && typeof e == "object" && !Array.isArray(e) && e.remote_addr === void 0) {
					let e = {};
					t === null ? t = [e] : t.push(e), n++;
				}
				var h = o === n;
				if (n = i, t !== null && (i ? t.length = i : t = null), h) {
					let t = n;
					if (e && typeof e == "object" && !Array.isArray(e) && e.remote_addrs !== void 0) return $.errors = [0], !1;
					var h = t === n;
					a = h;
				}
				if (!a) return t === null ? t = [0] : t.push(0), n++, $.errors = t, !1;
				var f = r === n;
			}
		}
	}
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.id !== void 0) {
				let r = n;
				B(e.id) || (t = t === null ? B.errors : t.concat(B.errors), n = t.length);
				var g = r === n;
			} else var g = !0;
			if (g) {
				if (e.name !== void 0) {
					let r = n;
					ot(e.name) || (t = t === null ? ot.errors : t.concat(ot.errors), n = t.length);
					var g = r === n;
				} else var g = !0;
				if (g) {
					if (e.desc !== void 0) {
						let r = n;
						st(e.desc) || (t = t === null ? st.errors : t.concat(st.errors), n = t.length);
						var g = r === n;
					} else var g = !0;
					if (g) {
						if (e.labels !== void 0) {
							let r = n;
							ct(e.labels) || (t = t === null ? ct.errors : t.concat(ct.errors), n = t.length);
							var g = r === n;
						} else var g = !0;
						if (g) {
							if (e.uri !== void 0) {
								let r = n;
								lt(e.uri) || (t = t === null ? lt.errors : t.concat(lt.errors), n = t.length);
								var g = r === n;
							} else var g = !0;
							if (g) {
								if (e.uris !== void 0) {
									let r = e.uris, i = n;
									if (n === i) {
										if (Array.isArray(r)) {
											if (r.length < 1) return $.errors = [0], !1;
											{
												var ee = !0;
												let e = r.length;
												for (let i = 0; i < e; i++) {
													let e = n;
													lt(r[i]) || (t = t === null ? lt.errors : t.concat(lt.errors), n = t.length);
													var ee = e === n;
													if (!ee) break;
												}
												if (ee) {
													let e = r.length, t;
													if (e > 1) {
														outer0: for (; e--;) for (t = e; t--;) if (Rt(r[e], r[t])) return $.errors = [0], !1;
													}
												}
											}
										} else return $.errors = [0], !1;
									}
									var g = i === n;
								} else var g = !0;
								if (g) {
									if (e.host !== void 0) {
										let r = n;
										ut(e.host) || (t = t === null ? ut.errors : t.concat(ut.errors), n = t.length);
										var g = r === n;
									} else var g = !0;
									if (g) {
										if (e.hosts !== void 0) {
											let r = e.hosts, i = n;
											if (n === i) {
												if (Array.isArray(r)) {
													if (r.length < 1) return $.errors = [0], !1;
													{
														var _ = !0;
														let e = r.length;
														for (let i = 0; i < e; i++) {
															let e = n;
															ut(r[i]) || (t = t === null ? ut.errors : t.concat(ut.errors), n = t.length);
															var _ = e === n;
															if (!_) break;
														}
														if (_) {
															let e = r.length, t;
															if (e > 1) {
																outer1: for (; e--;) for (t = e; t--;) if (Rt(r[e], r[t])) return $.errors = [0], !1;
															}
														}
													}
												} else return $.errors = [0], !1;
											}
											var g = i === n;
										} else var g = !0;
										if (g) {
											if (e.methods !== void 0) {
												let t = e.methods, r = n;
												if (n === r) {
													if (Array.isArray(t)) {
														var te = !0;
														let e = t.length;
														for (let r = 0; r < e; r++) {
															let e = t[r], i = n;
															if (typeof e != "string" || e !== "GET" && e !== "POST" && e !== "PUT" && e !== "DELETE" && e !== "PATCH" && e !== "HEAD" && e !== "OPTIONS" && e !== "CONNECT" && e !== "TRACE" && e !== "PURGE") return $.errors = [0], !1;
															var te = i === n;
															if (!te) break;
														}
														if (te) {
															let e = t.length;
															if (e > 1) {
																let n = {};
																for (; e--;) {
																	let r = t[e];
																	if (typeof r == "string") {
																		if (typeof n[r] == "number") return n[r], $.errors = [0], !1;
																		n[r] = e;
																	}
																}
															}
														}
													} else return $.errors = [0], !1;
												}
												var g = r === n;
											} else var g = !0;
											if (g) {
												if (e.priority !== void 0) {
													let t = e.priority, r = n;
													if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t)) return $.errors = [0], !1;
													var g = r === n;
												} else var g = !0;
												if (g) {
													if (e.remote_addr !== void 0) {
														let r = n;
														dt(e.remote_addr) || (t = t === null ? dt.errors : t.concat(dt.errors), n = t.length);
														var g = r === n;
													} else var g = !0;
													if (g) {
														if (e.remote_addrs !== void 0) {
															let r = e.remote_addrs, i = n;
															if (n === i) {
																if (Array.isArray(r)) {
																	if (r.length < 1) return $.errors = [0], !1;
																	{
																		var v = !0;
																		let e = r.length;
																		for (let i = 0; i < e; i++) {
																			let e = n;
																			dt(r[i]) || (t = t === null ? dt.errors : t.concat(dt.errors), n = t.length);
																			var v = e === n;
																			if (!v) break;
																		}
																		if (v) {
																			let e = r.length, t;
																			if (e > 1) {
																				outer2: for (; e--;) for (t = e; t--;) if (Rt(r[e], r[t])) return $.errors = [0], !1;
																			}
																		}
																	}
																} else return $.errors = [0], !1;
															}
															var g = i === n;
														} else var g = !0;
														if (g) {
															if (e.vars !== void 0) {
																let t = n;
																if (n === t && !Array.isArray(e.vars)) return $.errors = [0], !1;
																var g = t === n;
															} else var g = !0;
															if (g) {
																if (e.plugins !== void 0) {
																	let r = n;
																	K(e.plugins) || (t = t === null ? K.errors : t.concat(K.errors), n = t.length);
																	var g = r === n;
																} else var g = !0;
																if (g) {
																	if (e.plugin_config_id !== void 0) {
																		let r = n;
																		B(e.plugin_config_id) || (t = t === null ? B.errors : t.concat(B.errors), n = t.length);
																		var g = r === n;
																	} else var g = !0;
																	if (g) {
																		if (e.service_id !== void 0) {
																			let r = n;
																			B(e.service_id) || (t = t === null ? B.errors : t.concat(B.errors), n = t.length);
																			var g = r === n;
																		} else var g = !0;
																		if (g) {
																			if (e.upstream_id !== void 0) {
																				let r = n;
																				B(e.upstream_id) || (t = t === null ? B.errors : t.concat(B.errors), n = t.length);
																				var g = r === n;
																			} else var g = !0;
																			if (g) {
																				if (e.upstream !== void 0) {
																					let r = n;
																					Z(e.upstream) || (t = t === null ? Z.errors : t.concat(Z.errors), n = t.length);
																					var g = r === n;
																				} else var g = !0;
																				if (g) {
																					if (e.timeout !== void 0) {
																						let r = n;
																						Q(e.timeout) || (t = t === null ? Q.errors : t.concat(Q.errors), n = t.length);
																						var g = r === n;
																					} else var g = !0;
																					if (g) {
																						if (e.enable_websocket !== void 0) {
																							let t = n;
																							if (typeof e.enable_websocket != "boolean") return $.errors = [0], !1;
																							var g = t === n;
																						} else var g = !0;
																						if (g) {
																							if (e.status !== void 0) {
																								let t = e.status, r = n;
																								if (typeof t != "number" || t % 1 || isNaN(t) || !isFinite(t) || t !== 0 && t !== 1) return $.errors = [0], !1;
																								var g = r === n;
																							} else var g = !0;
																							if (g) {
																								if (e.create_time !== void 0) {
																									let r = n;
																									Lt(e.create_time) || (t = t === null ? Lt.errors : t.concat(Lt.errors), n = t.length);
																									var g = r === n;
																								} else var g = !0;
																								if (g) {
																									if (e.update_time !== void 0) {
																										let r = n;
																										Lt(e.update_time) || (t = t === null ? Lt.errors : t.concat(Lt.errors), n = t.length);
																										var g = r === n;
																									} else var g = !0;
																								}
																							}
																						}
																					}
																				}
																			}
																		}
																	}
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return $.errors = [0], !1;
	}
	return $.errors = t, n === 0;
}
const zt = Kt;
function Bt(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? (Bt.errors = [0], !1) : (Bt.errors = null, !0);
}
function Vt(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1) return Vt.errors = [0], !1;
	} else return Vt.errors = [0], !1;
	return Vt.errors = null, !0;
}
function Ht(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return Ht.errors = [0], !1;
	} else return Ht.errors = [0], !1;
	return Ht.errors = null, !0;
}
function Ut(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return Ut.errors = [0], !1;
		} else return Ut.errors = [0], !1;
	}
	else return Ut.errors = [0], !1;
	return Ut.errors = null, !0;
}
function Wt(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1 || !Me.test(e)) return Wt.errors = [0], !1;
	} else return Wt.errors = [0], !1;
	return Wt.errors = null, !0;
}
function Gt(e) {
	return Gt.errors = [0], !1;
}
function Kt(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.id !== void 0) {
				let i = n;
				Bt(e.id) || (t = t === null ? Bt.errors : t.concat(Bt.errors), n = t.length);
				var r = i === n;
			} else var r = !0;
			if (r) {
				if (e.name !== void 0) {
					let i = n;
					Vt(e.name) || (t = t === null ? Vt.errors : t.concat(Vt.errors), n = t.length);
					var r = i === n;
				} else var r = !0;
				if (r) {
					if (e.desc !== void 0) {
						let i = n;
						Ht(e.desc) || (t = t === null ? Ht.errors : t.concat(Ht.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.labels !== void 0) {
							let i = n;
							Ut(e.labels) || (t = t === null ? Ut.errors : t.concat(Ut.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.hosts !== void 0) {
								let a = e.hosts, o = n;
								if (n === o) {
									if (Array.isArray(a)) {
										if (a.length < 1) return Kt.errors = [0], !1;
										{
											var i = !0;
											let e = a.length;
											for (let r = 0; r < e; r++) {
												let e = n;
												Wt(a[r]) || (t = t === null ? Wt.errors : t.concat(Wt.errors), n = t.length);
												var i = e === n;
												if (!i) break;
											}
											if (i) {
												let e = a.length, t;
												if (e > 1) {
													outer0: for (; e--;) for (t = e; t--;) if (Rt(a[e], a[t])) return Kt.errors = [0], !1;
												}
											}
										}
									} else return Kt.errors = [0], !1;
								}
								var r = o === n;
							} else var r = !0;
							if (r) {
								if (e.plugins !== void 0) {
									let i = n;
									K(e.plugins) || (t = t === null ? K.errors : t.concat(K.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.upstream_id !== void 0) {
										let i = n;
										Bt(e.upstream_id) || (t = t === null ? Bt.errors : t.concat(Bt.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.upstream !== void 0) {
											let i = n;
											Z(e.upstream) || (t = t === null ? Z.errors : t.concat(Z.errors), n = t.length);
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e.enable_websocket !== void 0) {
												let t = n;
												if (typeof e.enable_websocket != "boolean") return Kt.errors = [0], !1;
												var r = t === n;
											} else var r = !0;
											if (r) {
												if (e.create_time !== void 0) {
													let i = n;
													Gt(e.create_time) || (t = t === null ? Gt.errors : t.concat(Gt.errors), n = t.length);
													var r = i === n;
												} else var r = !0;
												if (r) {
													if (e.update_time !== void 0) {
														let i = n;
														Gt(e.update_time) || (t = t === null ? Gt.errors : t.concat(Gt.errors), n = t.length);
														var r = i === n;
													} else var r = !0;
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		} else return Kt.errors = [0], !1;
	}
	return Kt.errors = t, n === 0;
}
const qt = Z, Jt = Zt;
function Yt(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? (Yt.errors = [0], !1) : (Yt.errors = null, !0);
}
function Xt(e) {
	return Xt.errors = [0], !1;
}
function Zt(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.id === void 0 || e.plugins === void 0) return Zt.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "id" && t !== "plugins" && t !== "create_time" && t !== "update_time") return Zt.errors = [0], !1;
				if (i === n) {
					if (e.id !== void 0) {
						let i = n;
						Yt(e.id) || (t = t === null ? Yt.errors : t.concat(Yt.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.plugins !== void 0) {
							let i = n;
							K(e.plugins) || (t = t === null ? K.errors : t.concat(K.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.create_time !== void 0) {
								let i = n;
								Xt(e.create_time) || (t = t === null ? Xt.errors : t.concat(Xt.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.update_time !== void 0) {
									let i = n;
									Xt(e.update_time) || (t = t === null ? Xt.errors : t.concat(Xt.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
							}
						}
					}
				}
			}
		} else return Zt.errors = [0], !1;
	}
	return Zt.errors = t, n === 0;
}
const Qt = an;
function $t(e) {
	return typeof e != "string" && (typeof e != "number" || e % 1 || isNaN(e) || !isFinite(e)) || typeof e == "number" && isFinite(e) && (e < 1 || isNaN(e)) || typeof e == "string" && (d(e) > 64 || d(e) < 1 || !Be.test(e)) ? ($t.errors = [0], !1) : ($t.errors = null, !0);
}
function en(e) {
	if (typeof e == "string") {
		if (d(e) > 256 || d(e) < 1) return en.errors = [0], !1;
	} else return en.errors = [0], !1;
	return en.errors = null, !0;
}
function tn(e) {
	if (typeof e == "string") {
		if (d(e) > 256) return tn.errors = [0], !1;
	} else return tn.errors = [0], !1;
	return tn.errors = null, !0;
}
function nn(e) {
	if (e && typeof e == "object" && !Array.isArray(e)) for (let t in e) {
		let n = e[t];
		if (typeof n == "string") {
			if (d(n) > 256 || d(n) < 1 || !h.test(n)) return nn.errors = [0], !1;
		} else return nn.errors = [0], !1;
	}
	else return nn.errors = [0], !1;
	return nn.errors = null, !0;
}
function rn(e) {
	return rn.errors = [0], !1;
}
function an(e) {
	let t = null, n = 0;
	if (n === 0) {
		if (e && typeof e == "object" && !Array.isArray(e)) {
			if (e.id === void 0 || e.plugins === void 0) return an.errors = [0], !1;
			{
				let i = n;
				for (let t in e) if (t !== "id" && t !== "name" && t !== "desc" && t !== "labels" && t !== "plugins" && t !== "create_time" && t !== "update_time") return an.errors = [0], !1;
				if (i === n) {
					if (e.id !== void 0) {
						let i = n;
						$t(e.id) || (t = t === null ? $t.errors : t.concat($t.errors), n = t.length);
						var r = i === n;
					} else var r = !0;
					if (r) {
						if (e.name !== void 0) {
							let i = n;
							en(e.name) || (t = t === null ? en.errors : t.concat(en.errors), n = t.length);
							var r = i === n;
						} else var r = !0;
						if (r) {
							if (e.desc !== void 0) {
								let i = n;
								tn(e.desc) || (t = t === null ? tn.errors : t.concat(tn.errors), n = t.length);
								var r = i === n;
							} else var r = !0;
							if (r) {
								if (e.labels !== void 0) {
									let i = n;
									nn(e.labels) || (t = t === null ? nn.errors : t.concat(nn.errors), n = t.length);
									var r = i === n;
								} else var r = !0;
								if (r) {
									if (e.plugins !== void 0) {
										let i = n;
										K(e.plugins) || (t = t === null ? K.errors : t.concat(K.errors), n = t.length);
										var r = i === n;
									} else var r = !0;
									if (r) {
										if (e.create_time !== void 0) {
											let i = n;
											rn(e.create_time) || (t = t === null ? rn.errors : t.concat(rn.errors), n = t.length);
											var r = i === n;
										} else var r = !0;
										if (r) {
											if (e.update_time !== void 0) {
												let i = n;
												rn(e.update_time) || (t = t === null ? rn.errors : t.concat(rn.errors), n = t.length);
												var r = i === n;
											} else var r = !0;
										}
									}
								}
							}
						}
					}
				}
			}
		} else return an.errors = [0], !1;
	}
	return an.errors = t, n === 0;
}
export { u as consumer, Qe as consumer_group, Ze as credential, Jt as global_rule, Qt as plugin_config, at as route, zt as service, qt as upstream };
