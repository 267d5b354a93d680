// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
// @ts-nocheck
// src/check/formats.ts
/** The string formats that the schemas name: addresses (RFC 4291, RFC 4632, RFC 5952 spellings) and regular expressions. */
/** By the name that `format` carries in a schema. */
const formats = {
	"ip-or-cidr": isIpOrCidr,
	regex: isRegularExpression
};
/** An IPv4 or IPv6 address, alone or with a prefix length: `10.0.0.0/8`, `2001:db8::/32`. */
function isIpOrCidr(text) {
	const slash = text.indexOf("/");
	const address = slash === -1 ? text : text.slice(0, slash);
	const widestPrefix = isIpv4(address) ? 32 : isIpv6(address) ? 128 : void 0;
	if (widestPrefix === void 0) return false;
	return slash === -1 || isIntegerUpTo(text.slice(slash + 1), widestPrefix);
}
/** Four decimal numbers up to 255, without leading zeros (which some readers take for octal). */
function isIpv4(text) {
	const parts = text.split(".");
	return parts.length === 4 && parts.every((part) => isIntegerUpTo(part, 255));
}
/** Eight groups of hex digits, one run of zero groups as `::`, the last two groups as IPv4 if wanted; no zone. */
function isIpv6(text) {
	const halves = text.split("::");
	if (halves.length > 2) return false;
	let groupCount = 0;
	for (const [index, half] of halves.entries()) {
		const isLast = index === halves.length - 1;
		const count = half === "" && halves.length === 2 ? 0 : countGroups(half, isLast);
		if (count === void 0) return false;
		groupCount += count;
	}
	return halves.length === 2 ? groupCount <= 7 : groupCount === 8;
}
/** What only PCRE, which gateways use, knows; and what JavaScript has for it that is well-formed in the same cases. */
const pcreOnly = [
	[/\\Q.*?(?:\\E|$)/gs, "q"],
	[/\(\?(?:[a-zA-Z^-]+|#[^)]*)\)/g, ""],
	[/\(\?[a-zA-Z^-]+:/g, "(?:"],
	[/\(\?[>|]/g, "(?:"],
	[/\(\?P</g, "(?<"],
	[/\(\?(?:P[=>]\w+|&\w+|[+-]?\d+)\)/g, "(?:)"],
	[/([*+?}])\+/g, "$1"]
];
/** A regular expression that a gateway can compile: refuses only what is surely broken, such as unbalanced brackets. */
function isRegularExpression(text) {
	const rewritten = pcreOnly.reduce((rest, [construct, standIn]) => rest.replace(construct, standIn), text);
	try {
		new RegExp(rewritten);
		return true;
	} catch {
		return false;
	}
}
function countGroups(text, mayEndInIpv4) {
	const groups = text.split(":");
	const last = groups.at(-1) ?? "";
	const endsInIpv4 = mayEndInIpv4 && isIpv4(last);
	const hexGroups = endsInIpv4 ? groups.slice(0, -1) : groups;
	if (!hexGroups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return void 0;
	return hexGroups.length + (endsInIpv4 ? 2 : 0);
}
function isIntegerUpTo(text, limit) {
	return /^(?:0|[1-9][0-9]{0,2})$/.test(text) && Number(text) <= limit;
}

// validators.js
function codePointCount(text) {
	if (!/[\ud800-\udbff]/.test(text)) return text.length;
	let count = 0;
	for (const _character of text) count++;
	return count;
}
function isDeepEqual(left, right) {
	if (left === right) return true;
	if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
	const keys = Object.keys(left);
	return Array.isArray(left) === Array.isArray(right) && keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key]));
}
const consumer = validate21;
const schema6 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/consumer.schema.json",
	"title": "Consumer",
	"description": "The identity of an API caller. Global across gateway groups.",
	"type": "object",
	"required": ["username"],
	"properties": {
		"username": { "$ref": "defs.schema.json#/definitions/username" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"plugins": { "$ref": "plugins/consumer.schema.json" },
		"group_id": { "$ref": "defs.schema.json#/definitions/id" },
		"credentials": {
			"description": "The credentials that map a request to this consumer.",
			"type": "array",
			"items": { "$ref": "credential.schema.json" }
		},
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": false
};
const schema8 = {
	"description": "The consumer's unique name: letters, digits, '-' and '_', at most 512 characters (Apache APISIX takes 256).",
	"type": "string",
	"minLength": 1,
	"maxLength": 512,
	"pattern": "^[a-zA-Z0-9_-]+$"
};
const func2 = codePointCount;
const pattern0 = new RegExp("^[a-zA-Z0-9_-]+$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 512) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 512 },
				message: "must NOT have more than 512 characters",
				schema: 512,
				parentSchema: schema8,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema8,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern0.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9_-]+$" },
				message: "must match pattern \"^[a-zA-Z0-9_-]+$\"",
				schema: "^[a-zA-Z0-9_-]+$",
				parentSchema: schema8,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema8.type,
			parentSchema: schema8,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
const schema9 = {
	"description": "A description of at most 256 characters.",
	"type": "string",
	"maxLength": 256
};
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate25.errors = vErrors;
	return errors === 0;
}
const schema10 = {
	"description": "Labels for selecting and grouping. Each value is 1 to 256 characters without white space.",
	"type": "object",
	"additionalProperties": {
		"type": "string",
		"minLength": 1,
		"maxLength": 256,
		"pattern": "^\\S+$"
	}
};
const pattern1 = new RegExp("^\\S+$", "u");
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate27.errors = vErrors;
	return errors === 0;
}
const schema11 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/consumer.schema.json",
	"title": "ConsumerPlugins",
	"description": "Plugins of a consumer or group by name. An authentication plugin here is the older form of a credential.",
	"type": "object",
	"properties": {
		"acl": { "$ref": "acl.schema.json" },
		"api-breaker": { "$ref": "api-breaker.schema.json" },
		"attach-consumer-label": { "$ref": "attach-consumer-label.schema.json" },
		"basic-auth": { "$ref": "basic-auth.credential.schema.json" },
		"consumer-restriction": { "$ref": "consumer-restriction.schema.json" },
		"cors": { "$ref": "cors.schema.json" },
		"fault-injection": { "$ref": "fault-injection.schema.json" },
		"forward-auth": { "$ref": "forward-auth.schema.json" },
		"hmac-auth": { "$ref": "hmac-auth.credential.schema.json" },
		"ip-restriction": { "$ref": "ip-restriction.schema.json" },
		"jwt-auth": { "$ref": "jwt-auth.credential.schema.json" },
		"key-auth": { "$ref": "key-auth.credential.schema.json" },
		"limit-conn": { "$ref": "limit-conn.schema.json" },
		"limit-count": { "$ref": "limit-count.schema.json" },
		"limit-req": { "$ref": "limit-req.schema.json" },
		"mocking": { "$ref": "mocking.schema.json" },
		"prometheus": { "$ref": "prometheus.schema.json" },
		"proxy-rewrite": { "$ref": "proxy-rewrite.schema.json" },
		"referer-restriction": { "$ref": "referer-restriction.schema.json" },
		"request-id": { "$ref": "request-id.schema.json" },
		"response-rewrite": { "$ref": "response-rewrite.schema.json" },
		"ua-restriction": { "$ref": "ua-restriction.schema.json" }
	},
	"additionalProperties": { "type": "object" }
};
const func7 = Object.prototype.hasOwnProperty;
const schema12 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/acl.schema.json",
	"title": "Acl",
	"description": "Lets consumers pass, or refuses them, by their labels.",
	"type": "object",
	"properties": {
		"allow_labels": {
			"description": "Label to list of values: a consumer with one of them passes.",
			"type": "object",
			"minProperties": 1,
			"additionalProperties": {
				"type": "array",
				"minItems": 1,
				"items": { "type": "string" }
			}
		},
		"deny_labels": {
			"description": "Label to list of values: a consumer with one of them is refused.",
			"type": "object",
			"minProperties": 1,
			"additionalProperties": {
				"type": "array",
				"minItems": 1,
				"items": { "type": "string" }
			}
		},
		"rejected_code": {
			"description": "Status of a refusal.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"default": 403
		},
		"rejected_msg": {
			"description": "Text of a refusal's body.",
			"type": "string"
		},
		"external_user_label_field": {
			"description": "For users of other identity providers: JSONPath of the labels.",
			"type": "string",
			"minLength": 1,
			"default": "groups"
		},
		"external_user_label_field_key": {
			"description": "Label name under which those labels are compared.",
			"type": "string",
			"minLength": 1
		},
		"external_user_label_field_parser": {
			"description": "How the label value is read.",
			"type": "string",
			"enum": [
				"segmented_text",
				"json",
				"table"
			]
		},
		"external_user_label_field_separator": {
			"description": "Separator (a regular expression) of segmented_text.",
			"type": "string",
			"minLength": 1
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "anyOf": [{ "required": ["allow_labels"] }, { "required": ["deny_labels"] }] },
	"else": {
		"required": ["allow_labels"],
		"x-message": "give at least one of allow_labels and deny_labels"
	},
	"allOf": [{
		"if": {
			"required": ["external_user_label_field_parser"],
			"properties": { "external_user_label_field_parser": { "const": "segmented_text" } }
		},
		"then": {
			"required": ["external_user_label_field_separator"],
			"x-message": "segmented_text needs external_user_label_field_separator"
		}
	}]
};
const schema13 = {
	"title": "PluginMeta",
	"description": "What every plugin takes beside its own fields.",
	"type": "object",
	"properties": {
		"disable": {
			"type": "boolean",
			"description": "true: the plugin does not run.",
			"default": false
		},
		"priority": {
			"type": "integer",
			"description": "Runs the plugin at this priority instead of its own."
		},
		"error_response": {
			"type": ["string", "object"],
			"description": "Replaces the body of the plugin's refusals."
		},
		"filter": {
			"type": "array",
			"items": {},
			"description": "The plugin runs only for requests for which this expression holds."
		}
	},
	"additionalProperties": true
};
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate31.errors = vErrors;
	return errors === 0;
}
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.external_user_label_field_parser === void 0 && "external_user_label_field_parser") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.external_user_label_field_parser !== void 0) {
			if ("segmented_text" !== data.external_user_label_field_parser) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.external_user_label_field_separator === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/allOf/0/then/required",
					keyword: "required",
					params: { missingProperty: "external_user_label_field_separator" },
					message: "must have required property 'external_user_label_field_separator'",
					schema: schema12.allOf[0].then.required,
					parentSchema: schema12.allOf[0].then,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs5 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err3 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema12.allOf[0].if,
			parentSchema: schema12.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	const _errs6 = errors;
	let valid3 = true;
	const _errs7 = errors;
	const _errs8 = errors;
	let valid4 = false;
	const _errs9 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.allow_labels === void 0 && "allow_labels") {
			const err4 = {};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	var _valid2 = _errs9 === errors;
	valid4 = valid4 || _valid2;
	if (!valid4) {
		const _errs10 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.deny_labels === void 0 && "deny_labels") {
				const err5 = {};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		var _valid2 = _errs10 === errors;
		valid4 = valid4 || _valid2;
	}
	if (!valid4) {
		const err6 = {};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	} else {
		errors = _errs8;
		if (vErrors !== null) {
			if (_errs8) vErrors.length = _errs8;
			else vErrors = null;
		}
	}
	var _valid1 = _errs7 === errors;
	errors = _errs6;
	if (vErrors !== null) {
		if (_errs6) vErrors.length = _errs6;
		else vErrors = null;
	}
	if (!_valid1) {
		const _errs11 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.allow_labels === void 0) {
				const err7 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "allow_labels" },
					message: "must have required property 'allow_labels'",
					schema: schema12.else.required,
					parentSchema: schema12.else,
					data
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		var _valid1 = _errs11 === errors;
		valid3 = _valid1;
	}
	if (!valid3) {
		const err8 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "else" },
			message: "must match \"else\" schema",
			schema: schema12.if,
			parentSchema: schema12,
			data
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema12.properties, key0)) {
			const err9 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema12,
				data
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.allow_labels !== void 0) {
			let data1 = data.allow_labels;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (Object.keys(data1).length < 1) {
					const err10 = {
						instancePath: instancePath + "/allow_labels",
						schemaPath: "#/properties/allow_labels/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema12.properties.allow_labels,
						data: data1
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				for (const key1 in data1) {
					let data2 = data1[key1];
					if (Array.isArray(data2)) {
						if (data2.length < 1) {
							const err11 = {
								instancePath: instancePath + "/allow_labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/allow_labels/additionalProperties/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema12.properties.allow_labels.additionalProperties,
								data: data2
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
						const len0 = data2.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data3 = data2[i0];
							if (typeof data3 !== "string") {
								const err12 = {
									instancePath: instancePath + "/allow_labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
									schemaPath: "#/properties/allow_labels/additionalProperties/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema12.properties.allow_labels.additionalProperties.items.type,
									parentSchema: schema12.properties.allow_labels.additionalProperties.items,
									data: data3
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
					} else {
						const err13 = {
							instancePath: instancePath + "/allow_labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/allow_labels/additionalProperties/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema12.properties.allow_labels.additionalProperties.type,
							parentSchema: schema12.properties.allow_labels.additionalProperties,
							data: data2
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/allow_labels",
					schemaPath: "#/properties/allow_labels/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema12.properties.allow_labels.type,
					parentSchema: schema12.properties.allow_labels,
					data: data1
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.deny_labels !== void 0) {
			let data4 = data.deny_labels;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				if (Object.keys(data4).length < 1) {
					const err15 = {
						instancePath: instancePath + "/deny_labels",
						schemaPath: "#/properties/deny_labels/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema12.properties.deny_labels,
						data: data4
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				for (const key2 in data4) {
					let data5 = data4[key2];
					if (Array.isArray(data5)) {
						if (data5.length < 1) {
							const err16 = {
								instancePath: instancePath + "/deny_labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/deny_labels/additionalProperties/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema12.properties.deny_labels.additionalProperties,
								data: data5
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						const len1 = data5.length;
						for (let i1 = 0; i1 < len1; i1++) {
							let data6 = data5[i1];
							if (typeof data6 !== "string") {
								const err17 = {
									instancePath: instancePath + "/deny_labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1,
									schemaPath: "#/properties/deny_labels/additionalProperties/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema12.properties.deny_labels.additionalProperties.items.type,
									parentSchema: schema12.properties.deny_labels.additionalProperties.items,
									data: data6
								};
								if (vErrors === null) vErrors = [err17];
								else vErrors.push(err17);
								errors++;
							}
						}
					} else {
						const err18 = {
							instancePath: instancePath + "/deny_labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/deny_labels/additionalProperties/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema12.properties.deny_labels.additionalProperties.type,
							parentSchema: schema12.properties.deny_labels.additionalProperties,
							data: data5
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/deny_labels",
					schemaPath: "#/properties/deny_labels/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema12.properties.deny_labels.type,
					parentSchema: schema12.properties.deny_labels,
					data: data4
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.rejected_code !== void 0) {
			let data7 = data.rejected_code;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
				const err20 = {
					instancePath: instancePath + "/rejected_code",
					schemaPath: "#/properties/rejected_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema12.properties.rejected_code.type,
					parentSchema: schema12.properties.rejected_code,
					data: data7
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
			if (typeof data7 == "number" && isFinite(data7)) {
				if (data7 > 599 || isNaN(data7)) {
					const err21 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema12.properties.rejected_code,
						data: data7
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				if (data7 < 200 || isNaN(data7)) {
					const err22 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema12.properties.rejected_code,
						data: data7
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			}
		}
		if (data.rejected_msg !== void 0) {
			let data8 = data.rejected_msg;
			if (typeof data8 !== "string") {
				const err23 = {
					instancePath: instancePath + "/rejected_msg",
					schemaPath: "#/properties/rejected_msg/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema12.properties.rejected_msg.type,
					parentSchema: schema12.properties.rejected_msg,
					data: data8
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.external_user_label_field !== void 0) {
			let data9 = data.external_user_label_field;
			if (typeof data9 === "string") {
				if (func2(data9) < 1) {
					const err24 = {
						instancePath: instancePath + "/external_user_label_field",
						schemaPath: "#/properties/external_user_label_field/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema12.properties.external_user_label_field,
						data: data9
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			} else {
				const err25 = {
					instancePath: instancePath + "/external_user_label_field",
					schemaPath: "#/properties/external_user_label_field/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema12.properties.external_user_label_field.type,
					parentSchema: schema12.properties.external_user_label_field,
					data: data9
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.external_user_label_field_key !== void 0) {
			let data10 = data.external_user_label_field_key;
			if (typeof data10 === "string") {
				if (func2(data10) < 1) {
					const err26 = {
						instancePath: instancePath + "/external_user_label_field_key",
						schemaPath: "#/properties/external_user_label_field_key/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema12.properties.external_user_label_field_key,
						data: data10
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
			} else {
				const err27 = {
					instancePath: instancePath + "/external_user_label_field_key",
					schemaPath: "#/properties/external_user_label_field_key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema12.properties.external_user_label_field_key.type,
					parentSchema: schema12.properties.external_user_label_field_key,
					data: data10
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
		}
		if (data.external_user_label_field_parser !== void 0) {
			let data11 = data.external_user_label_field_parser;
			if (typeof data11 !== "string") {
				const err28 = {
					instancePath: instancePath + "/external_user_label_field_parser",
					schemaPath: "#/properties/external_user_label_field_parser/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema12.properties.external_user_label_field_parser.type,
					parentSchema: schema12.properties.external_user_label_field_parser,
					data: data11
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
			if (!(data11 === "segmented_text" || data11 === "json" || data11 === "table")) {
				const err29 = {
					instancePath: instancePath + "/external_user_label_field_parser",
					schemaPath: "#/properties/external_user_label_field_parser/enum",
					keyword: "enum",
					params: { allowedValues: schema12.properties.external_user_label_field_parser.enum },
					message: "must be equal to one of the allowed values",
					schema: schema12.properties.external_user_label_field_parser.enum,
					parentSchema: schema12.properties.external_user_label_field_parser,
					data: data11
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
		}
		if (data.external_user_label_field_separator !== void 0) {
			let data12 = data.external_user_label_field_separator;
			if (typeof data12 === "string") {
				if (func2(data12) < 1) {
					const err30 = {
						instancePath: instancePath + "/external_user_label_field_separator",
						schemaPath: "#/properties/external_user_label_field_separator/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema12.properties.external_user_label_field_separator,
						data: data12
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
			} else {
				const err31 = {
					instancePath: instancePath + "/external_user_label_field_separator",
					schemaPath: "#/properties/external_user_label_field_separator/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema12.properties.external_user_label_field_separator.type,
					parentSchema: schema12.properties.external_user_label_field_separator,
					data: data12
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate31(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err32 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema12.type,
			parentSchema: schema12,
			data
		};
		if (vErrors === null) vErrors = [err32];
		else vErrors.push(err32);
		errors++;
	}
	validate30.errors = vErrors;
	return errors === 0;
}
const schema14 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/api-breaker.schema.json",
	"title": "ApiBreaker",
	"description": "Stops asking an upstream that fails.",
	"type": "object",
	"required": ["break_response_code"],
	"properties": {
		"break_response_code": {
			"description": "Status while the upstream is not asked.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599
		},
		"break_response_body": {
			"description": "Body while the upstream is not asked.",
			"type": "string"
		},
		"break_response_headers": {
			"description": "Headers while the upstream is not asked.",
			"type": "array",
			"items": {
				"type": "object",
				"required": ["key", "value"],
				"properties": {
					"key": {
						"description": "Header name.",
						"type": "string",
						"minLength": 1
					},
					"value": {
						"description": "Header value, with variables.",
						"type": "string",
						"minLength": 1
					}
				},
				"additionalProperties": false
			}
		},
		"max_breaker_sec": {
			"description": "Longest time in seconds that the upstream is not asked.",
			"type": "integer",
			"minimum": 3,
			"default": 300
		},
		"unhealthy": {
			"description": "What counts as failure.",
			"type": "object",
			"properties": {
				"http_statuses": {
					"description": "Statuses.",
					"type": "array",
					"minItems": 1,
					"uniqueItems": true,
					"default": [500],
					"items": {
						"type": "integer",
						"minimum": 500,
						"maximum": 599
					}
				},
				"failures": {
					"description": "Failures in a row.",
					"type": "integer",
					"minimum": 1,
					"default": 3
				}
			},
			"additionalProperties": true
		},
		"healthy": {
			"description": "What counts as recovery.",
			"type": "object",
			"properties": {
				"http_statuses": {
					"description": "Statuses.",
					"type": "array",
					"minItems": 1,
					"uniqueItems": true,
					"default": [200],
					"items": {
						"type": "integer",
						"minimum": 200,
						"maximum": 499
					}
				},
				"successes": {
					"description": "Successes in a row.",
					"type": "integer",
					"minimum": 1,
					"default": 3
				}
			},
			"additionalProperties": true
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": true
};
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate35.errors = vErrors;
	return errors === 0;
}
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.break_response_code === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "break_response_code" },
				message: "must have required property 'break_response_code'",
				schema: schema14.required,
				parentSchema: schema14,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.break_response_code !== void 0) {
			let data0 = data.break_response_code;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err1 = {
					instancePath: instancePath + "/break_response_code",
					schemaPath: "#/properties/break_response_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema14.properties.break_response_code.type,
					parentSchema: schema14.properties.break_response_code,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 > 599 || isNaN(data0)) {
					const err2 = {
						instancePath: instancePath + "/break_response_code",
						schemaPath: "#/properties/break_response_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema14.properties.break_response_code,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				if (data0 < 200 || isNaN(data0)) {
					const err3 = {
						instancePath: instancePath + "/break_response_code",
						schemaPath: "#/properties/break_response_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema14.properties.break_response_code,
						data: data0
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			}
		}
		if (data.break_response_body !== void 0) {
			let data1 = data.break_response_body;
			if (typeof data1 !== "string") {
				const err4 = {
					instancePath: instancePath + "/break_response_body",
					schemaPath: "#/properties/break_response_body/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema14.properties.break_response_body.type,
					parentSchema: schema14.properties.break_response_body,
					data: data1
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.break_response_headers !== void 0) {
			let data2 = data.break_response_headers;
			if (Array.isArray(data2)) {
				const len0 = data2.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data3 = data2[i0];
					if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
						if (data3.key === void 0) {
							const err5 = {
								instancePath: instancePath + "/break_response_headers/" + i0,
								schemaPath: "#/properties/break_response_headers/items/required",
								keyword: "required",
								params: { missingProperty: "key" },
								message: "must have required property 'key'",
								schema: schema14.properties.break_response_headers.items.required,
								parentSchema: schema14.properties.break_response_headers.items,
								data: data3
							};
							if (vErrors === null) vErrors = [err5];
							else vErrors.push(err5);
							errors++;
						}
						if (data3.value === void 0) {
							const err6 = {
								instancePath: instancePath + "/break_response_headers/" + i0,
								schemaPath: "#/properties/break_response_headers/items/required",
								keyword: "required",
								params: { missingProperty: "value" },
								message: "must have required property 'value'",
								schema: schema14.properties.break_response_headers.items.required,
								parentSchema: schema14.properties.break_response_headers.items,
								data: data3
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
						for (const key0 in data3) if (!(key0 === "key" || key0 === "value")) {
							const err7 = {
								instancePath: instancePath + "/break_response_headers/" + i0,
								schemaPath: "#/properties/break_response_headers/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key0 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema14.properties.break_response_headers.items,
								data: data3
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (data3.key !== void 0) {
							let data4 = data3.key;
							if (typeof data4 === "string") {
								if (func2(data4) < 1) {
									const err8 = {
										instancePath: instancePath + "/break_response_headers/" + i0 + "/key",
										schemaPath: "#/properties/break_response_headers/items/properties/key/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema14.properties.break_response_headers.items.properties.key,
										data: data4
									};
									if (vErrors === null) vErrors = [err8];
									else vErrors.push(err8);
									errors++;
								}
							} else {
								const err9 = {
									instancePath: instancePath + "/break_response_headers/" + i0 + "/key",
									schemaPath: "#/properties/break_response_headers/items/properties/key/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema14.properties.break_response_headers.items.properties.key.type,
									parentSchema: schema14.properties.break_response_headers.items.properties.key,
									data: data4
								};
								if (vErrors === null) vErrors = [err9];
								else vErrors.push(err9);
								errors++;
							}
						}
						if (data3.value !== void 0) {
							let data5 = data3.value;
							if (typeof data5 === "string") {
								if (func2(data5) < 1) {
									const err10 = {
										instancePath: instancePath + "/break_response_headers/" + i0 + "/value",
										schemaPath: "#/properties/break_response_headers/items/properties/value/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema14.properties.break_response_headers.items.properties.value,
										data: data5
									};
									if (vErrors === null) vErrors = [err10];
									else vErrors.push(err10);
									errors++;
								}
							} else {
								const err11 = {
									instancePath: instancePath + "/break_response_headers/" + i0 + "/value",
									schemaPath: "#/properties/break_response_headers/items/properties/value/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema14.properties.break_response_headers.items.properties.value.type,
									parentSchema: schema14.properties.break_response_headers.items.properties.value,
									data: data5
								};
								if (vErrors === null) vErrors = [err11];
								else vErrors.push(err11);
								errors++;
							}
						}
					} else {
						const err12 = {
							instancePath: instancePath + "/break_response_headers/" + i0,
							schemaPath: "#/properties/break_response_headers/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema14.properties.break_response_headers.items.type,
							parentSchema: schema14.properties.break_response_headers.items,
							data: data3
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/break_response_headers",
					schemaPath: "#/properties/break_response_headers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema14.properties.break_response_headers.type,
					parentSchema: schema14.properties.break_response_headers,
					data: data2
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.max_breaker_sec !== void 0) {
			let data6 = data.max_breaker_sec;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
				const err14 = {
					instancePath: instancePath + "/max_breaker_sec",
					schemaPath: "#/properties/max_breaker_sec/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema14.properties.max_breaker_sec.type,
					parentSchema: schema14.properties.max_breaker_sec,
					data: data6
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 < 3 || isNaN(data6)) {
					const err15 = {
						instancePath: instancePath + "/max_breaker_sec",
						schemaPath: "#/properties/max_breaker_sec/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 3
						},
						message: "must be >= 3",
						schema: 3,
						parentSchema: schema14.properties.max_breaker_sec,
						data: data6
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
			}
		}
		if (data.unhealthy !== void 0) {
			let data7 = data.unhealthy;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				if (data7.http_statuses !== void 0) {
					let data8 = data7.http_statuses;
					if (Array.isArray(data8)) {
						if (data8.length < 1) {
							const err16 = {
								instancePath: instancePath + "/unhealthy/http_statuses",
								schemaPath: "#/properties/unhealthy/properties/http_statuses/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema14.properties.unhealthy.properties.http_statuses,
								data: data8
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						const len1 = data8.length;
						for (let i1 = 0; i1 < len1; i1++) {
							let data9 = data8[i1];
							if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
								const err17 = {
									instancePath: instancePath + "/unhealthy/http_statuses/" + i1,
									schemaPath: "#/properties/unhealthy/properties/http_statuses/items/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema14.properties.unhealthy.properties.http_statuses.items.type,
									parentSchema: schema14.properties.unhealthy.properties.http_statuses.items,
									data: data9
								};
								if (vErrors === null) vErrors = [err17];
								else vErrors.push(err17);
								errors++;
							}
							if (typeof data9 == "number" && isFinite(data9)) {
								if (data9 > 599 || isNaN(data9)) {
									const err18 = {
										instancePath: instancePath + "/unhealthy/http_statuses/" + i1,
										schemaPath: "#/properties/unhealthy/properties/http_statuses/items/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 599
										},
										message: "must be <= 599",
										schema: 599,
										parentSchema: schema14.properties.unhealthy.properties.http_statuses.items,
										data: data9
									};
									if (vErrors === null) vErrors = [err18];
									else vErrors.push(err18);
									errors++;
								}
								if (data9 < 500 || isNaN(data9)) {
									const err19 = {
										instancePath: instancePath + "/unhealthy/http_statuses/" + i1,
										schemaPath: "#/properties/unhealthy/properties/http_statuses/items/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 500
										},
										message: "must be >= 500",
										schema: 500,
										parentSchema: schema14.properties.unhealthy.properties.http_statuses.items,
										data: data9
									};
									if (vErrors === null) vErrors = [err19];
									else vErrors.push(err19);
									errors++;
								}
							}
						}
						let i2 = data8.length;
						let j0;
						if (i2 > 1) {
							const indices0 = {};
							for (; i2--;) {
								let item0 = data8[i2];
								if (!(typeof item0 == "number" && !(item0 % 1) && !isNaN(item0) && isFinite(item0))) continue;
								if (typeof indices0[item0] == "number") {
									j0 = indices0[item0];
									const err20 = {
										instancePath: instancePath + "/unhealthy/http_statuses",
										schemaPath: "#/properties/unhealthy/properties/http_statuses/uniqueItems",
										keyword: "uniqueItems",
										params: {
											i: i2,
											j: j0
										},
										message: "must NOT have duplicate items (items ## " + j0 + " and " + i2 + " are identical)",
										schema: true,
										parentSchema: schema14.properties.unhealthy.properties.http_statuses,
										data: data8
									};
									if (vErrors === null) vErrors = [err20];
									else vErrors.push(err20);
									errors++;
									break;
								}
								indices0[item0] = i2;
							}
						}
					} else {
						const err21 = {
							instancePath: instancePath + "/unhealthy/http_statuses",
							schemaPath: "#/properties/unhealthy/properties/http_statuses/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema14.properties.unhealthy.properties.http_statuses.type,
							parentSchema: schema14.properties.unhealthy.properties.http_statuses,
							data: data8
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
				if (data7.failures !== void 0) {
					let data10 = data7.failures;
					if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
						const err22 = {
							instancePath: instancePath + "/unhealthy/failures",
							schemaPath: "#/properties/unhealthy/properties/failures/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema14.properties.unhealthy.properties.failures.type,
							parentSchema: schema14.properties.unhealthy.properties.failures,
							data: data10
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
					if (typeof data10 == "number" && isFinite(data10)) {
						if (data10 < 1 || isNaN(data10)) {
							const err23 = {
								instancePath: instancePath + "/unhealthy/failures",
								schemaPath: "#/properties/unhealthy/properties/failures/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema14.properties.unhealthy.properties.failures,
								data: data10
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
					}
				}
			} else {
				const err24 = {
					instancePath: instancePath + "/unhealthy",
					schemaPath: "#/properties/unhealthy/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema14.properties.unhealthy.type,
					parentSchema: schema14.properties.unhealthy,
					data: data7
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.healthy !== void 0) {
			let data11 = data.healthy;
			if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
				if (data11.http_statuses !== void 0) {
					let data12 = data11.http_statuses;
					if (Array.isArray(data12)) {
						if (data12.length < 1) {
							const err25 = {
								instancePath: instancePath + "/healthy/http_statuses",
								schemaPath: "#/properties/healthy/properties/http_statuses/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema14.properties.healthy.properties.http_statuses,
								data: data12
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
						const len2 = data12.length;
						for (let i3 = 0; i3 < len2; i3++) {
							let data13 = data12[i3];
							if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
								const err26 = {
									instancePath: instancePath + "/healthy/http_statuses/" + i3,
									schemaPath: "#/properties/healthy/properties/http_statuses/items/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema14.properties.healthy.properties.http_statuses.items.type,
									parentSchema: schema14.properties.healthy.properties.http_statuses.items,
									data: data13
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
							if (typeof data13 == "number" && isFinite(data13)) {
								if (data13 > 499 || isNaN(data13)) {
									const err27 = {
										instancePath: instancePath + "/healthy/http_statuses/" + i3,
										schemaPath: "#/properties/healthy/properties/http_statuses/items/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 499
										},
										message: "must be <= 499",
										schema: 499,
										parentSchema: schema14.properties.healthy.properties.http_statuses.items,
										data: data13
									};
									if (vErrors === null) vErrors = [err27];
									else vErrors.push(err27);
									errors++;
								}
								if (data13 < 200 || isNaN(data13)) {
									const err28 = {
										instancePath: instancePath + "/healthy/http_statuses/" + i3,
										schemaPath: "#/properties/healthy/properties/http_statuses/items/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 200
										},
										message: "must be >= 200",
										schema: 200,
										parentSchema: schema14.properties.healthy.properties.http_statuses.items,
										data: data13
									};
									if (vErrors === null) vErrors = [err28];
									else vErrors.push(err28);
									errors++;
								}
							}
						}
						let i4 = data12.length;
						let j1;
						if (i4 > 1) {
							const indices1 = {};
							for (; i4--;) {
								let item1 = data12[i4];
								if (!(typeof item1 == "number" && !(item1 % 1) && !isNaN(item1) && isFinite(item1))) continue;
								if (typeof indices1[item1] == "number") {
									j1 = indices1[item1];
									const err29 = {
										instancePath: instancePath + "/healthy/http_statuses",
										schemaPath: "#/properties/healthy/properties/http_statuses/uniqueItems",
										keyword: "uniqueItems",
										params: {
											i: i4,
											j: j1
										},
										message: "must NOT have duplicate items (items ## " + j1 + " and " + i4 + " are identical)",
										schema: true,
										parentSchema: schema14.properties.healthy.properties.http_statuses,
										data: data12
									};
									if (vErrors === null) vErrors = [err29];
									else vErrors.push(err29);
									errors++;
									break;
								}
								indices1[item1] = i4;
							}
						}
					} else {
						const err30 = {
							instancePath: instancePath + "/healthy/http_statuses",
							schemaPath: "#/properties/healthy/properties/http_statuses/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema14.properties.healthy.properties.http_statuses.type,
							parentSchema: schema14.properties.healthy.properties.http_statuses,
							data: data12
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
				if (data11.successes !== void 0) {
					let data14 = data11.successes;
					if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
						const err31 = {
							instancePath: instancePath + "/healthy/successes",
							schemaPath: "#/properties/healthy/properties/successes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema14.properties.healthy.properties.successes.type,
							parentSchema: schema14.properties.healthy.properties.successes,
							data: data14
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
					if (typeof data14 == "number" && isFinite(data14)) {
						if (data14 < 1 || isNaN(data14)) {
							const err32 = {
								instancePath: instancePath + "/healthy/successes",
								schemaPath: "#/properties/healthy/properties/successes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema14.properties.healthy.properties.successes,
								data: data14
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
					}
				}
			} else {
				const err33 = {
					instancePath: instancePath + "/healthy",
					schemaPath: "#/properties/healthy/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema14.properties.healthy.type,
					parentSchema: schema14.properties.healthy,
					data: data11
				};
				if (vErrors === null) vErrors = [err33];
				else vErrors.push(err33);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate35(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err34 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema14.type,
			parentSchema: schema14,
			data
		};
		if (vErrors === null) vErrors = [err34];
		else vErrors.push(err34);
		errors++;
	}
	validate34.errors = vErrors;
	return errors === 0;
}
const schema16 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/attach-consumer-label.schema.json",
	"title": "AttachConsumerLabel",
	"description": "Sends labels of the consumer to the upstream.",
	"type": "object",
	"required": ["headers"],
	"properties": {
		"headers": {
			"description": "Header to \"$label_name\": the consumer's label of that name.",
			"type": "object",
			"minProperties": 1,
			"additionalProperties": {
				"type": "string",
				"pattern": "^\\$.+"
			}
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
const pattern2 = new RegExp("^\\$.+", "u");
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate39.errors = vErrors;
	return errors === 0;
}
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.headers === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "headers" },
				message: "must have required property 'headers'",
				schema: schema16.required,
				parentSchema: schema16,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "headers" || key0 === "_meta")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema16,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.headers !== void 0) {
			let data0 = data.headers;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (Object.keys(data0).length < 1) {
					const err2 = {
						instancePath: instancePath + "/headers",
						schemaPath: "#/properties/headers/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema16.properties.headers,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				for (const key1 in data0) {
					let data1 = data0[key1];
					if (typeof data1 === "string") {
						if (!pattern2.test(data1)) {
							const err3 = {
								instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/headers/additionalProperties/pattern",
								keyword: "pattern",
								params: { pattern: "^\\$.+" },
								message: "must match pattern \"^\\$.+\"",
								schema: "^\\$.+",
								parentSchema: schema16.properties.headers.additionalProperties,
								data: data1
							};
							if (vErrors === null) vErrors = [err3];
							else vErrors.push(err3);
							errors++;
						}
					} else {
						const err4 = {
							instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/headers/additionalProperties/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema16.properties.headers.additionalProperties.type,
							parentSchema: schema16.properties.headers.additionalProperties,
							data: data1
						};
						if (vErrors === null) vErrors = [err4];
						else vErrors.push(err4);
						errors++;
					}
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema16.properties.headers.type,
					parentSchema: schema16.properties.headers,
					data: data0
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate39(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema16.type,
			parentSchema: schema16,
			data
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate38.errors = vErrors;
	return errors === 0;
}
const schema18 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/basic-auth.credential.schema.json",
	"title": "BasicAuthCredential",
	"description": "A user name and password for HTTP basic authentication.",
	"type": "object",
	"required": ["username", "password"],
	"properties": {
		"username": {
			"description": "User name, unique over all consumers. One with a colon admits nobody: the password begins behind the first colon (RFC 7617).",
			"type": "string",
			"minLength": 1
		},
		"password": {
			"description": "The password, or a reference $env://… or $secret://….",
			"type": "string",
			"minLength": 1,
			"x-secret": true
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate43.errors = vErrors;
	return errors === 0;
}
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.username === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "username" },
				message: "must have required property 'username'",
				schema: schema18.required,
				parentSchema: schema18,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.password === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "password" },
				message: "must have required property 'password'",
				schema: schema18.required,
				parentSchema: schema18,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "username" || key0 === "password" || key0 === "_meta")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema18,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.username !== void 0) {
			let data0 = data.username;
			if (typeof data0 === "string") {
				if (func2(data0) < 1) {
					const err3 = {
						instancePath: instancePath + "/username",
						schemaPath: "#/properties/username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema18.properties.username,
						data: data0
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/username",
					schemaPath: "#/properties/username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema18.properties.username.type,
					parentSchema: schema18.properties.username,
					data: data0
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.password !== void 0) {
			let data1 = data.password;
			if (typeof data1 === "string") {
				if (func2(data1) < 1) {
					const err5 = {
						instancePath: instancePath + "/password",
						schemaPath: "#/properties/password/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema18.properties.password,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/password",
					schemaPath: "#/properties/password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema18.properties.password.type,
					parentSchema: schema18.properties.password,
					data: data1
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate43(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err7 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema18.type,
			parentSchema: schema18,
			data
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	validate42.errors = vErrors;
	return errors === 0;
}
const schema20 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/consumer-restriction.schema.json",
	"title": "ConsumerRestriction",
	"description": "Lets named consumers, groups, services or routes pass, or refuses them.",
	"type": "object",
	"properties": {
		"type": {
			"description": "What the lists hold.",
			"type": "string",
			"enum": [
				"consumer_name",
				"consumer_group_id",
				"service_id",
				"route_id"
			],
			"default": "consumer_name"
		},
		"whitelist": {
			"description": "Only these pass.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 1
			}
		},
		"blacklist": {
			"description": "These are refused.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 1
			}
		},
		"allowed_by_methods": {
			"description": "Methods that a consumer may use.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"required": ["user", "methods"],
				"properties": {
					"user": {
						"description": "Username of the consumer.",
						"type": "string",
						"minLength": 1
					},
					"methods": {
						"description": "HTTP methods.",
						"type": "array",
						"minItems": 1,
						"items": {
							"type": "string",
							"enum": [
								"GET",
								"POST",
								"PUT",
								"DELETE",
								"PATCH",
								"HEAD",
								"OPTIONS",
								"CONNECT",
								"TRACE",
								"PURGE"
							]
						}
					}
				},
				"additionalProperties": false
			}
		},
		"rejected_code": {
			"description": "Status of a refusal.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"default": 403
		},
		"rejected_msg": {
			"description": "Text of a refusal's body.",
			"type": "string"
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "anyOf": [
		{ "required": ["whitelist"] },
		{ "required": ["blacklist"] },
		{ "required": ["allowed_by_methods"] }
	] },
	"else": {
		"required": ["whitelist"],
		"x-message": "give at least one of whitelist, blacklist and allowed_by_methods"
	}
};
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate47.errors = vErrors;
	return errors === 0;
}
function validate46(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	const _errs3 = errors;
	let valid1 = false;
	const _errs4 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.whitelist === void 0 && "whitelist") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid1 = _errs4 === errors;
	valid1 = valid1 || _valid1;
	if (!valid1) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.blacklist === void 0 && "blacklist") {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid1 = _errs5 === errors;
		valid1 = valid1 || _valid1;
		if (!valid1) {
			const _errs6 = errors;
			if (data && typeof data == "object" && !Array.isArray(data)) {
				if (data.allowed_by_methods === void 0 && "allowed_by_methods") {
					const err2 = {};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			}
			var _valid1 = _errs6 === errors;
			valid1 = valid1 || _valid1;
		}
	}
	if (!valid1) {
		const err3 = {};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	} else {
		errors = _errs3;
		if (vErrors !== null) {
			if (_errs3) vErrors.length = _errs3;
			else vErrors = null;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (!_valid0) {
		const _errs7 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.whitelist === void 0) {
				const err4 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "whitelist" },
					message: "must have required property 'whitelist'",
					schema: schema20.else.required,
					parentSchema: schema20.else,
					data
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		var _valid0 = _errs7 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err5 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "else" },
			message: "must match \"else\" schema",
			schema: schema20.if,
			parentSchema: schema20,
			data
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "type" || key0 === "whitelist" || key0 === "blacklist" || key0 === "allowed_by_methods" || key0 === "rejected_code" || key0 === "rejected_msg" || key0 === "_meta")) {
			const err6 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema20,
				data
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.type !== void 0) {
			let data0 = data.type;
			if (typeof data0 !== "string") {
				const err7 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema20.properties.type.type,
					parentSchema: schema20.properties.type,
					data: data0
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
			if (!(data0 === "consumer_name" || data0 === "consumer_group_id" || data0 === "service_id" || data0 === "route_id")) {
				const err8 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/enum",
					keyword: "enum",
					params: { allowedValues: schema20.properties.type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema20.properties.type.enum,
					parentSchema: schema20.properties.type,
					data: data0
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.whitelist !== void 0) {
			let data1 = data.whitelist;
			if (Array.isArray(data1)) {
				if (data1.length < 1) {
					const err9 = {
						instancePath: instancePath + "/whitelist",
						schemaPath: "#/properties/whitelist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema20.properties.whitelist,
						data: data1
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data2 = data1[i0];
					if (typeof data2 === "string") {
						if (func2(data2) < 1) {
							const err10 = {
								instancePath: instancePath + "/whitelist/" + i0,
								schemaPath: "#/properties/whitelist/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema20.properties.whitelist.items,
								data: data2
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
					} else {
						const err11 = {
							instancePath: instancePath + "/whitelist/" + i0,
							schemaPath: "#/properties/whitelist/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema20.properties.whitelist.items.type,
							parentSchema: schema20.properties.whitelist.items,
							data: data2
						};
						if (vErrors === null) vErrors = [err11];
						else vErrors.push(err11);
						errors++;
					}
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/whitelist",
					schemaPath: "#/properties/whitelist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema20.properties.whitelist.type,
					parentSchema: schema20.properties.whitelist,
					data: data1
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.blacklist !== void 0) {
			let data3 = data.blacklist;
			if (Array.isArray(data3)) {
				if (data3.length < 1) {
					const err13 = {
						instancePath: instancePath + "/blacklist",
						schemaPath: "#/properties/blacklist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema20.properties.blacklist,
						data: data3
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				const len1 = data3.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data4 = data3[i1];
					if (typeof data4 === "string") {
						if (func2(data4) < 1) {
							const err14 = {
								instancePath: instancePath + "/blacklist/" + i1,
								schemaPath: "#/properties/blacklist/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema20.properties.blacklist.items,
								data: data4
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
					} else {
						const err15 = {
							instancePath: instancePath + "/blacklist/" + i1,
							schemaPath: "#/properties/blacklist/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema20.properties.blacklist.items.type,
							parentSchema: schema20.properties.blacklist.items,
							data: data4
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
				}
			} else {
				const err16 = {
					instancePath: instancePath + "/blacklist",
					schemaPath: "#/properties/blacklist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema20.properties.blacklist.type,
					parentSchema: schema20.properties.blacklist,
					data: data3
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.allowed_by_methods !== void 0) {
			let data5 = data.allowed_by_methods;
			if (Array.isArray(data5)) {
				if (data5.length < 1) {
					const err17 = {
						instancePath: instancePath + "/allowed_by_methods",
						schemaPath: "#/properties/allowed_by_methods/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema20.properties.allowed_by_methods,
						data: data5
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				const len2 = data5.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data6 = data5[i2];
					if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
						if (data6.user === void 0) {
							const err18 = {
								instancePath: instancePath + "/allowed_by_methods/" + i2,
								schemaPath: "#/properties/allowed_by_methods/items/required",
								keyword: "required",
								params: { missingProperty: "user" },
								message: "must have required property 'user'",
								schema: schema20.properties.allowed_by_methods.items.required,
								parentSchema: schema20.properties.allowed_by_methods.items,
								data: data6
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
						if (data6.methods === void 0) {
							const err19 = {
								instancePath: instancePath + "/allowed_by_methods/" + i2,
								schemaPath: "#/properties/allowed_by_methods/items/required",
								keyword: "required",
								params: { missingProperty: "methods" },
								message: "must have required property 'methods'",
								schema: schema20.properties.allowed_by_methods.items.required,
								parentSchema: schema20.properties.allowed_by_methods.items,
								data: data6
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
						for (const key1 in data6) if (!(key1 === "user" || key1 === "methods")) {
							const err20 = {
								instancePath: instancePath + "/allowed_by_methods/" + i2,
								schemaPath: "#/properties/allowed_by_methods/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema20.properties.allowed_by_methods.items,
								data: data6
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
						if (data6.user !== void 0) {
							let data7 = data6.user;
							if (typeof data7 === "string") {
								if (func2(data7) < 1) {
									const err21 = {
										instancePath: instancePath + "/allowed_by_methods/" + i2 + "/user",
										schemaPath: "#/properties/allowed_by_methods/items/properties/user/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema20.properties.allowed_by_methods.items.properties.user,
										data: data7
									};
									if (vErrors === null) vErrors = [err21];
									else vErrors.push(err21);
									errors++;
								}
							} else {
								const err22 = {
									instancePath: instancePath + "/allowed_by_methods/" + i2 + "/user",
									schemaPath: "#/properties/allowed_by_methods/items/properties/user/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema20.properties.allowed_by_methods.items.properties.user.type,
									parentSchema: schema20.properties.allowed_by_methods.items.properties.user,
									data: data7
								};
								if (vErrors === null) vErrors = [err22];
								else vErrors.push(err22);
								errors++;
							}
						}
						if (data6.methods !== void 0) {
							let data8 = data6.methods;
							if (Array.isArray(data8)) {
								if (data8.length < 1) {
									const err23 = {
										instancePath: instancePath + "/allowed_by_methods/" + i2 + "/methods",
										schemaPath: "#/properties/allowed_by_methods/items/properties/methods/minItems",
										keyword: "minItems",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 items",
										schema: 1,
										parentSchema: schema20.properties.allowed_by_methods.items.properties.methods,
										data: data8
									};
									if (vErrors === null) vErrors = [err23];
									else vErrors.push(err23);
									errors++;
								}
								const len3 = data8.length;
								for (let i3 = 0; i3 < len3; i3++) {
									let data9 = data8[i3];
									if (typeof data9 !== "string") {
										const err24 = {
											instancePath: instancePath + "/allowed_by_methods/" + i2 + "/methods/" + i3,
											schemaPath: "#/properties/allowed_by_methods/items/properties/methods/items/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema20.properties.allowed_by_methods.items.properties.methods.items.type,
											parentSchema: schema20.properties.allowed_by_methods.items.properties.methods.items,
											data: data9
										};
										if (vErrors === null) vErrors = [err24];
										else vErrors.push(err24);
										errors++;
									}
									if (!(data9 === "GET" || data9 === "POST" || data9 === "PUT" || data9 === "DELETE" || data9 === "PATCH" || data9 === "HEAD" || data9 === "OPTIONS" || data9 === "CONNECT" || data9 === "TRACE" || data9 === "PURGE")) {
										const err25 = {
											instancePath: instancePath + "/allowed_by_methods/" + i2 + "/methods/" + i3,
											schemaPath: "#/properties/allowed_by_methods/items/properties/methods/items/enum",
											keyword: "enum",
											params: { allowedValues: schema20.properties.allowed_by_methods.items.properties.methods.items.enum },
											message: "must be equal to one of the allowed values",
											schema: schema20.properties.allowed_by_methods.items.properties.methods.items.enum,
											parentSchema: schema20.properties.allowed_by_methods.items.properties.methods.items,
											data: data9
										};
										if (vErrors === null) vErrors = [err25];
										else vErrors.push(err25);
										errors++;
									}
								}
							} else {
								const err26 = {
									instancePath: instancePath + "/allowed_by_methods/" + i2 + "/methods",
									schemaPath: "#/properties/allowed_by_methods/items/properties/methods/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array",
									schema: schema20.properties.allowed_by_methods.items.properties.methods.type,
									parentSchema: schema20.properties.allowed_by_methods.items.properties.methods,
									data: data8
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
						}
					} else {
						const err27 = {
							instancePath: instancePath + "/allowed_by_methods/" + i2,
							schemaPath: "#/properties/allowed_by_methods/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema20.properties.allowed_by_methods.items.type,
							parentSchema: schema20.properties.allowed_by_methods.items,
							data: data6
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
				}
			} else {
				const err28 = {
					instancePath: instancePath + "/allowed_by_methods",
					schemaPath: "#/properties/allowed_by_methods/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema20.properties.allowed_by_methods.type,
					parentSchema: schema20.properties.allowed_by_methods,
					data: data5
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
		}
		if (data.rejected_code !== void 0) {
			let data10 = data.rejected_code;
			if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
				const err29 = {
					instancePath: instancePath + "/rejected_code",
					schemaPath: "#/properties/rejected_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema20.properties.rejected_code.type,
					parentSchema: schema20.properties.rejected_code,
					data: data10
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
			if (typeof data10 == "number" && isFinite(data10)) {
				if (data10 > 599 || isNaN(data10)) {
					const err30 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema20.properties.rejected_code,
						data: data10
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
				if (data10 < 200 || isNaN(data10)) {
					const err31 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema20.properties.rejected_code,
						data: data10
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
			}
		}
		if (data.rejected_msg !== void 0) {
			let data11 = data.rejected_msg;
			if (typeof data11 !== "string") {
				const err32 = {
					instancePath: instancePath + "/rejected_msg",
					schemaPath: "#/properties/rejected_msg/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema20.properties.rejected_msg.type,
					parentSchema: schema20.properties.rejected_msg,
					data: data11
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate47(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err33 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema20.type,
			parentSchema: schema20,
			data
		};
		if (vErrors === null) vErrors = [err33];
		else vErrors.push(err33);
		errors++;
	}
	validate46.errors = vErrors;
	return errors === 0;
}
const schema22 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/cors.schema.json",
	"title": "Cors",
	"description": "Answers cross-origin requests of browsers.",
	"type": "object",
	"properties": {
		"allow_origins": {
			"description": "Origins separated by commas; * for all, ** for all even with credentials.",
			"type": "string",
			"default": "*"
		},
		"allow_methods": {
			"description": "Methods separated by commas; * for all, ** for all even with credentials.",
			"type": "string",
			"default": "*"
		},
		"allow_headers": {
			"description": "Request headers separated by commas; * for all, ** for all even with credentials.",
			"type": "string",
			"default": "*"
		},
		"expose_headers": {
			"description": "Response headers that scripts may read, separated by commas; * for all.",
			"type": "string"
		},
		"max_age": {
			"description": "Seconds for which a browser may keep a preflight answer; -1: not at all.",
			"type": "integer",
			"default": 5
		},
		"allow_credential": {
			"description": "true: requests may carry cookies; then no option may be *.",
			"type": "boolean",
			"default": false
		},
		"allow_origins_by_regex": {
			"description": "Regular expressions of origins.",
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": {
				"type": "string",
				"minLength": 1,
				"format": "regex"
			}
		},
		"allow_origins_by_metadata": {
			"description": "Keys of allow_origins in the plugin's metadata.",
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": {
				"type": "string",
				"minLength": 1,
				"maxLength": 4096
			}
		},
		"timing_allow_origins": {
			"description": "Origins that may read resource timing, separated by commas.",
			"type": "string"
		},
		"timing_allow_origins_by_regex": {
			"description": "Regular expressions of origins that may read resource timing.",
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": {
				"type": "string",
				"minLength": 1,
				"format": "regex"
			}
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": {
		"required": ["allow_credential"],
		"properties": { "allow_credential": { "const": true } }
	},
	"then": {
		"required": [
			"allow_origins",
			"allow_methods",
			"allow_headers"
		],
		"x-message": "with allow_credential, give allow_origins, allow_methods and allow_headers, and none of them as *",
		"properties": {
			"allow_origins": {
				"not": { "const": "*" },
				"x-message": "allow_credential does not go with *; name the origins"
			},
			"allow_methods": {
				"not": { "const": "*" },
				"x-message": "allow_credential does not go with *; name the methods"
			},
			"allow_headers": {
				"not": { "const": "*" },
				"x-message": "allow_credential does not go with *; name the headers"
			},
			"expose_headers": {
				"not": { "const": "*" },
				"x-message": "allow_credential does not go with *; name the headers"
			},
			"timing_allow_origins": {
				"not": { "const": "*" },
				"x-message": "allow_credential does not go with *; name the origins"
			}
		}
	}
};
const formats0 = formats.regex;
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate51.errors = vErrors;
	return errors === 0;
}
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.allow_credential === void 0 && "allow_credential") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.allow_credential !== void 0) {
			if (true !== data.allow_credential) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs4 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.allow_origins === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/then/required",
					keyword: "required",
					params: { missingProperty: "allow_origins" },
					message: "must have required property 'allow_origins'",
					schema: schema22.then.required,
					parentSchema: schema22.then,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
			if (data.allow_methods === void 0) {
				const err3 = {
					instancePath,
					schemaPath: "#/then/required",
					keyword: "required",
					params: { missingProperty: "allow_methods" },
					message: "must have required property 'allow_methods'",
					schema: schema22.then.required,
					parentSchema: schema22.then,
					data
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			if (data.allow_headers === void 0) {
				const err4 = {
					instancePath,
					schemaPath: "#/then/required",
					keyword: "required",
					params: { missingProperty: "allow_headers" },
					message: "must have required property 'allow_headers'",
					schema: schema22.then.required,
					parentSchema: schema22.then,
					data
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (data.allow_origins !== void 0) {
				let data1 = data.allow_origins;
				const _errs6 = errors;
				const _errs7 = errors;
				if ("*" !== data1) {
					const err5 = {};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (_errs7 === errors) {
					const err6 = {
						instancePath: instancePath + "/allow_origins",
						schemaPath: "#/then/properties/allow_origins/not",
						keyword: "not",
						params: {},
						message: "must NOT be valid",
						schema: schema22.then.properties.allow_origins.not,
						parentSchema: schema22.then.properties.allow_origins,
						data: data1
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				} else {
					errors = _errs6;
					if (vErrors !== null) {
						if (_errs6) vErrors.length = _errs6;
						else vErrors = null;
					}
				}
			}
			if (data.allow_methods !== void 0) {
				let data2 = data.allow_methods;
				const _errs9 = errors;
				const _errs10 = errors;
				if ("*" !== data2) {
					const err7 = {};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				if (_errs10 === errors) {
					const err8 = {
						instancePath: instancePath + "/allow_methods",
						schemaPath: "#/then/properties/allow_methods/not",
						keyword: "not",
						params: {},
						message: "must NOT be valid",
						schema: schema22.then.properties.allow_methods.not,
						parentSchema: schema22.then.properties.allow_methods,
						data: data2
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				} else {
					errors = _errs9;
					if (vErrors !== null) {
						if (_errs9) vErrors.length = _errs9;
						else vErrors = null;
					}
				}
			}
			if (data.allow_headers !== void 0) {
				let data3 = data.allow_headers;
				const _errs12 = errors;
				const _errs13 = errors;
				if ("*" !== data3) {
					const err9 = {};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (_errs13 === errors) {
					const err10 = {
						instancePath: instancePath + "/allow_headers",
						schemaPath: "#/then/properties/allow_headers/not",
						keyword: "not",
						params: {},
						message: "must NOT be valid",
						schema: schema22.then.properties.allow_headers.not,
						parentSchema: schema22.then.properties.allow_headers,
						data: data3
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				} else {
					errors = _errs12;
					if (vErrors !== null) {
						if (_errs12) vErrors.length = _errs12;
						else vErrors = null;
					}
				}
			}
			if (data.expose_headers !== void 0) {
				let data4 = data.expose_headers;
				const _errs15 = errors;
				const _errs16 = errors;
				if ("*" !== data4) {
					const err11 = {};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				if (_errs16 === errors) {
					const err12 = {
						instancePath: instancePath + "/expose_headers",
						schemaPath: "#/then/properties/expose_headers/not",
						keyword: "not",
						params: {},
						message: "must NOT be valid",
						schema: schema22.then.properties.expose_headers.not,
						parentSchema: schema22.then.properties.expose_headers,
						data: data4
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				} else {
					errors = _errs15;
					if (vErrors !== null) {
						if (_errs15) vErrors.length = _errs15;
						else vErrors = null;
					}
				}
			}
			if (data.timing_allow_origins !== void 0) {
				let data5 = data.timing_allow_origins;
				const _errs18 = errors;
				const _errs19 = errors;
				if ("*" !== data5) {
					const err13 = {};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				if (_errs19 === errors) {
					const err14 = {
						instancePath: instancePath + "/timing_allow_origins",
						schemaPath: "#/then/properties/timing_allow_origins/not",
						keyword: "not",
						params: {},
						message: "must NOT be valid",
						schema: schema22.then.properties.timing_allow_origins.not,
						parentSchema: schema22.then.properties.timing_allow_origins,
						data: data5
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				} else {
					errors = _errs18;
					if (vErrors !== null) {
						if (_errs18) vErrors.length = _errs18;
						else vErrors = null;
					}
				}
			}
		}
		var _valid0 = _errs4 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err15 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema22.if,
			parentSchema: schema22,
			data
		};
		if (vErrors === null) vErrors = [err15];
		else vErrors.push(err15);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema22.properties, key0)) {
			const err16 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema22,
				data
			};
			if (vErrors === null) vErrors = [err16];
			else vErrors.push(err16);
			errors++;
		}
		if (data.allow_origins !== void 0) {
			let data6 = data.allow_origins;
			if (typeof data6 !== "string") {
				const err17 = {
					instancePath: instancePath + "/allow_origins",
					schemaPath: "#/properties/allow_origins/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema22.properties.allow_origins.type,
					parentSchema: schema22.properties.allow_origins,
					data: data6
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.allow_methods !== void 0) {
			let data7 = data.allow_methods;
			if (typeof data7 !== "string") {
				const err18 = {
					instancePath: instancePath + "/allow_methods",
					schemaPath: "#/properties/allow_methods/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema22.properties.allow_methods.type,
					parentSchema: schema22.properties.allow_methods,
					data: data7
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.allow_headers !== void 0) {
			let data8 = data.allow_headers;
			if (typeof data8 !== "string") {
				const err19 = {
					instancePath: instancePath + "/allow_headers",
					schemaPath: "#/properties/allow_headers/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema22.properties.allow_headers.type,
					parentSchema: schema22.properties.allow_headers,
					data: data8
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.expose_headers !== void 0) {
			let data9 = data.expose_headers;
			if (typeof data9 !== "string") {
				const err20 = {
					instancePath: instancePath + "/expose_headers",
					schemaPath: "#/properties/expose_headers/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema22.properties.expose_headers.type,
					parentSchema: schema22.properties.expose_headers,
					data: data9
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.max_age !== void 0) {
			let data10 = data.max_age;
			if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
				const err21 = {
					instancePath: instancePath + "/max_age",
					schemaPath: "#/properties/max_age/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema22.properties.max_age.type,
					parentSchema: schema22.properties.max_age,
					data: data10
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.allow_credential !== void 0) {
			let data11 = data.allow_credential;
			if (typeof data11 !== "boolean") {
				const err22 = {
					instancePath: instancePath + "/allow_credential",
					schemaPath: "#/properties/allow_credential/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema22.properties.allow_credential.type,
					parentSchema: schema22.properties.allow_credential,
					data: data11
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.allow_origins_by_regex !== void 0) {
			let data12 = data.allow_origins_by_regex;
			if (Array.isArray(data12)) {
				if (data12.length < 1) {
					const err23 = {
						instancePath: instancePath + "/allow_origins_by_regex",
						schemaPath: "#/properties/allow_origins_by_regex/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema22.properties.allow_origins_by_regex,
						data: data12
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				const len0 = data12.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data13 = data12[i0];
					if (typeof data13 === "string") {
						if (func2(data13) < 1) {
							const err24 = {
								instancePath: instancePath + "/allow_origins_by_regex/" + i0,
								schemaPath: "#/properties/allow_origins_by_regex/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema22.properties.allow_origins_by_regex.items,
								data: data13
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (!formats0(data13)) {
							const err25 = {
								instancePath: instancePath + "/allow_origins_by_regex/" + i0,
								schemaPath: "#/properties/allow_origins_by_regex/items/format",
								keyword: "format",
								params: { format: "regex" },
								message: "must match format \"regex\"",
								schema: "regex",
								parentSchema: schema22.properties.allow_origins_by_regex.items,
								data: data13
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
					} else {
						const err26 = {
							instancePath: instancePath + "/allow_origins_by_regex/" + i0,
							schemaPath: "#/properties/allow_origins_by_regex/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema22.properties.allow_origins_by_regex.items.type,
							parentSchema: schema22.properties.allow_origins_by_regex.items,
							data: data13
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
					}
				}
				let i1 = data12.length;
				let j0;
				if (i1 > 1) {
					const indices0 = {};
					for (; i1--;) {
						let item0 = data12[i1];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j0 = indices0[item0];
							const err27 = {
								instancePath: instancePath + "/allow_origins_by_regex",
								schemaPath: "#/properties/allow_origins_by_regex/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i1,
									j: j0
								},
								message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)",
								schema: true,
								parentSchema: schema22.properties.allow_origins_by_regex,
								data: data12
							};
							if (vErrors === null) vErrors = [err27];
							else vErrors.push(err27);
							errors++;
							break;
						}
						indices0[item0] = i1;
					}
				}
			} else {
				const err28 = {
					instancePath: instancePath + "/allow_origins_by_regex",
					schemaPath: "#/properties/allow_origins_by_regex/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema22.properties.allow_origins_by_regex.type,
					parentSchema: schema22.properties.allow_origins_by_regex,
					data: data12
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
		}
		if (data.allow_origins_by_metadata !== void 0) {
			let data14 = data.allow_origins_by_metadata;
			if (Array.isArray(data14)) {
				if (data14.length < 1) {
					const err29 = {
						instancePath: instancePath + "/allow_origins_by_metadata",
						schemaPath: "#/properties/allow_origins_by_metadata/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema22.properties.allow_origins_by_metadata,
						data: data14
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				const len1 = data14.length;
				for (let i2 = 0; i2 < len1; i2++) {
					let data15 = data14[i2];
					if (typeof data15 === "string") {
						if (func2(data15) > 4096) {
							const err30 = {
								instancePath: instancePath + "/allow_origins_by_metadata/" + i2,
								schemaPath: "#/properties/allow_origins_by_metadata/items/maxLength",
								keyword: "maxLength",
								params: { limit: 4096 },
								message: "must NOT have more than 4096 characters",
								schema: 4096,
								parentSchema: schema22.properties.allow_origins_by_metadata.items,
								data: data15
							};
							if (vErrors === null) vErrors = [err30];
							else vErrors.push(err30);
							errors++;
						}
						if (func2(data15) < 1) {
							const err31 = {
								instancePath: instancePath + "/allow_origins_by_metadata/" + i2,
								schemaPath: "#/properties/allow_origins_by_metadata/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema22.properties.allow_origins_by_metadata.items,
								data: data15
							};
							if (vErrors === null) vErrors = [err31];
							else vErrors.push(err31);
							errors++;
						}
					} else {
						const err32 = {
							instancePath: instancePath + "/allow_origins_by_metadata/" + i2,
							schemaPath: "#/properties/allow_origins_by_metadata/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema22.properties.allow_origins_by_metadata.items.type,
							parentSchema: schema22.properties.allow_origins_by_metadata.items,
							data: data15
						};
						if (vErrors === null) vErrors = [err32];
						else vErrors.push(err32);
						errors++;
					}
				}
				let i3 = data14.length;
				let j1;
				if (i3 > 1) {
					const indices1 = {};
					for (; i3--;) {
						let item1 = data14[i3];
						if (typeof item1 !== "string") continue;
						if (typeof indices1[item1] == "number") {
							j1 = indices1[item1];
							const err33 = {
								instancePath: instancePath + "/allow_origins_by_metadata",
								schemaPath: "#/properties/allow_origins_by_metadata/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i3,
									j: j1
								},
								message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)",
								schema: true,
								parentSchema: schema22.properties.allow_origins_by_metadata,
								data: data14
							};
							if (vErrors === null) vErrors = [err33];
							else vErrors.push(err33);
							errors++;
							break;
						}
						indices1[item1] = i3;
					}
				}
			} else {
				const err34 = {
					instancePath: instancePath + "/allow_origins_by_metadata",
					schemaPath: "#/properties/allow_origins_by_metadata/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema22.properties.allow_origins_by_metadata.type,
					parentSchema: schema22.properties.allow_origins_by_metadata,
					data: data14
				};
				if (vErrors === null) vErrors = [err34];
				else vErrors.push(err34);
				errors++;
			}
		}
		if (data.timing_allow_origins !== void 0) {
			let data16 = data.timing_allow_origins;
			if (typeof data16 !== "string") {
				const err35 = {
					instancePath: instancePath + "/timing_allow_origins",
					schemaPath: "#/properties/timing_allow_origins/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema22.properties.timing_allow_origins.type,
					parentSchema: schema22.properties.timing_allow_origins,
					data: data16
				};
				if (vErrors === null) vErrors = [err35];
				else vErrors.push(err35);
				errors++;
			}
		}
		if (data.timing_allow_origins_by_regex !== void 0) {
			let data17 = data.timing_allow_origins_by_regex;
			if (Array.isArray(data17)) {
				if (data17.length < 1) {
					const err36 = {
						instancePath: instancePath + "/timing_allow_origins_by_regex",
						schemaPath: "#/properties/timing_allow_origins_by_regex/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema22.properties.timing_allow_origins_by_regex,
						data: data17
					};
					if (vErrors === null) vErrors = [err36];
					else vErrors.push(err36);
					errors++;
				}
				const len2 = data17.length;
				for (let i4 = 0; i4 < len2; i4++) {
					let data18 = data17[i4];
					if (typeof data18 === "string") {
						if (func2(data18) < 1) {
							const err37 = {
								instancePath: instancePath + "/timing_allow_origins_by_regex/" + i4,
								schemaPath: "#/properties/timing_allow_origins_by_regex/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema22.properties.timing_allow_origins_by_regex.items,
								data: data18
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
						if (!formats0(data18)) {
							const err38 = {
								instancePath: instancePath + "/timing_allow_origins_by_regex/" + i4,
								schemaPath: "#/properties/timing_allow_origins_by_regex/items/format",
								keyword: "format",
								params: { format: "regex" },
								message: "must match format \"regex\"",
								schema: "regex",
								parentSchema: schema22.properties.timing_allow_origins_by_regex.items,
								data: data18
							};
							if (vErrors === null) vErrors = [err38];
							else vErrors.push(err38);
							errors++;
						}
					} else {
						const err39 = {
							instancePath: instancePath + "/timing_allow_origins_by_regex/" + i4,
							schemaPath: "#/properties/timing_allow_origins_by_regex/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema22.properties.timing_allow_origins_by_regex.items.type,
							parentSchema: schema22.properties.timing_allow_origins_by_regex.items,
							data: data18
						};
						if (vErrors === null) vErrors = [err39];
						else vErrors.push(err39);
						errors++;
					}
				}
				let i5 = data17.length;
				let j2;
				if (i5 > 1) {
					const indices2 = {};
					for (; i5--;) {
						let item2 = data17[i5];
						if (typeof item2 !== "string") continue;
						if (typeof indices2[item2] == "number") {
							j2 = indices2[item2];
							const err40 = {
								instancePath: instancePath + "/timing_allow_origins_by_regex",
								schemaPath: "#/properties/timing_allow_origins_by_regex/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i5,
									j: j2
								},
								message: "must NOT have duplicate items (items ## " + j2 + " and " + i5 + " are identical)",
								schema: true,
								parentSchema: schema22.properties.timing_allow_origins_by_regex,
								data: data17
							};
							if (vErrors === null) vErrors = [err40];
							else vErrors.push(err40);
							errors++;
							break;
						}
						indices2[item2] = i5;
					}
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/timing_allow_origins_by_regex",
					schemaPath: "#/properties/timing_allow_origins_by_regex/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema22.properties.timing_allow_origins_by_regex.type,
					parentSchema: schema22.properties.timing_allow_origins_by_regex,
					data: data17
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate51(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err42 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema22.type,
			parentSchema: schema22,
			data
		};
		if (vErrors === null) vErrors = [err42];
		else vErrors.push(err42);
		errors++;
	}
	validate50.errors = vErrors;
	return errors === 0;
}
const schema24 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/fault-injection.schema.json",
	"title": "FaultInjection",
	"description": "Refuses or delays some requests, to test callers.",
	"type": "object",
	"properties": {
		"abort": {
			"description": "Answer without asking the upstream.",
			"type": "object",
			"required": ["http_status"],
			"properties": {
				"http_status": {
					"description": "Status of the answer.",
					"type": "integer",
					"minimum": 200
				},
				"body": {
					"description": "Body of the answer.",
					"type": "string"
				},
				"headers": {
					"description": "Headers of the answer.",
					"type": "object",
					"additionalProperties": { "type": ["string", "number"] }
				},
				"percentage": {
					"description": "Share of the requests.",
					"type": "integer",
					"minimum": 0,
					"maximum": 100
				},
				"vars": {
					"description": "Expressions that must hold.",
					"type": "array",
					"items": {}
				}
			},
			"additionalProperties": false
		},
		"delay": {
			"description": "Wait before the request goes on.",
			"type": "object",
			"required": ["duration"],
			"properties": {
				"duration": {
					"description": "Seconds.",
					"type": "number",
					"minimum": 0
				},
				"percentage": {
					"description": "Share of the requests.",
					"type": "integer",
					"minimum": 0,
					"maximum": 100
				},
				"vars": {
					"description": "Expressions that must hold.",
					"type": "array",
					"items": {}
				}
			},
			"additionalProperties": false
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "anyOf": [{ "required": ["abort"] }, { "required": ["delay"] }] },
	"else": {
		"required": ["abort"],
		"x-message": "give at least one of abort and delay"
	}
};
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate55.errors = vErrors;
	return errors === 0;
}
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	const _errs3 = errors;
	let valid1 = false;
	const _errs4 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.abort === void 0 && "abort") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid1 = _errs4 === errors;
	valid1 = valid1 || _valid1;
	if (!valid1) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.delay === void 0 && "delay") {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid1 = _errs5 === errors;
		valid1 = valid1 || _valid1;
	}
	if (!valid1) {
		const err2 = {};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	} else {
		errors = _errs3;
		if (vErrors !== null) {
			if (_errs3) vErrors.length = _errs3;
			else vErrors = null;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (!_valid0) {
		const _errs6 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.abort === void 0) {
				const err3 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "abort" },
					message: "must have required property 'abort'",
					schema: schema24.else.required,
					parentSchema: schema24.else,
					data
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		var _valid0 = _errs6 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err4 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "else" },
			message: "must match \"else\" schema",
			schema: schema24.if,
			parentSchema: schema24,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "abort" || key0 === "delay" || key0 === "_meta")) {
			const err5 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema24,
				data
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.abort !== void 0) {
			let data0 = data.abort;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.http_status === void 0) {
					const err6 = {
						instancePath: instancePath + "/abort",
						schemaPath: "#/properties/abort/required",
						keyword: "required",
						params: { missingProperty: "http_status" },
						message: "must have required property 'http_status'",
						schema: schema24.properties.abort.required,
						parentSchema: schema24.properties.abort,
						data: data0
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				for (const key1 in data0) if (!(key1 === "http_status" || key1 === "body" || key1 === "headers" || key1 === "percentage" || key1 === "vars")) {
					const err7 = {
						instancePath: instancePath + "/abort",
						schemaPath: "#/properties/abort/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema24.properties.abort,
						data: data0
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				if (data0.http_status !== void 0) {
					let data1 = data0.http_status;
					if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
						const err8 = {
							instancePath: instancePath + "/abort/http_status",
							schemaPath: "#/properties/abort/properties/http_status/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema24.properties.abort.properties.http_status.type,
							parentSchema: schema24.properties.abort.properties.http_status,
							data: data1
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
					if (typeof data1 == "number" && isFinite(data1)) {
						if (data1 < 200 || isNaN(data1)) {
							const err9 = {
								instancePath: instancePath + "/abort/http_status",
								schemaPath: "#/properties/abort/properties/http_status/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 200
								},
								message: "must be >= 200",
								schema: 200,
								parentSchema: schema24.properties.abort.properties.http_status,
								data: data1
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
					}
				}
				if (data0.body !== void 0) {
					let data2 = data0.body;
					if (typeof data2 !== "string") {
						const err10 = {
							instancePath: instancePath + "/abort/body",
							schemaPath: "#/properties/abort/properties/body/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema24.properties.abort.properties.body.type,
							parentSchema: schema24.properties.abort.properties.body,
							data: data2
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
				if (data0.headers !== void 0) {
					let data3 = data0.headers;
					if (data3 && typeof data3 == "object" && !Array.isArray(data3)) for (const key2 in data3) {
						let data4 = data3[key2];
						if (typeof data4 !== "string" && !(typeof data4 == "number" && isFinite(data4))) {
							const err11 = {
								instancePath: instancePath + "/abort/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/abort/properties/headers/additionalProperties/type",
								keyword: "type",
								params: { type: schema24.properties.abort.properties.headers.additionalProperties.type },
								message: "must be string,number",
								schema: schema24.properties.abort.properties.headers.additionalProperties.type,
								parentSchema: schema24.properties.abort.properties.headers.additionalProperties,
								data: data4
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
					}
					else {
						const err12 = {
							instancePath: instancePath + "/abort/headers",
							schemaPath: "#/properties/abort/properties/headers/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema24.properties.abort.properties.headers.type,
							parentSchema: schema24.properties.abort.properties.headers,
							data: data3
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
				if (data0.percentage !== void 0) {
					let data5 = data0.percentage;
					if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
						const err13 = {
							instancePath: instancePath + "/abort/percentage",
							schemaPath: "#/properties/abort/properties/percentage/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema24.properties.abort.properties.percentage.type,
							parentSchema: schema24.properties.abort.properties.percentage,
							data: data5
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
					if (typeof data5 == "number" && isFinite(data5)) {
						if (data5 > 100 || isNaN(data5)) {
							const err14 = {
								instancePath: instancePath + "/abort/percentage",
								schemaPath: "#/properties/abort/properties/percentage/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 100
								},
								message: "must be <= 100",
								schema: 100,
								parentSchema: schema24.properties.abort.properties.percentage,
								data: data5
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
						if (data5 < 0 || isNaN(data5)) {
							const err15 = {
								instancePath: instancePath + "/abort/percentage",
								schemaPath: "#/properties/abort/properties/percentage/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema24.properties.abort.properties.percentage,
								data: data5
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					}
				}
				if (data0.vars !== void 0) {
					let data6 = data0.vars;
					if (!Array.isArray(data6)) {
						const err16 = {
							instancePath: instancePath + "/abort/vars",
							schemaPath: "#/properties/abort/properties/vars/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema24.properties.abort.properties.vars.type,
							parentSchema: schema24.properties.abort.properties.vars,
							data: data6
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/abort",
					schemaPath: "#/properties/abort/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema24.properties.abort.type,
					parentSchema: schema24.properties.abort,
					data: data0
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.delay !== void 0) {
			let data7 = data.delay;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				if (data7.duration === void 0) {
					const err18 = {
						instancePath: instancePath + "/delay",
						schemaPath: "#/properties/delay/required",
						keyword: "required",
						params: { missingProperty: "duration" },
						message: "must have required property 'duration'",
						schema: schema24.properties.delay.required,
						parentSchema: schema24.properties.delay,
						data: data7
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				for (const key3 in data7) if (!(key3 === "duration" || key3 === "percentage" || key3 === "vars")) {
					const err19 = {
						instancePath: instancePath + "/delay",
						schemaPath: "#/properties/delay/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema24.properties.delay,
						data: data7
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
				if (data7.duration !== void 0) {
					let data8 = data7.duration;
					if (typeof data8 == "number" && isFinite(data8)) {
						if (data8 < 0 || isNaN(data8)) {
							const err20 = {
								instancePath: instancePath + "/delay/duration",
								schemaPath: "#/properties/delay/properties/duration/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema24.properties.delay.properties.duration,
								data: data8
							};
							if (vErrors === null) vErrors = [err20];
							else vErrors.push(err20);
							errors++;
						}
					} else {
						const err21 = {
							instancePath: instancePath + "/delay/duration",
							schemaPath: "#/properties/delay/properties/duration/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number",
							schema: schema24.properties.delay.properties.duration.type,
							parentSchema: schema24.properties.delay.properties.duration,
							data: data8
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
				if (data7.percentage !== void 0) {
					let data9 = data7.percentage;
					if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
						const err22 = {
							instancePath: instancePath + "/delay/percentage",
							schemaPath: "#/properties/delay/properties/percentage/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema24.properties.delay.properties.percentage.type,
							parentSchema: schema24.properties.delay.properties.percentage,
							data: data9
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
					if (typeof data9 == "number" && isFinite(data9)) {
						if (data9 > 100 || isNaN(data9)) {
							const err23 = {
								instancePath: instancePath + "/delay/percentage",
								schemaPath: "#/properties/delay/properties/percentage/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 100
								},
								message: "must be <= 100",
								schema: 100,
								parentSchema: schema24.properties.delay.properties.percentage,
								data: data9
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data9 < 0 || isNaN(data9)) {
							const err24 = {
								instancePath: instancePath + "/delay/percentage",
								schemaPath: "#/properties/delay/properties/percentage/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema24.properties.delay.properties.percentage,
								data: data9
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
					}
				}
				if (data7.vars !== void 0) {
					let data10 = data7.vars;
					if (!Array.isArray(data10)) {
						const err25 = {
							instancePath: instancePath + "/delay/vars",
							schemaPath: "#/properties/delay/properties/vars/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema24.properties.delay.properties.vars.type,
							parentSchema: schema24.properties.delay.properties.vars,
							data: data10
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
			} else {
				const err26 = {
					instancePath: instancePath + "/delay",
					schemaPath: "#/properties/delay/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema24.properties.delay.type,
					parentSchema: schema24.properties.delay,
					data: data7
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate55(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err27 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema24.type,
			parentSchema: schema24,
			data
		};
		if (vErrors === null) vErrors = [err27];
		else vErrors.push(err27);
		errors++;
	}
	validate54.errors = vErrors;
	return errors === 0;
}
const schema26 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/forward-auth.schema.json",
	"title": "ForwardAuth",
	"description": "Asks another service whether the request may pass.",
	"type": "object",
	"required": ["uri"],
	"properties": {
		"uri": {
			"description": "Address of the service.",
			"type": "string",
			"minLength": 1
		},
		"allow_degradation": {
			"description": "true: requests pass when the service cannot be reached.",
			"type": "boolean",
			"default": false
		},
		"status_on_error": {
			"description": "Status when the service cannot be reached.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"default": 403
		},
		"ssl_verify": {
			"description": "true: verify the service's certificate.",
			"type": "boolean",
			"default": true
		},
		"request_method": {
			"description": "Method of the question.",
			"type": "string",
			"enum": ["GET", "POST"],
			"default": "GET"
		},
		"request_headers": {
			"description": "Client headers that are sent along.",
			"type": "array",
			"default": [],
			"items": { "type": "string" }
		},
		"extra_headers": {
			"description": "Further headers, with variables.",
			"type": "object",
			"minProperties": 1,
			"additionalProperties": { "type": "string" }
		},
		"upstream_headers": {
			"description": "Headers of the service's answer that go upstream.",
			"type": "array",
			"default": [],
			"items": { "type": "string" }
		},
		"client_headers": {
			"description": "Headers of the service's refusal that go to the caller.",
			"type": "array",
			"default": [],
			"items": { "type": "string" }
		},
		"consumer_header": {
			"description": "Header of the service's answer that names the consumer to attach.",
			"type": "string",
			"minLength": 1
		},
		"timeout": {
			"description": "Milliseconds to wait.",
			"type": "integer",
			"minimum": 1,
			"maximum": 6e4,
			"default": 3e3
		},
		"keepalive": {
			"description": "true: connections are kept.",
			"type": "boolean",
			"default": true
		},
		"keepalive_timeout": {
			"description": "Milliseconds that an idle connection is kept.",
			"type": "integer",
			"minimum": 1e3,
			"default": 6e4
		},
		"keepalive_pool": {
			"description": "Idle connections that are kept.",
			"type": "integer",
			"minimum": 1,
			"default": 5
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": true
};
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate59.errors = vErrors;
	return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.uri === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "uri" },
				message: "must have required property 'uri'",
				schema: schema26.required,
				parentSchema: schema26,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.uri !== void 0) {
			let data0 = data.uri;
			if (typeof data0 === "string") {
				if (func2(data0) < 1) {
					const err1 = {
						instancePath: instancePath + "/uri",
						schemaPath: "#/properties/uri/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema26.properties.uri,
						data: data0
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/uri",
					schemaPath: "#/properties/uri/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema26.properties.uri.type,
					parentSchema: schema26.properties.uri,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.allow_degradation !== void 0) {
			let data1 = data.allow_degradation;
			if (typeof data1 !== "boolean") {
				const err3 = {
					instancePath: instancePath + "/allow_degradation",
					schemaPath: "#/properties/allow_degradation/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema26.properties.allow_degradation.type,
					parentSchema: schema26.properties.allow_degradation,
					data: data1
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.status_on_error !== void 0) {
			let data2 = data.status_on_error;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
				const err4 = {
					instancePath: instancePath + "/status_on_error",
					schemaPath: "#/properties/status_on_error/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema26.properties.status_on_error.type,
					parentSchema: schema26.properties.status_on_error,
					data: data2
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 > 599 || isNaN(data2)) {
					const err5 = {
						instancePath: instancePath + "/status_on_error",
						schemaPath: "#/properties/status_on_error/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema26.properties.status_on_error,
						data: data2
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (data2 < 200 || isNaN(data2)) {
					const err6 = {
						instancePath: instancePath + "/status_on_error",
						schemaPath: "#/properties/status_on_error/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema26.properties.status_on_error,
						data: data2
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
		if (data.ssl_verify !== void 0) {
			let data3 = data.ssl_verify;
			if (typeof data3 !== "boolean") {
				const err7 = {
					instancePath: instancePath + "/ssl_verify",
					schemaPath: "#/properties/ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema26.properties.ssl_verify.type,
					parentSchema: schema26.properties.ssl_verify,
					data: data3
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.request_method !== void 0) {
			let data4 = data.request_method;
			if (typeof data4 !== "string") {
				const err8 = {
					instancePath: instancePath + "/request_method",
					schemaPath: "#/properties/request_method/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema26.properties.request_method.type,
					parentSchema: schema26.properties.request_method,
					data: data4
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
			if (!(data4 === "GET" || data4 === "POST")) {
				const err9 = {
					instancePath: instancePath + "/request_method",
					schemaPath: "#/properties/request_method/enum",
					keyword: "enum",
					params: { allowedValues: schema26.properties.request_method.enum },
					message: "must be equal to one of the allowed values",
					schema: schema26.properties.request_method.enum,
					parentSchema: schema26.properties.request_method,
					data: data4
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.request_headers !== void 0) {
			let data5 = data.request_headers;
			if (Array.isArray(data5)) {
				const len0 = data5.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data6 = data5[i0];
					if (typeof data6 !== "string") {
						const err10 = {
							instancePath: instancePath + "/request_headers/" + i0,
							schemaPath: "#/properties/request_headers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema26.properties.request_headers.items.type,
							parentSchema: schema26.properties.request_headers.items,
							data: data6
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/request_headers",
					schemaPath: "#/properties/request_headers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema26.properties.request_headers.type,
					parentSchema: schema26.properties.request_headers,
					data: data5
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.extra_headers !== void 0) {
			let data7 = data.extra_headers;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
				if (Object.keys(data7).length < 1) {
					const err12 = {
						instancePath: instancePath + "/extra_headers",
						schemaPath: "#/properties/extra_headers/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema26.properties.extra_headers,
						data: data7
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				for (const key0 in data7) {
					let data8 = data7[key0];
					if (typeof data8 !== "string") {
						const err13 = {
							instancePath: instancePath + "/extra_headers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/extra_headers/additionalProperties/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema26.properties.extra_headers.additionalProperties.type,
							parentSchema: schema26.properties.extra_headers.additionalProperties,
							data: data8
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/extra_headers",
					schemaPath: "#/properties/extra_headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema26.properties.extra_headers.type,
					parentSchema: schema26.properties.extra_headers,
					data: data7
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.upstream_headers !== void 0) {
			let data9 = data.upstream_headers;
			if (Array.isArray(data9)) {
				const len1 = data9.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data10 = data9[i1];
					if (typeof data10 !== "string") {
						const err15 = {
							instancePath: instancePath + "/upstream_headers/" + i1,
							schemaPath: "#/properties/upstream_headers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema26.properties.upstream_headers.items.type,
							parentSchema: schema26.properties.upstream_headers.items,
							data: data10
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
				}
			} else {
				const err16 = {
					instancePath: instancePath + "/upstream_headers",
					schemaPath: "#/properties/upstream_headers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema26.properties.upstream_headers.type,
					parentSchema: schema26.properties.upstream_headers,
					data: data9
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.client_headers !== void 0) {
			let data11 = data.client_headers;
			if (Array.isArray(data11)) {
				const len2 = data11.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data12 = data11[i2];
					if (typeof data12 !== "string") {
						const err17 = {
							instancePath: instancePath + "/client_headers/" + i2,
							schemaPath: "#/properties/client_headers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema26.properties.client_headers.items.type,
							parentSchema: schema26.properties.client_headers.items,
							data: data12
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/client_headers",
					schemaPath: "#/properties/client_headers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema26.properties.client_headers.type,
					parentSchema: schema26.properties.client_headers,
					data: data11
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.consumer_header !== void 0) {
			let data13 = data.consumer_header;
			if (typeof data13 === "string") {
				if (func2(data13) < 1) {
					const err19 = {
						instancePath: instancePath + "/consumer_header",
						schemaPath: "#/properties/consumer_header/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema26.properties.consumer_header,
						data: data13
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/consumer_header",
					schemaPath: "#/properties/consumer_header/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema26.properties.consumer_header.type,
					parentSchema: schema26.properties.consumer_header,
					data: data13
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.timeout !== void 0) {
			let data14 = data.timeout;
			if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
				const err21 = {
					instancePath: instancePath + "/timeout",
					schemaPath: "#/properties/timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema26.properties.timeout.type,
					parentSchema: schema26.properties.timeout,
					data: data14
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
			if (typeof data14 == "number" && isFinite(data14)) {
				if (data14 > 6e4 || isNaN(data14)) {
					const err22 = {
						instancePath: instancePath + "/timeout",
						schemaPath: "#/properties/timeout/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 6e4
						},
						message: "must be <= 60000",
						schema: 6e4,
						parentSchema: schema26.properties.timeout,
						data: data14
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
				if (data14 < 1 || isNaN(data14)) {
					const err23 = {
						instancePath: instancePath + "/timeout",
						schemaPath: "#/properties/timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema26.properties.timeout,
						data: data14
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
			}
		}
		if (data.keepalive !== void 0) {
			let data15 = data.keepalive;
			if (typeof data15 !== "boolean") {
				const err24 = {
					instancePath: instancePath + "/keepalive",
					schemaPath: "#/properties/keepalive/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema26.properties.keepalive.type,
					parentSchema: schema26.properties.keepalive,
					data: data15
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.keepalive_timeout !== void 0) {
			let data16 = data.keepalive_timeout;
			if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
				const err25 = {
					instancePath: instancePath + "/keepalive_timeout",
					schemaPath: "#/properties/keepalive_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema26.properties.keepalive_timeout.type,
					parentSchema: schema26.properties.keepalive_timeout,
					data: data16
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
			if (typeof data16 == "number" && isFinite(data16)) {
				if (data16 < 1e3 || isNaN(data16)) {
					const err26 = {
						instancePath: instancePath + "/keepalive_timeout",
						schemaPath: "#/properties/keepalive_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1e3
						},
						message: "must be >= 1000",
						schema: 1e3,
						parentSchema: schema26.properties.keepalive_timeout,
						data: data16
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
			}
		}
		if (data.keepalive_pool !== void 0) {
			let data17 = data.keepalive_pool;
			if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
				const err27 = {
					instancePath: instancePath + "/keepalive_pool",
					schemaPath: "#/properties/keepalive_pool/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema26.properties.keepalive_pool.type,
					parentSchema: schema26.properties.keepalive_pool,
					data: data17
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
			if (typeof data17 == "number" && isFinite(data17)) {
				if (data17 < 1 || isNaN(data17)) {
					const err28 = {
						instancePath: instancePath + "/keepalive_pool",
						schemaPath: "#/properties/keepalive_pool/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema26.properties.keepalive_pool,
						data: data17
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
			}
		}
		if (data._meta !== void 0) {
			if (!validate59(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err29 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema26.type,
			parentSchema: schema26,
			data
		};
		if (vErrors === null) vErrors = [err29];
		else vErrors.push(err29);
		errors++;
	}
	validate58.errors = vErrors;
	return errors === 0;
}
const schema28 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/hmac-auth.credential.schema.json",
	"title": "HmacAuthCredential",
	"description": "A shared secret with which the caller signs requests.",
	"type": "object",
	"required": ["key_id", "secret_key"],
	"properties": {
		"key_id": {
			"description": "Names the secret in a request; 1 to 256 characters, unique over all consumers.",
			"type": "string",
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": {
				"minLength": 1,
				"maxLength": 256
			}
		},
		"secret_key": {
			"description": "The shared secret, 1 to 256 characters, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true,
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": {
				"minLength": 1,
				"maxLength": 256
			}
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
const schema29 = {
	"description": "A reference that stands for a secret: $env://VAR, $env://VAR/key or $secret://MANAGER/CONF_ID/KEY, in any case. It passes every constraint of a string field.",
	"type": "string",
	"pattern": "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://"
};
const pattern3 = new RegExp("^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://", "u");
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://" },
				message: "must match pattern \"^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://\"",
				schema: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://",
				parentSchema: schema29,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema29.type,
			parentSchema: schema29,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate63.errors = vErrors;
	return errors === 0;
}
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate66.errors = vErrors;
	return errors === 0;
}
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.key_id === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "key_id" },
				message: "must have required property 'key_id'",
				schema: schema28.required,
				parentSchema: schema28,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.secret_key === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "secret_key" },
				message: "must have required property 'secret_key'",
				schema: schema28.required,
				parentSchema: schema28,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "key_id" || key0 === "secret_key" || key0 === "_meta")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema28,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.key_id !== void 0) {
			let data0 = data.key_id;
			if (typeof data0 !== "string") {
				const err3 = {
					instancePath: instancePath + "/key_id",
					schemaPath: "#/properties/key_id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema28.properties.key_id.type,
					parentSchema: schema28.properties.key_id,
					data: data0
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			const _errs4 = errors;
			let valid1 = true;
			const _errs5 = errors;
			if (!validate63(data0, {
				instancePath: instancePath + "/key_id",
				parentData: data,
				parentDataProperty: "key_id",
				rootData
			})) {
				vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs5 === errors;
			errors = _errs4;
			if (vErrors !== null) {
				if (_errs4) vErrors.length = _errs4;
				else vErrors = null;
			}
			if (!_valid0) {
				const _errs6 = errors;
				if (typeof data0 === "string") {
					if (func2(data0) > 256) {
						const err4 = {
							instancePath: instancePath + "/key_id",
							schemaPath: "#/properties/key_id/else/maxLength",
							keyword: "maxLength",
							params: { limit: 256 },
							message: "must NOT have more than 256 characters",
							schema: 256,
							parentSchema: schema28.properties.key_id.else,
							data: data0
						};
						if (vErrors === null) vErrors = [err4];
						else vErrors.push(err4);
						errors++;
					}
					if (func2(data0) < 1) {
						const err5 = {
							instancePath: instancePath + "/key_id",
							schemaPath: "#/properties/key_id/else/minLength",
							keyword: "minLength",
							params: { limit: 1 },
							message: "must NOT have fewer than 1 characters",
							schema: 1,
							parentSchema: schema28.properties.key_id.else,
							data: data0
						};
						if (vErrors === null) vErrors = [err5];
						else vErrors.push(err5);
						errors++;
					}
				}
				var _valid0 = _errs6 === errors;
				valid1 = _valid0;
			}
			if (!valid1) {
				const err6 = {
					instancePath: instancePath + "/key_id",
					schemaPath: "#/properties/key_id/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema28.properties.key_id.if,
					parentSchema: schema28.properties.key_id,
					data: data0
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.secret_key !== void 0) {
			let data1 = data.secret_key;
			if (typeof data1 !== "string") {
				const err7 = {
					instancePath: instancePath + "/secret_key",
					schemaPath: "#/properties/secret_key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema28.properties.secret_key.type,
					parentSchema: schema28.properties.secret_key,
					data: data1
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
			const _errs9 = errors;
			let valid2 = true;
			const _errs10 = errors;
			if (!validate63(data1, {
				instancePath: instancePath + "/secret_key",
				parentData: data,
				parentDataProperty: "secret_key",
				rootData
			})) {
				vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
				errors = vErrors.length;
			}
			var _valid1 = _errs10 === errors;
			errors = _errs9;
			if (vErrors !== null) {
				if (_errs9) vErrors.length = _errs9;
				else vErrors = null;
			}
			if (!_valid1) {
				const _errs11 = errors;
				if (typeof data1 === "string") {
					if (func2(data1) > 256) {
						const err8 = {
							instancePath: instancePath + "/secret_key",
							schemaPath: "#/properties/secret_key/else/maxLength",
							keyword: "maxLength",
							params: { limit: 256 },
							message: "must NOT have more than 256 characters",
							schema: 256,
							parentSchema: schema28.properties.secret_key.else,
							data: data1
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
					if (func2(data1) < 1) {
						const err9 = {
							instancePath: instancePath + "/secret_key",
							schemaPath: "#/properties/secret_key/else/minLength",
							keyword: "minLength",
							params: { limit: 1 },
							message: "must NOT have fewer than 1 characters",
							schema: 1,
							parentSchema: schema28.properties.secret_key.else,
							data: data1
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
				var _valid1 = _errs11 === errors;
				valid2 = _valid1;
			}
			if (!valid2) {
				const err10 = {
					instancePath: instancePath + "/secret_key",
					schemaPath: "#/properties/secret_key/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema28.properties.secret_key.if,
					parentSchema: schema28.properties.secret_key,
					data: data1
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate66(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err11 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema28.type,
			parentSchema: schema28,
			data
		};
		if (vErrors === null) vErrors = [err11];
		else vErrors.push(err11);
		errors++;
	}
	validate62.errors = vErrors;
	return errors === 0;
}
const schema31 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/ip-restriction.schema.json",
	"title": "IpRestriction",
	"description": "Lets client addresses pass, or refuses them.",
	"type": "object",
	"properties": {
		"whitelist": {
			"description": "Only these addresses and blocks pass.",
			"type": "array",
			"minItems": 1,
			"items": { "$ref": "../defs.schema.json#/definitions/ip" }
		},
		"blacklist": {
			"description": "These addresses and blocks are refused.",
			"type": "array",
			"minItems": 1,
			"items": { "$ref": "../defs.schema.json#/definitions/ip" }
		},
		"message": {
			"description": "Text of a refusal's body.",
			"type": "string",
			"minLength": 1,
			"maxLength": 1024,
			"default": "Your IP address is not allowed"
		},
		"response_code": {
			"description": "Status of a refusal.",
			"type": "integer",
			"enum": [403, 404],
			"default": 403
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "required": ["whitelist"] },
	"then": { "properties": { "blacklist": {
		"not": {},
		"x-message": "give either whitelist or blacklist, not both"
	} } },
	"else": {
		"required": ["blacklist"],
		"x-message": "give either whitelist or blacklist"
	}
};
const schema32 = {
	"description": "An IPv4 or IPv6 address, or a CIDR block.",
	"type": "string",
	"format": "ip-or-cidr"
};
const formats4 = formats["ip-or-cidr"];
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!formats4(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/format",
				keyword: "format",
				params: { format: "ip-or-cidr" },
				message: "must match format \"ip-or-cidr\"",
				schema: "ip-or-cidr",
				parentSchema: schema32,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema32.type,
			parentSchema: schema32,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate70.errors = vErrors;
	return errors === 0;
}
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate73.errors = vErrors;
	return errors === 0;
}
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.whitelist === void 0 && "whitelist") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	let ifClause0;
	if (_valid0) {
		const _errs3 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.blacklist !== void 0) {
				const err1 = {
					instancePath: instancePath + "/blacklist",
					schemaPath: "#/then/properties/blacklist/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema31.then.properties.blacklist.not,
					parentSchema: schema31.then.properties.blacklist,
					data: data.blacklist
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid0 = _errs3 === errors;
		valid0 = _valid0;
		ifClause0 = "then";
	} else {
		const _errs6 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.blacklist === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "blacklist" },
					message: "must have required property 'blacklist'",
					schema: schema31.else.required,
					parentSchema: schema31.else,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs6 === errors;
		valid0 = _valid0;
		ifClause0 = "else";
	}
	if (!valid0) {
		const err3 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: ifClause0 },
			message: "must match \"" + ifClause0 + "\" schema",
			schema: schema31.if,
			parentSchema: schema31,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "whitelist" || key0 === "blacklist" || key0 === "message" || key0 === "response_code" || key0 === "_meta")) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema31,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.whitelist !== void 0) {
			let data1 = data.whitelist;
			if (Array.isArray(data1)) {
				if (data1.length < 1) {
					const err5 = {
						instancePath: instancePath + "/whitelist",
						schemaPath: "#/properties/whitelist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema31.properties.whitelist,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate70(data1[i0], {
					instancePath: instancePath + "/whitelist/" + i0,
					parentData: data1,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
					errors = vErrors.length;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/whitelist",
					schemaPath: "#/properties/whitelist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema31.properties.whitelist.type,
					parentSchema: schema31.properties.whitelist,
					data: data1
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.blacklist !== void 0) {
			let data3 = data.blacklist;
			if (Array.isArray(data3)) {
				if (data3.length < 1) {
					const err7 = {
						instancePath: instancePath + "/blacklist",
						schemaPath: "#/properties/blacklist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema31.properties.blacklist,
						data: data3
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				const len1 = data3.length;
				for (let i1 = 0; i1 < len1; i1++) if (!validate70(data3[i1], {
					instancePath: instancePath + "/blacklist/" + i1,
					parentData: data3,
					parentDataProperty: i1,
					rootData
				})) {
					vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
					errors = vErrors.length;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/blacklist",
					schemaPath: "#/properties/blacklist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema31.properties.blacklist.type,
					parentSchema: schema31.properties.blacklist,
					data: data3
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.message !== void 0) {
			let data5 = data.message;
			if (typeof data5 === "string") {
				if (func2(data5) > 1024) {
					const err9 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/maxLength",
						keyword: "maxLength",
						params: { limit: 1024 },
						message: "must NOT have more than 1024 characters",
						schema: 1024,
						parentSchema: schema31.properties.message,
						data: data5
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (func2(data5) < 1) {
					const err10 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema31.properties.message,
						data: data5
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/message",
					schemaPath: "#/properties/message/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema31.properties.message.type,
					parentSchema: schema31.properties.message,
					data: data5
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.response_code !== void 0) {
			let data6 = data.response_code;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
				const err12 = {
					instancePath: instancePath + "/response_code",
					schemaPath: "#/properties/response_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema31.properties.response_code.type,
					parentSchema: schema31.properties.response_code,
					data: data6
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
			if (!(data6 === 403 || data6 === 404)) {
				const err13 = {
					instancePath: instancePath + "/response_code",
					schemaPath: "#/properties/response_code/enum",
					keyword: "enum",
					params: { allowedValues: schema31.properties.response_code.enum },
					message: "must be equal to one of the allowed values",
					schema: schema31.properties.response_code.enum,
					parentSchema: schema31.properties.response_code,
					data: data6
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate73(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err14 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema31.type,
			parentSchema: schema31,
			data
		};
		if (vErrors === null) vErrors = [err14];
		else vErrors.push(err14);
		errors++;
	}
	validate69.errors = vErrors;
	return errors === 0;
}
const schema34 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/jwt-auth.credential.schema.json",
	"title": "JwtAuthCredential",
	"description": "A key with which the caller's JSON web tokens are verified.",
	"type": "object",
	"required": ["key"],
	"properties": {
		"key": {
			"description": "Value of the token's key claim, unique over all consumers.",
			"type": "string",
			"minLength": 1
		},
		"secret": {
			"description": "Shared secret of HS256, HS384 and HS512, or a reference $env://… or $secret://….",
			"type": "string",
			"minLength": 1,
			"x-secret": true
		},
		"public_key": {
			"description": "PEM public key of the other algorithms, or a reference $env://… or $secret://….",
			"type": "string",
			"minLength": 1
		},
		"algorithm": {
			"description": "Signature algorithm; a token's alg must equal it.",
			"type": "string",
			"default": "HS256",
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": { "enum": [
				"HS256",
				"HS384",
				"HS512",
				"RS256",
				"RS384",
				"RS512",
				"ES256",
				"ES384",
				"ES512",
				"PS256",
				"PS384",
				"PS512",
				"EdDSA"
			] }
		},
		"exp": {
			"description": "Seconds for which a token signed by the gateway holds.",
			"type": "integer",
			"minimum": 1,
			"default": 86400
		},
		"base64_secret": {
			"description": "true: secret is base64 text.",
			"type": "boolean",
			"default": false
		},
		"lifetime_grace_period": {
			"description": "Seconds by which clocks may differ when exp and nbf are checked.",
			"type": "integer",
			"minimum": 0,
			"default": 0
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"allOf": [{
		"if": { "properties": { "algorithm": { "enum": [
			"HS256",
			"HS384",
			"HS512"
		] } } },
		"then": {
			"required": ["secret"],
			"x-message": "HS256 (the default), HS384 and HS512 need a secret"
		}
	}, {
		"if": {
			"required": ["algorithm"],
			"properties": { "algorithm": { "enum": [
				"RS256",
				"RS384",
				"RS512",
				"ES256",
				"ES384",
				"ES512",
				"PS256",
				"PS384",
				"PS512",
				"EdDSA"
			] } }
		},
		"then": {
			"required": ["public_key"],
			"x-message": "this algorithm needs a public_key"
		}
	}]
};
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://" },
				message: "must match pattern \"^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://\"",
				schema: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://",
				parentSchema: schema29,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema29.type,
			parentSchema: schema29,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate77.errors = vErrors;
	return errors === 0;
}
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate79.errors = vErrors;
	return errors === 0;
}
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.algorithm !== void 0) {
			let data0 = data.algorithm;
			if (!(data0 === "HS256" || data0 === "HS384" || data0 === "HS512")) {
				const err0 = {};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.secret === void 0) {
				const err1 = {
					instancePath,
					schemaPath: "#/allOf/0/then/required",
					keyword: "required",
					params: { missingProperty: "secret" },
					message: "must have required property 'secret'",
					schema: schema34.allOf[0].then.required,
					parentSchema: schema34.allOf[0].then,
					data
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid0 = _errs5 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err2 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema34.allOf[0].if,
			parentSchema: schema34.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	const _errs7 = errors;
	let valid3 = true;
	const _errs8 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.algorithm === void 0 && "algorithm") {
			const err3 = {};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		} else if (data.algorithm !== void 0) {
			let data1 = data.algorithm;
			if (!(data1 === "RS256" || data1 === "RS384" || data1 === "RS512" || data1 === "ES256" || data1 === "ES384" || data1 === "ES512" || data1 === "PS256" || data1 === "PS384" || data1 === "PS512" || data1 === "EdDSA")) {
				const err4 = {};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	}
	var _valid1 = _errs8 === errors;
	errors = _errs7;
	if (vErrors !== null) {
		if (_errs7) vErrors.length = _errs7;
		else vErrors = null;
	}
	if (_valid1) {
		const _errs10 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.public_key === void 0) {
				const err5 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "public_key" },
					message: "must have required property 'public_key'",
					schema: schema34.allOf[1].then.required,
					parentSchema: schema34.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		var _valid1 = _errs10 === errors;
		valid3 = _valid1;
	}
	if (!valid3) {
		const err6 = {
			instancePath,
			schemaPath: "#/allOf/1/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema34.allOf[1].if,
			parentSchema: schema34.allOf[1],
			data
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.key === void 0) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "key" },
				message: "must have required property 'key'",
				schema: schema34.required,
				parentSchema: schema34,
				data
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "key" || key0 === "secret" || key0 === "public_key" || key0 === "algorithm" || key0 === "exp" || key0 === "base64_secret" || key0 === "lifetime_grace_period" || key0 === "_meta")) {
			const err8 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema34,
				data
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.key !== void 0) {
			let data2 = data.key;
			if (typeof data2 === "string") {
				if (func2(data2) < 1) {
					const err9 = {
						instancePath: instancePath + "/key",
						schemaPath: "#/properties/key/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema34.properties.key,
						data: data2
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/key",
					schemaPath: "#/properties/key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema34.properties.key.type,
					parentSchema: schema34.properties.key,
					data: data2
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.secret !== void 0) {
			let data3 = data.secret;
			if (typeof data3 === "string") {
				if (func2(data3) < 1) {
					const err11 = {
						instancePath: instancePath + "/secret",
						schemaPath: "#/properties/secret/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema34.properties.secret,
						data: data3
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/secret",
					schemaPath: "#/properties/secret/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema34.properties.secret.type,
					parentSchema: schema34.properties.secret,
					data: data3
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.public_key !== void 0) {
			let data4 = data.public_key;
			if (typeof data4 === "string") {
				if (func2(data4) < 1) {
					const err13 = {
						instancePath: instancePath + "/public_key",
						schemaPath: "#/properties/public_key/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema34.properties.public_key,
						data: data4
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/public_key",
					schemaPath: "#/properties/public_key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema34.properties.public_key.type,
					parentSchema: schema34.properties.public_key,
					data: data4
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.algorithm !== void 0) {
			let data5 = data.algorithm;
			if (typeof data5 !== "string") {
				const err15 = {
					instancePath: instancePath + "/algorithm",
					schemaPath: "#/properties/algorithm/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema34.properties.algorithm.type,
					parentSchema: schema34.properties.algorithm,
					data: data5
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
			const _errs20 = errors;
			let valid6 = true;
			const _errs21 = errors;
			if (!validate77(data5, {
				instancePath: instancePath + "/algorithm",
				parentData: data,
				parentDataProperty: "algorithm",
				rootData
			})) {
				vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
				errors = vErrors.length;
			}
			var _valid2 = _errs21 === errors;
			errors = _errs20;
			if (vErrors !== null) {
				if (_errs20) vErrors.length = _errs20;
				else vErrors = null;
			}
			if (!_valid2) {
				const _errs22 = errors;
				if (!(data5 === "HS256" || data5 === "HS384" || data5 === "HS512" || data5 === "RS256" || data5 === "RS384" || data5 === "RS512" || data5 === "ES256" || data5 === "ES384" || data5 === "ES512" || data5 === "PS256" || data5 === "PS384" || data5 === "PS512" || data5 === "EdDSA")) {
					const err16 = {
						instancePath: instancePath + "/algorithm",
						schemaPath: "#/properties/algorithm/else/enum",
						keyword: "enum",
						params: { allowedValues: schema34.properties.algorithm.else.enum },
						message: "must be equal to one of the allowed values",
						schema: schema34.properties.algorithm.else.enum,
						parentSchema: schema34.properties.algorithm.else,
						data: data5
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
				var _valid2 = _errs22 === errors;
				valid6 = _valid2;
			}
			if (!valid6) {
				const err17 = {
					instancePath: instancePath + "/algorithm",
					schemaPath: "#/properties/algorithm/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema34.properties.algorithm.if,
					parentSchema: schema34.properties.algorithm,
					data: data5
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.exp !== void 0) {
			let data6 = data.exp;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
				const err18 = {
					instancePath: instancePath + "/exp",
					schemaPath: "#/properties/exp/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema34.properties.exp.type,
					parentSchema: schema34.properties.exp,
					data: data6
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 < 1 || isNaN(data6)) {
					const err19 = {
						instancePath: instancePath + "/exp",
						schemaPath: "#/properties/exp/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema34.properties.exp,
						data: data6
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			}
		}
		if (data.base64_secret !== void 0) {
			let data7 = data.base64_secret;
			if (typeof data7 !== "boolean") {
				const err20 = {
					instancePath: instancePath + "/base64_secret",
					schemaPath: "#/properties/base64_secret/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema34.properties.base64_secret.type,
					parentSchema: schema34.properties.base64_secret,
					data: data7
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.lifetime_grace_period !== void 0) {
			let data8 = data.lifetime_grace_period;
			if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
				const err21 = {
					instancePath: instancePath + "/lifetime_grace_period",
					schemaPath: "#/properties/lifetime_grace_period/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema34.properties.lifetime_grace_period.type,
					parentSchema: schema34.properties.lifetime_grace_period,
					data: data8
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
			if (typeof data8 == "number" && isFinite(data8)) {
				if (data8 < 0 || isNaN(data8)) {
					const err22 = {
						instancePath: instancePath + "/lifetime_grace_period",
						schemaPath: "#/properties/lifetime_grace_period/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema34.properties.lifetime_grace_period,
						data: data8
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			}
		}
		if (data._meta !== void 0) {
			if (!validate79(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err23 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema34.type,
			parentSchema: schema34,
			data
		};
		if (vErrors === null) vErrors = [err23];
		else vErrors.push(err23);
		errors++;
	}
	validate76.errors = vErrors;
	return errors === 0;
}
const schema37 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/key-auth.credential.schema.json",
	"title": "KeyAuthCredential",
	"description": "A secret key that the caller presents in a header or query argument.",
	"type": "object",
	"required": ["key"],
	"properties": {
		"key": {
			"description": "The secret key, unique over all consumers; or a reference $env://… or $secret://….",
			"type": "string",
			"minLength": 1,
			"x-secret": true
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate83.errors = vErrors;
	return errors === 0;
}
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.key === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "key" },
				message: "must have required property 'key'",
				schema: schema37.required,
				parentSchema: schema37,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "key" || key0 === "_meta")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema37,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.key !== void 0) {
			let data0 = data.key;
			if (typeof data0 === "string") {
				if (func2(data0) < 1) {
					const err2 = {
						instancePath: instancePath + "/key",
						schemaPath: "#/properties/key/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema37.properties.key,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/key",
					schemaPath: "#/properties/key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema37.properties.key.type,
					parentSchema: schema37.properties.key,
					data: data0
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate83(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema37.type,
			parentSchema: schema37,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate82.errors = vErrors;
	return errors === 0;
}
const schema39 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/limit-conn.schema.json",
	"title": "LimitConn",
	"description": "At most so many requests at the same time.",
	"type": "object",
	"required": [
		"conn",
		"burst",
		"default_conn_delay",
		"key"
	],
	"properties": {
		"conn": {
			"description": "Concurrent requests.",
			"type": "integer",
			"exclusiveMinimum": 0
		},
		"burst": {
			"description": "Concurrent requests above conn that are delayed rather than refused.",
			"type": "integer",
			"minimum": 0
		},
		"default_conn_delay": {
			"description": "Seconds by which a request within burst is delayed.",
			"type": "number",
			"exclusiveMinimum": 0
		},
		"only_use_default_delay": {
			"description": "true: the delay does not grow with the number of requests.",
			"type": "boolean",
			"default": false
		},
		"key": {
			"description": "What is counted: a variable, or several, by key_type.",
			"type": "string",
			"minLength": 1
		},
		"key_type": {
			"description": "How key is read.",
			"type": "string",
			"enum": ["var", "var_combination"],
			"default": "var"
		},
		"key_ttl": {
			"description": "Seconds that a counter is kept in Redis.",
			"type": "integer",
			"minimum": 1
		},
		"rejected_code": {
			"description": "Status of a refusal.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"default": 503
		},
		"rejected_msg": {
			"description": "Text of a refusal's body.",
			"type": "string",
			"minLength": 1
		},
		"policy": {
			"description": "Where the counters are kept.",
			"type": "string",
			"enum": [
				"local",
				"redis",
				"redis-cluster",
				"redis-sentinel"
			],
			"default": "local"
		},
		"allow_degradation": {
			"description": "true: requests pass when the counters cannot be reached.",
			"type": "boolean",
			"default": false
		},
		"redis_host": {
			"description": "redis: host name or address.",
			"type": "string",
			"minLength": 2
		},
		"redis_port": {
			"description": "redis: port.",
			"type": "integer",
			"minimum": 1,
			"maximum": 65535,
			"default": 6379
		},
		"redis_username": {
			"description": "redis: user name.",
			"type": "string",
			"minLength": 1
		},
		"redis_password": {
			"description": "Password of the Redis server, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true
		},
		"redis_database": {
			"description": "redis: database number.",
			"type": "integer",
			"minimum": 0,
			"default": 0
		},
		"redis_timeout": {
			"description": "Milliseconds to wait for Redis.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_ssl": {
			"description": "redis: connect with TLS.",
			"type": "boolean",
			"default": false
		},
		"redis_ssl_verify": {
			"description": "redis: verify the server's certificate.",
			"type": "boolean",
			"default": false
		},
		"redis_keepalive_timeout": {
			"description": "Milliseconds that an idle connection to Redis is kept.",
			"type": "integer",
			"minimum": 1
		},
		"redis_keepalive_pool": {
			"description": "Idle connections to Redis that are kept.",
			"type": "integer",
			"minimum": 1
		},
		"redis_cluster_nodes": {
			"description": "redis-cluster: addresses, host:port.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 2,
				"maxLength": 100
			}
		},
		"redis_cluster_name": {
			"description": "redis-cluster: name of the cluster.",
			"type": "string",
			"minLength": 1
		},
		"redis_cluster_ssl": {
			"description": "redis-cluster: connect with TLS.",
			"type": "boolean",
			"default": false
		},
		"redis_cluster_ssl_verify": {
			"description": "redis-cluster: verify the servers' certificates.",
			"type": "boolean",
			"default": false
		},
		"redis_sentinels": {
			"description": "redis-sentinel: the sentinels.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"required": ["host", "port"],
				"properties": {
					"host": {
						"description": "Host name or address.",
						"type": "string",
						"minLength": 2
					},
					"port": {
						"description": "Port.",
						"type": "integer",
						"minimum": 1,
						"maximum": 65535
					}
				},
				"additionalProperties": false
			}
		},
		"redis_connect_timeout": {
			"description": "redis-sentinel: milliseconds to wait for a connection.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_read_timeout": {
			"description": "redis-sentinel: milliseconds to wait for an answer.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_master_name": {
			"description": "redis-sentinel: name of the master group.",
			"type": "string",
			"minLength": 1
		},
		"redis_role": {
			"description": "redis-sentinel: which server to use.",
			"type": "string",
			"enum": ["master", "slave"],
			"default": "master"
		},
		"sentinel_username": {
			"description": "redis-sentinel: user name at the sentinels.",
			"type": "string",
			"minLength": 1
		},
		"sentinel_password": {
			"description": "redis-sentinel: password at the sentinels, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"allOf": [
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis" } }
			},
			"then": {
				"required": ["redis_host"],
				"x-message": "policy redis needs redis_host"
			}
		},
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis-cluster" } }
			},
			"then": {
				"required": ["redis_cluster_nodes", "redis_cluster_name"],
				"x-message": "policy redis-cluster needs redis_cluster_nodes and redis_cluster_name"
			}
		},
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis-sentinel" } }
			},
			"then": {
				"required": ["redis_sentinels", "redis_master_name"],
				"x-message": "policy redis-sentinel needs redis_sentinels and redis_master_name"
			}
		}
	]
};
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate87.errors = vErrors;
	return errors === 0;
}
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis" !== data.policy) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_host === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/allOf/0/then/required",
					keyword: "required",
					params: { missingProperty: "redis_host" },
					message: "must have required property 'redis_host'",
					schema: schema39.allOf[0].then.required,
					parentSchema: schema39.allOf[0].then,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs5 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err3 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema39.allOf[0].if,
			parentSchema: schema39.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	const _errs7 = errors;
	let valid3 = true;
	const _errs8 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err4 = {};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis-cluster" !== data.policy) {
				const err5 = {};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	}
	var _valid1 = _errs8 === errors;
	errors = _errs7;
	if (vErrors !== null) {
		if (_errs7) vErrors.length = _errs7;
		else vErrors = null;
	}
	if (_valid1) {
		const _errs10 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_cluster_nodes === void 0) {
				const err6 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "redis_cluster_nodes" },
					message: "must have required property 'redis_cluster_nodes'",
					schema: schema39.allOf[1].then.required,
					parentSchema: schema39.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
			if (data.redis_cluster_name === void 0) {
				const err7 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "redis_cluster_name" },
					message: "must have required property 'redis_cluster_name'",
					schema: schema39.allOf[1].then.required,
					parentSchema: schema39.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		var _valid1 = _errs10 === errors;
		valid3 = _valid1;
	}
	if (!valid3) {
		const err8 = {
			instancePath,
			schemaPath: "#/allOf/1/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema39.allOf[1].if,
			parentSchema: schema39.allOf[1],
			data
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	const _errs12 = errors;
	let valid5 = true;
	const _errs13 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err9 = {};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis-sentinel" !== data.policy) {
				const err10 = {};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
	}
	var _valid2 = _errs13 === errors;
	errors = _errs12;
	if (vErrors !== null) {
		if (_errs12) vErrors.length = _errs12;
		else vErrors = null;
	}
	if (_valid2) {
		const _errs15 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_sentinels === void 0) {
				const err11 = {
					instancePath,
					schemaPath: "#/allOf/2/then/required",
					keyword: "required",
					params: { missingProperty: "redis_sentinels" },
					message: "must have required property 'redis_sentinels'",
					schema: schema39.allOf[2].then.required,
					parentSchema: schema39.allOf[2].then,
					data
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
			if (data.redis_master_name === void 0) {
				const err12 = {
					instancePath,
					schemaPath: "#/allOf/2/then/required",
					keyword: "required",
					params: { missingProperty: "redis_master_name" },
					message: "must have required property 'redis_master_name'",
					schema: schema39.allOf[2].then.required,
					parentSchema: schema39.allOf[2].then,
					data
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		var _valid2 = _errs15 === errors;
		valid5 = _valid2;
	}
	if (!valid5) {
		const err13 = {
			instancePath,
			schemaPath: "#/allOf/2/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema39.allOf[2].if,
			parentSchema: schema39.allOf[2],
			data
		};
		if (vErrors === null) vErrors = [err13];
		else vErrors.push(err13);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.conn === void 0) {
			const err14 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "conn" },
				message: "must have required property 'conn'",
				schema: schema39.required,
				parentSchema: schema39,
				data
			};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
		if (data.burst === void 0) {
			const err15 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "burst" },
				message: "must have required property 'burst'",
				schema: schema39.required,
				parentSchema: schema39,
				data
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		if (data.default_conn_delay === void 0) {
			const err16 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "default_conn_delay" },
				message: "must have required property 'default_conn_delay'",
				schema: schema39.required,
				parentSchema: schema39,
				data
			};
			if (vErrors === null) vErrors = [err16];
			else vErrors.push(err16);
			errors++;
		}
		if (data.key === void 0) {
			const err17 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "key" },
				message: "must have required property 'key'",
				schema: schema39.required,
				parentSchema: schema39,
				data
			};
			if (vErrors === null) vErrors = [err17];
			else vErrors.push(err17);
			errors++;
		}
		for (const key0 in data) if (!func7.call(schema39.properties, key0)) {
			const err18 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema39,
				data
			};
			if (vErrors === null) vErrors = [err18];
			else vErrors.push(err18);
			errors++;
		}
		if (data.conn !== void 0) {
			let data3 = data.conn;
			if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
				const err19 = {
					instancePath: instancePath + "/conn",
					schemaPath: "#/properties/conn/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.conn.type,
					parentSchema: schema39.properties.conn,
					data: data3
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
			if (typeof data3 == "number" && isFinite(data3)) {
				if (data3 <= 0 || isNaN(data3)) {
					const err20 = {
						instancePath: instancePath + "/conn",
						schemaPath: "#/properties/conn/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema39.properties.conn,
						data: data3
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
			}
		}
		if (data.burst !== void 0) {
			let data4 = data.burst;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
				const err21 = {
					instancePath: instancePath + "/burst",
					schemaPath: "#/properties/burst/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.burst.type,
					parentSchema: schema39.properties.burst,
					data: data4
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
			if (typeof data4 == "number" && isFinite(data4)) {
				if (data4 < 0 || isNaN(data4)) {
					const err22 = {
						instancePath: instancePath + "/burst",
						schemaPath: "#/properties/burst/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema39.properties.burst,
						data: data4
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			}
		}
		if (data.default_conn_delay !== void 0) {
			let data5 = data.default_conn_delay;
			if (typeof data5 == "number" && isFinite(data5)) {
				if (data5 <= 0 || isNaN(data5)) {
					const err23 = {
						instancePath: instancePath + "/default_conn_delay",
						schemaPath: "#/properties/default_conn_delay/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema39.properties.default_conn_delay,
						data: data5
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
			} else {
				const err24 = {
					instancePath: instancePath + "/default_conn_delay",
					schemaPath: "#/properties/default_conn_delay/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema39.properties.default_conn_delay.type,
					parentSchema: schema39.properties.default_conn_delay,
					data: data5
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.only_use_default_delay !== void 0) {
			let data6 = data.only_use_default_delay;
			if (typeof data6 !== "boolean") {
				const err25 = {
					instancePath: instancePath + "/only_use_default_delay",
					schemaPath: "#/properties/only_use_default_delay/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema39.properties.only_use_default_delay.type,
					parentSchema: schema39.properties.only_use_default_delay,
					data: data6
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.key !== void 0) {
			let data7 = data.key;
			if (typeof data7 === "string") {
				if (func2(data7) < 1) {
					const err26 = {
						instancePath: instancePath + "/key",
						schemaPath: "#/properties/key/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema39.properties.key,
						data: data7
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
			} else {
				const err27 = {
					instancePath: instancePath + "/key",
					schemaPath: "#/properties/key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.key.type,
					parentSchema: schema39.properties.key,
					data: data7
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
		}
		if (data.key_type !== void 0) {
			let data8 = data.key_type;
			if (typeof data8 !== "string") {
				const err28 = {
					instancePath: instancePath + "/key_type",
					schemaPath: "#/properties/key_type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.key_type.type,
					parentSchema: schema39.properties.key_type,
					data: data8
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
			if (!(data8 === "var" || data8 === "var_combination")) {
				const err29 = {
					instancePath: instancePath + "/key_type",
					schemaPath: "#/properties/key_type/enum",
					keyword: "enum",
					params: { allowedValues: schema39.properties.key_type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema39.properties.key_type.enum,
					parentSchema: schema39.properties.key_type,
					data: data8
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
		}
		if (data.key_ttl !== void 0) {
			let data9 = data.key_ttl;
			if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
				const err30 = {
					instancePath: instancePath + "/key_ttl",
					schemaPath: "#/properties/key_ttl/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.key_ttl.type,
					parentSchema: schema39.properties.key_ttl,
					data: data9
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
			if (typeof data9 == "number" && isFinite(data9)) {
				if (data9 < 1 || isNaN(data9)) {
					const err31 = {
						instancePath: instancePath + "/key_ttl",
						schemaPath: "#/properties/key_ttl/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.key_ttl,
						data: data9
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
			}
		}
		if (data.rejected_code !== void 0) {
			let data10 = data.rejected_code;
			if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
				const err32 = {
					instancePath: instancePath + "/rejected_code",
					schemaPath: "#/properties/rejected_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.rejected_code.type,
					parentSchema: schema39.properties.rejected_code,
					data: data10
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
			if (typeof data10 == "number" && isFinite(data10)) {
				if (data10 > 599 || isNaN(data10)) {
					const err33 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema39.properties.rejected_code,
						data: data10
					};
					if (vErrors === null) vErrors = [err33];
					else vErrors.push(err33);
					errors++;
				}
				if (data10 < 200 || isNaN(data10)) {
					const err34 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema39.properties.rejected_code,
						data: data10
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
			}
		}
		if (data.rejected_msg !== void 0) {
			let data11 = data.rejected_msg;
			if (typeof data11 === "string") {
				if (func2(data11) < 1) {
					const err35 = {
						instancePath: instancePath + "/rejected_msg",
						schemaPath: "#/properties/rejected_msg/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema39.properties.rejected_msg,
						data: data11
					};
					if (vErrors === null) vErrors = [err35];
					else vErrors.push(err35);
					errors++;
				}
			} else {
				const err36 = {
					instancePath: instancePath + "/rejected_msg",
					schemaPath: "#/properties/rejected_msg/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.rejected_msg.type,
					parentSchema: schema39.properties.rejected_msg,
					data: data11
				};
				if (vErrors === null) vErrors = [err36];
				else vErrors.push(err36);
				errors++;
			}
		}
		if (data.policy !== void 0) {
			let data12 = data.policy;
			if (typeof data12 !== "string") {
				const err37 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.policy.type,
					parentSchema: schema39.properties.policy,
					data: data12
				};
				if (vErrors === null) vErrors = [err37];
				else vErrors.push(err37);
				errors++;
			}
			if (!(data12 === "local" || data12 === "redis" || data12 === "redis-cluster" || data12 === "redis-sentinel")) {
				const err38 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/enum",
					keyword: "enum",
					params: { allowedValues: schema39.properties.policy.enum },
					message: "must be equal to one of the allowed values",
					schema: schema39.properties.policy.enum,
					parentSchema: schema39.properties.policy,
					data: data12
				};
				if (vErrors === null) vErrors = [err38];
				else vErrors.push(err38);
				errors++;
			}
		}
		if (data.allow_degradation !== void 0) {
			let data13 = data.allow_degradation;
			if (typeof data13 !== "boolean") {
				const err39 = {
					instancePath: instancePath + "/allow_degradation",
					schemaPath: "#/properties/allow_degradation/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema39.properties.allow_degradation.type,
					parentSchema: schema39.properties.allow_degradation,
					data: data13
				};
				if (vErrors === null) vErrors = [err39];
				else vErrors.push(err39);
				errors++;
			}
		}
		if (data.redis_host !== void 0) {
			let data14 = data.redis_host;
			if (typeof data14 === "string") {
				if (func2(data14) < 2) {
					const err40 = {
						instancePath: instancePath + "/redis_host",
						schemaPath: "#/properties/redis_host/minLength",
						keyword: "minLength",
						params: { limit: 2 },
						message: "must NOT have fewer than 2 characters",
						schema: 2,
						parentSchema: schema39.properties.redis_host,
						data: data14
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/redis_host",
					schemaPath: "#/properties/redis_host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.redis_host.type,
					parentSchema: schema39.properties.redis_host,
					data: data14
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.redis_port !== void 0) {
			let data15 = data.redis_port;
			if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
				const err42 = {
					instancePath: instancePath + "/redis_port",
					schemaPath: "#/properties/redis_port/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_port.type,
					parentSchema: schema39.properties.redis_port,
					data: data15
				};
				if (vErrors === null) vErrors = [err42];
				else vErrors.push(err42);
				errors++;
			}
			if (typeof data15 == "number" && isFinite(data15)) {
				if (data15 > 65535 || isNaN(data15)) {
					const err43 = {
						instancePath: instancePath + "/redis_port",
						schemaPath: "#/properties/redis_port/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 65535
						},
						message: "must be <= 65535",
						schema: 65535,
						parentSchema: schema39.properties.redis_port,
						data: data15
					};
					if (vErrors === null) vErrors = [err43];
					else vErrors.push(err43);
					errors++;
				}
				if (data15 < 1 || isNaN(data15)) {
					const err44 = {
						instancePath: instancePath + "/redis_port",
						schemaPath: "#/properties/redis_port/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.redis_port,
						data: data15
					};
					if (vErrors === null) vErrors = [err44];
					else vErrors.push(err44);
					errors++;
				}
			}
		}
		if (data.redis_username !== void 0) {
			let data16 = data.redis_username;
			if (typeof data16 === "string") {
				if (func2(data16) < 1) {
					const err45 = {
						instancePath: instancePath + "/redis_username",
						schemaPath: "#/properties/redis_username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema39.properties.redis_username,
						data: data16
					};
					if (vErrors === null) vErrors = [err45];
					else vErrors.push(err45);
					errors++;
				}
			} else {
				const err46 = {
					instancePath: instancePath + "/redis_username",
					schemaPath: "#/properties/redis_username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.redis_username.type,
					parentSchema: schema39.properties.redis_username,
					data: data16
				};
				if (vErrors === null) vErrors = [err46];
				else vErrors.push(err46);
				errors++;
			}
		}
		if (data.redis_password !== void 0) {
			let data17 = data.redis_password;
			if (typeof data17 !== "string") {
				const err47 = {
					instancePath: instancePath + "/redis_password",
					schemaPath: "#/properties/redis_password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.redis_password.type,
					parentSchema: schema39.properties.redis_password,
					data: data17
				};
				if (vErrors === null) vErrors = [err47];
				else vErrors.push(err47);
				errors++;
			}
		}
		if (data.redis_database !== void 0) {
			let data18 = data.redis_database;
			if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
				const err48 = {
					instancePath: instancePath + "/redis_database",
					schemaPath: "#/properties/redis_database/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_database.type,
					parentSchema: schema39.properties.redis_database,
					data: data18
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			}
			if (typeof data18 == "number" && isFinite(data18)) {
				if (data18 < 0 || isNaN(data18)) {
					const err49 = {
						instancePath: instancePath + "/redis_database",
						schemaPath: "#/properties/redis_database/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema39.properties.redis_database,
						data: data18
					};
					if (vErrors === null) vErrors = [err49];
					else vErrors.push(err49);
					errors++;
				}
			}
		}
		if (data.redis_timeout !== void 0) {
			let data19 = data.redis_timeout;
			if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
				const err50 = {
					instancePath: instancePath + "/redis_timeout",
					schemaPath: "#/properties/redis_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_timeout.type,
					parentSchema: schema39.properties.redis_timeout,
					data: data19
				};
				if (vErrors === null) vErrors = [err50];
				else vErrors.push(err50);
				errors++;
			}
			if (typeof data19 == "number" && isFinite(data19)) {
				if (data19 < 1 || isNaN(data19)) {
					const err51 = {
						instancePath: instancePath + "/redis_timeout",
						schemaPath: "#/properties/redis_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.redis_timeout,
						data: data19
					};
					if (vErrors === null) vErrors = [err51];
					else vErrors.push(err51);
					errors++;
				}
			}
		}
		if (data.redis_ssl !== void 0) {
			let data20 = data.redis_ssl;
			if (typeof data20 !== "boolean") {
				const err52 = {
					instancePath: instancePath + "/redis_ssl",
					schemaPath: "#/properties/redis_ssl/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema39.properties.redis_ssl.type,
					parentSchema: schema39.properties.redis_ssl,
					data: data20
				};
				if (vErrors === null) vErrors = [err52];
				else vErrors.push(err52);
				errors++;
			}
		}
		if (data.redis_ssl_verify !== void 0) {
			let data21 = data.redis_ssl_verify;
			if (typeof data21 !== "boolean") {
				const err53 = {
					instancePath: instancePath + "/redis_ssl_verify",
					schemaPath: "#/properties/redis_ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema39.properties.redis_ssl_verify.type,
					parentSchema: schema39.properties.redis_ssl_verify,
					data: data21
				};
				if (vErrors === null) vErrors = [err53];
				else vErrors.push(err53);
				errors++;
			}
		}
		if (data.redis_keepalive_timeout !== void 0) {
			let data22 = data.redis_keepalive_timeout;
			if (!(typeof data22 == "number" && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
				const err54 = {
					instancePath: instancePath + "/redis_keepalive_timeout",
					schemaPath: "#/properties/redis_keepalive_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_keepalive_timeout.type,
					parentSchema: schema39.properties.redis_keepalive_timeout,
					data: data22
				};
				if (vErrors === null) vErrors = [err54];
				else vErrors.push(err54);
				errors++;
			}
			if (typeof data22 == "number" && isFinite(data22)) {
				if (data22 < 1 || isNaN(data22)) {
					const err55 = {
						instancePath: instancePath + "/redis_keepalive_timeout",
						schemaPath: "#/properties/redis_keepalive_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.redis_keepalive_timeout,
						data: data22
					};
					if (vErrors === null) vErrors = [err55];
					else vErrors.push(err55);
					errors++;
				}
			}
		}
		if (data.redis_keepalive_pool !== void 0) {
			let data23 = data.redis_keepalive_pool;
			if (!(typeof data23 == "number" && !(data23 % 1) && !isNaN(data23) && isFinite(data23))) {
				const err56 = {
					instancePath: instancePath + "/redis_keepalive_pool",
					schemaPath: "#/properties/redis_keepalive_pool/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_keepalive_pool.type,
					parentSchema: schema39.properties.redis_keepalive_pool,
					data: data23
				};
				if (vErrors === null) vErrors = [err56];
				else vErrors.push(err56);
				errors++;
			}
			if (typeof data23 == "number" && isFinite(data23)) {
				if (data23 < 1 || isNaN(data23)) {
					const err57 = {
						instancePath: instancePath + "/redis_keepalive_pool",
						schemaPath: "#/properties/redis_keepalive_pool/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.redis_keepalive_pool,
						data: data23
					};
					if (vErrors === null) vErrors = [err57];
					else vErrors.push(err57);
					errors++;
				}
			}
		}
		if (data.redis_cluster_nodes !== void 0) {
			let data24 = data.redis_cluster_nodes;
			if (Array.isArray(data24)) {
				if (data24.length < 1) {
					const err58 = {
						instancePath: instancePath + "/redis_cluster_nodes",
						schemaPath: "#/properties/redis_cluster_nodes/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema39.properties.redis_cluster_nodes,
						data: data24
					};
					if (vErrors === null) vErrors = [err58];
					else vErrors.push(err58);
					errors++;
				}
				const len0 = data24.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data25 = data24[i0];
					if (typeof data25 === "string") {
						if (func2(data25) > 100) {
							const err59 = {
								instancePath: instancePath + "/redis_cluster_nodes/" + i0,
								schemaPath: "#/properties/redis_cluster_nodes/items/maxLength",
								keyword: "maxLength",
								params: { limit: 100 },
								message: "must NOT have more than 100 characters",
								schema: 100,
								parentSchema: schema39.properties.redis_cluster_nodes.items,
								data: data25
							};
							if (vErrors === null) vErrors = [err59];
							else vErrors.push(err59);
							errors++;
						}
						if (func2(data25) < 2) {
							const err60 = {
								instancePath: instancePath + "/redis_cluster_nodes/" + i0,
								schemaPath: "#/properties/redis_cluster_nodes/items/minLength",
								keyword: "minLength",
								params: { limit: 2 },
								message: "must NOT have fewer than 2 characters",
								schema: 2,
								parentSchema: schema39.properties.redis_cluster_nodes.items,
								data: data25
							};
							if (vErrors === null) vErrors = [err60];
							else vErrors.push(err60);
							errors++;
						}
					} else {
						const err61 = {
							instancePath: instancePath + "/redis_cluster_nodes/" + i0,
							schemaPath: "#/properties/redis_cluster_nodes/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema39.properties.redis_cluster_nodes.items.type,
							parentSchema: schema39.properties.redis_cluster_nodes.items,
							data: data25
						};
						if (vErrors === null) vErrors = [err61];
						else vErrors.push(err61);
						errors++;
					}
				}
			} else {
				const err62 = {
					instancePath: instancePath + "/redis_cluster_nodes",
					schemaPath: "#/properties/redis_cluster_nodes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema39.properties.redis_cluster_nodes.type,
					parentSchema: schema39.properties.redis_cluster_nodes,
					data: data24
				};
				if (vErrors === null) vErrors = [err62];
				else vErrors.push(err62);
				errors++;
			}
		}
		if (data.redis_cluster_name !== void 0) {
			let data26 = data.redis_cluster_name;
			if (typeof data26 === "string") {
				if (func2(data26) < 1) {
					const err63 = {
						instancePath: instancePath + "/redis_cluster_name",
						schemaPath: "#/properties/redis_cluster_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema39.properties.redis_cluster_name,
						data: data26
					};
					if (vErrors === null) vErrors = [err63];
					else vErrors.push(err63);
					errors++;
				}
			} else {
				const err64 = {
					instancePath: instancePath + "/redis_cluster_name",
					schemaPath: "#/properties/redis_cluster_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.redis_cluster_name.type,
					parentSchema: schema39.properties.redis_cluster_name,
					data: data26
				};
				if (vErrors === null) vErrors = [err64];
				else vErrors.push(err64);
				errors++;
			}
		}
		if (data.redis_cluster_ssl !== void 0) {
			let data27 = data.redis_cluster_ssl;
			if (typeof data27 !== "boolean") {
				const err65 = {
					instancePath: instancePath + "/redis_cluster_ssl",
					schemaPath: "#/properties/redis_cluster_ssl/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema39.properties.redis_cluster_ssl.type,
					parentSchema: schema39.properties.redis_cluster_ssl,
					data: data27
				};
				if (vErrors === null) vErrors = [err65];
				else vErrors.push(err65);
				errors++;
			}
		}
		if (data.redis_cluster_ssl_verify !== void 0) {
			let data28 = data.redis_cluster_ssl_verify;
			if (typeof data28 !== "boolean") {
				const err66 = {
					instancePath: instancePath + "/redis_cluster_ssl_verify",
					schemaPath: "#/properties/redis_cluster_ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema39.properties.redis_cluster_ssl_verify.type,
					parentSchema: schema39.properties.redis_cluster_ssl_verify,
					data: data28
				};
				if (vErrors === null) vErrors = [err66];
				else vErrors.push(err66);
				errors++;
			}
		}
		if (data.redis_sentinels !== void 0) {
			let data29 = data.redis_sentinels;
			if (Array.isArray(data29)) {
				if (data29.length < 1) {
					const err67 = {
						instancePath: instancePath + "/redis_sentinels",
						schemaPath: "#/properties/redis_sentinels/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema39.properties.redis_sentinels,
						data: data29
					};
					if (vErrors === null) vErrors = [err67];
					else vErrors.push(err67);
					errors++;
				}
				const len1 = data29.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data30 = data29[i1];
					if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
						if (data30.host === void 0) {
							const err68 = {
								instancePath: instancePath + "/redis_sentinels/" + i1,
								schemaPath: "#/properties/redis_sentinels/items/required",
								keyword: "required",
								params: { missingProperty: "host" },
								message: "must have required property 'host'",
								schema: schema39.properties.redis_sentinels.items.required,
								parentSchema: schema39.properties.redis_sentinels.items,
								data: data30
							};
							if (vErrors === null) vErrors = [err68];
							else vErrors.push(err68);
							errors++;
						}
						if (data30.port === void 0) {
							const err69 = {
								instancePath: instancePath + "/redis_sentinels/" + i1,
								schemaPath: "#/properties/redis_sentinels/items/required",
								keyword: "required",
								params: { missingProperty: "port" },
								message: "must have required property 'port'",
								schema: schema39.properties.redis_sentinels.items.required,
								parentSchema: schema39.properties.redis_sentinels.items,
								data: data30
							};
							if (vErrors === null) vErrors = [err69];
							else vErrors.push(err69);
							errors++;
						}
						for (const key1 in data30) if (!(key1 === "host" || key1 === "port")) {
							const err70 = {
								instancePath: instancePath + "/redis_sentinels/" + i1,
								schemaPath: "#/properties/redis_sentinels/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema39.properties.redis_sentinels.items,
								data: data30
							};
							if (vErrors === null) vErrors = [err70];
							else vErrors.push(err70);
							errors++;
						}
						if (data30.host !== void 0) {
							let data31 = data30.host;
							if (typeof data31 === "string") {
								if (func2(data31) < 2) {
									const err71 = {
										instancePath: instancePath + "/redis_sentinels/" + i1 + "/host",
										schemaPath: "#/properties/redis_sentinels/items/properties/host/minLength",
										keyword: "minLength",
										params: { limit: 2 },
										message: "must NOT have fewer than 2 characters",
										schema: 2,
										parentSchema: schema39.properties.redis_sentinels.items.properties.host,
										data: data31
									};
									if (vErrors === null) vErrors = [err71];
									else vErrors.push(err71);
									errors++;
								}
							} else {
								const err72 = {
									instancePath: instancePath + "/redis_sentinels/" + i1 + "/host",
									schemaPath: "#/properties/redis_sentinels/items/properties/host/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema39.properties.redis_sentinels.items.properties.host.type,
									parentSchema: schema39.properties.redis_sentinels.items.properties.host,
									data: data31
								};
								if (vErrors === null) vErrors = [err72];
								else vErrors.push(err72);
								errors++;
							}
						}
						if (data30.port !== void 0) {
							let data32 = data30.port;
							if (!(typeof data32 == "number" && !(data32 % 1) && !isNaN(data32) && isFinite(data32))) {
								const err73 = {
									instancePath: instancePath + "/redis_sentinels/" + i1 + "/port",
									schemaPath: "#/properties/redis_sentinels/items/properties/port/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema39.properties.redis_sentinels.items.properties.port.type,
									parentSchema: schema39.properties.redis_sentinels.items.properties.port,
									data: data32
								};
								if (vErrors === null) vErrors = [err73];
								else vErrors.push(err73);
								errors++;
							}
							if (typeof data32 == "number" && isFinite(data32)) {
								if (data32 > 65535 || isNaN(data32)) {
									const err74 = {
										instancePath: instancePath + "/redis_sentinels/" + i1 + "/port",
										schemaPath: "#/properties/redis_sentinels/items/properties/port/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 65535
										},
										message: "must be <= 65535",
										schema: 65535,
										parentSchema: schema39.properties.redis_sentinels.items.properties.port,
										data: data32
									};
									if (vErrors === null) vErrors = [err74];
									else vErrors.push(err74);
									errors++;
								}
								if (data32 < 1 || isNaN(data32)) {
									const err75 = {
										instancePath: instancePath + "/redis_sentinels/" + i1 + "/port",
										schemaPath: "#/properties/redis_sentinels/items/properties/port/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema39.properties.redis_sentinels.items.properties.port,
										data: data32
									};
									if (vErrors === null) vErrors = [err75];
									else vErrors.push(err75);
									errors++;
								}
							}
						}
					} else {
						const err76 = {
							instancePath: instancePath + "/redis_sentinels/" + i1,
							schemaPath: "#/properties/redis_sentinels/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema39.properties.redis_sentinels.items.type,
							parentSchema: schema39.properties.redis_sentinels.items,
							data: data30
						};
						if (vErrors === null) vErrors = [err76];
						else vErrors.push(err76);
						errors++;
					}
				}
			} else {
				const err77 = {
					instancePath: instancePath + "/redis_sentinels",
					schemaPath: "#/properties/redis_sentinels/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema39.properties.redis_sentinels.type,
					parentSchema: schema39.properties.redis_sentinels,
					data: data29
				};
				if (vErrors === null) vErrors = [err77];
				else vErrors.push(err77);
				errors++;
			}
		}
		if (data.redis_connect_timeout !== void 0) {
			let data33 = data.redis_connect_timeout;
			if (!(typeof data33 == "number" && !(data33 % 1) && !isNaN(data33) && isFinite(data33))) {
				const err78 = {
					instancePath: instancePath + "/redis_connect_timeout",
					schemaPath: "#/properties/redis_connect_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_connect_timeout.type,
					parentSchema: schema39.properties.redis_connect_timeout,
					data: data33
				};
				if (vErrors === null) vErrors = [err78];
				else vErrors.push(err78);
				errors++;
			}
			if (typeof data33 == "number" && isFinite(data33)) {
				if (data33 < 1 || isNaN(data33)) {
					const err79 = {
						instancePath: instancePath + "/redis_connect_timeout",
						schemaPath: "#/properties/redis_connect_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.redis_connect_timeout,
						data: data33
					};
					if (vErrors === null) vErrors = [err79];
					else vErrors.push(err79);
					errors++;
				}
			}
		}
		if (data.redis_read_timeout !== void 0) {
			let data34 = data.redis_read_timeout;
			if (!(typeof data34 == "number" && !(data34 % 1) && !isNaN(data34) && isFinite(data34))) {
				const err80 = {
					instancePath: instancePath + "/redis_read_timeout",
					schemaPath: "#/properties/redis_read_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema39.properties.redis_read_timeout.type,
					parentSchema: schema39.properties.redis_read_timeout,
					data: data34
				};
				if (vErrors === null) vErrors = [err80];
				else vErrors.push(err80);
				errors++;
			}
			if (typeof data34 == "number" && isFinite(data34)) {
				if (data34 < 1 || isNaN(data34)) {
					const err81 = {
						instancePath: instancePath + "/redis_read_timeout",
						schemaPath: "#/properties/redis_read_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema39.properties.redis_read_timeout,
						data: data34
					};
					if (vErrors === null) vErrors = [err81];
					else vErrors.push(err81);
					errors++;
				}
			}
		}
		if (data.redis_master_name !== void 0) {
			let data35 = data.redis_master_name;
			if (typeof data35 === "string") {
				if (func2(data35) < 1) {
					const err82 = {
						instancePath: instancePath + "/redis_master_name",
						schemaPath: "#/properties/redis_master_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema39.properties.redis_master_name,
						data: data35
					};
					if (vErrors === null) vErrors = [err82];
					else vErrors.push(err82);
					errors++;
				}
			} else {
				const err83 = {
					instancePath: instancePath + "/redis_master_name",
					schemaPath: "#/properties/redis_master_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.redis_master_name.type,
					parentSchema: schema39.properties.redis_master_name,
					data: data35
				};
				if (vErrors === null) vErrors = [err83];
				else vErrors.push(err83);
				errors++;
			}
		}
		if (data.redis_role !== void 0) {
			let data36 = data.redis_role;
			if (typeof data36 !== "string") {
				const err84 = {
					instancePath: instancePath + "/redis_role",
					schemaPath: "#/properties/redis_role/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.redis_role.type,
					parentSchema: schema39.properties.redis_role,
					data: data36
				};
				if (vErrors === null) vErrors = [err84];
				else vErrors.push(err84);
				errors++;
			}
			if (!(data36 === "master" || data36 === "slave")) {
				const err85 = {
					instancePath: instancePath + "/redis_role",
					schemaPath: "#/properties/redis_role/enum",
					keyword: "enum",
					params: { allowedValues: schema39.properties.redis_role.enum },
					message: "must be equal to one of the allowed values",
					schema: schema39.properties.redis_role.enum,
					parentSchema: schema39.properties.redis_role,
					data: data36
				};
				if (vErrors === null) vErrors = [err85];
				else vErrors.push(err85);
				errors++;
			}
		}
		if (data.sentinel_username !== void 0) {
			let data37 = data.sentinel_username;
			if (typeof data37 === "string") {
				if (func2(data37) < 1) {
					const err86 = {
						instancePath: instancePath + "/sentinel_username",
						schemaPath: "#/properties/sentinel_username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema39.properties.sentinel_username,
						data: data37
					};
					if (vErrors === null) vErrors = [err86];
					else vErrors.push(err86);
					errors++;
				}
			} else {
				const err87 = {
					instancePath: instancePath + "/sentinel_username",
					schemaPath: "#/properties/sentinel_username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.sentinel_username.type,
					parentSchema: schema39.properties.sentinel_username,
					data: data37
				};
				if (vErrors === null) vErrors = [err87];
				else vErrors.push(err87);
				errors++;
			}
		}
		if (data.sentinel_password !== void 0) {
			let data38 = data.sentinel_password;
			if (typeof data38 !== "string") {
				const err88 = {
					instancePath: instancePath + "/sentinel_password",
					schemaPath: "#/properties/sentinel_password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema39.properties.sentinel_password.type,
					parentSchema: schema39.properties.sentinel_password,
					data: data38
				};
				if (vErrors === null) vErrors = [err88];
				else vErrors.push(err88);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate87(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err89 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema39.type,
			parentSchema: schema39,
			data
		};
		if (vErrors === null) vErrors = [err89];
		else vErrors.push(err89);
		errors++;
	}
	validate86.errors = vErrors;
	return errors === 0;
}
const schema41 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/limit-count.schema.json",
	"title": "LimitCount",
	"description": "At most so many requests in a time window.",
	"type": "object",
	"properties": {
		"count": {
			"description": "Requests allowed in a window: an integer above 0, or a string with variables such as $http_x_quota.",
			"type": ["integer", "string"],
			"exclusiveMinimum": 0,
			"minLength": 1
		},
		"time_window": {
			"description": "Length of the window in seconds: an integer above 0, or a string with variables.",
			"type": ["integer", "string"],
			"exclusiveMinimum": 0,
			"minLength": 1
		},
		"rules": {
			"description": "Several limits at once, in place of count and time_window.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"required": [
					"count",
					"time_window",
					"key"
				],
				"properties": {
					"count": {
						"description": "Requests allowed in a window.",
						"type": ["integer", "string"],
						"exclusiveMinimum": 0,
						"minLength": 1
					},
					"time_window": {
						"description": "Length of the window in seconds.",
						"type": ["integer", "string"],
						"exclusiveMinimum": 0,
						"minLength": 1
					},
					"key": {
						"description": "What is counted, with variables.",
						"type": "string",
						"minLength": 1
					},
					"header_prefix": {
						"description": "Put before the names of this rule's X-RateLimit headers.",
						"type": "string",
						"minLength": 1
					}
				},
				"additionalProperties": false
			}
		},
		"window_type": {
			"description": "fixed: windows follow one another; sliding: the window ends now.",
			"type": "string",
			"enum": ["fixed", "sliding"],
			"default": "fixed"
		},
		"key": {
			"description": "What is counted: a variable, several, or a constant, by key_type.",
			"type": "string",
			"default": "remote_addr"
		},
		"key_type": {
			"description": "How key is read.",
			"type": "string",
			"enum": [
				"var",
				"var_combination",
				"constant"
			],
			"default": "var"
		},
		"group": {
			"description": "Routes with the same group share one counter.",
			"type": "string",
			"minLength": 1
		},
		"rejected_code": {
			"description": "Status of a refusal.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"default": 503
		},
		"rejected_msg": {
			"description": "Text of a refusal's body.",
			"type": "string",
			"minLength": 1
		},
		"policy": {
			"description": "Where the counters are kept.",
			"type": "string",
			"enum": [
				"local",
				"redis",
				"redis-cluster",
				"redis-sentinel"
			],
			"default": "local"
		},
		"allow_degradation": {
			"description": "true: requests pass when the counters cannot be reached.",
			"type": "boolean",
			"default": false
		},
		"show_limit_quota_header": {
			"description": "true: answers carry X-RateLimit-Limit, -Remaining and -Reset.",
			"type": "boolean",
			"default": true
		},
		"sync_interval": {
			"description": "Seconds between two writes to Redis, at least 0.1; -1: every request is written.",
			"type": "number",
			"default": -1
		},
		"redis_host": {
			"description": "redis: host name or address.",
			"type": "string",
			"minLength": 2
		},
		"redis_port": {
			"description": "redis: port.",
			"type": "integer",
			"minimum": 1,
			"maximum": 65535,
			"default": 6379
		},
		"redis_username": {
			"description": "redis: user name.",
			"type": "string",
			"minLength": 1
		},
		"redis_password": {
			"description": "Password of the Redis server, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true
		},
		"redis_database": {
			"description": "redis: database number.",
			"type": "integer",
			"minimum": 0,
			"default": 0
		},
		"redis_timeout": {
			"description": "Milliseconds to wait for Redis.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_ssl": {
			"description": "redis: connect with TLS.",
			"type": "boolean",
			"default": false
		},
		"redis_ssl_verify": {
			"description": "redis: verify the server's certificate.",
			"type": "boolean",
			"default": false
		},
		"redis_keepalive_timeout": {
			"description": "Milliseconds that an idle connection to Redis is kept (60000 with redis-sentinel).",
			"type": "integer",
			"minimum": 1
		},
		"redis_keepalive_pool": {
			"description": "Idle connections to Redis that are kept.",
			"type": "integer",
			"minimum": 1
		},
		"redis_cluster_nodes": {
			"description": "redis-cluster: addresses, host:port.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 2,
				"maxLength": 100
			}
		},
		"redis_cluster_name": {
			"description": "redis-cluster: name of the cluster.",
			"type": "string",
			"minLength": 1
		},
		"redis_cluster_ssl": {
			"description": "redis-cluster: connect with TLS.",
			"type": "boolean",
			"default": false
		},
		"redis_cluster_ssl_verify": {
			"description": "redis-cluster: verify the servers' certificates.",
			"type": "boolean",
			"default": false
		},
		"redis_sentinels": {
			"description": "redis-sentinel: the sentinels.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"required": ["host", "port"],
				"properties": {
					"host": {
						"description": "Host name or address.",
						"type": "string",
						"minLength": 2
					},
					"port": {
						"description": "Port.",
						"type": "integer",
						"minimum": 1,
						"maximum": 65535
					}
				},
				"additionalProperties": false
			}
		},
		"redis_connect_timeout": {
			"description": "redis-sentinel: milliseconds to wait for a connection.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_read_timeout": {
			"description": "redis-sentinel: milliseconds to wait for an answer.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_master_name": {
			"description": "redis-sentinel: name of the master group.",
			"type": "string",
			"minLength": 1
		},
		"redis_role": {
			"description": "redis-sentinel: which server to use.",
			"type": "string",
			"enum": ["master", "slave"],
			"default": "master"
		},
		"sentinel_username": {
			"description": "redis-sentinel: user name at the sentinels.",
			"type": "string",
			"minLength": 1
		},
		"sentinel_password": {
			"description": "redis-sentinel: password at the sentinels, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "required": ["rules"] },
	"then": { "properties": {
		"count": {
			"not": {},
			"x-message": "rules replaces count and time_window: give one or the other"
		},
		"time_window": {
			"not": {},
			"x-message": "rules replaces count and time_window: give one or the other"
		},
		"group": {
			"not": {},
			"x-message": "group and rules cannot stand together"
		}
	} },
	"else": {
		"required": ["count", "time_window"],
		"x-message": "give count and time_window, or rules"
	},
	"allOf": [
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis" } }
			},
			"then": {
				"required": ["redis_host"],
				"x-message": "policy redis needs redis_host"
			}
		},
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis-cluster" } }
			},
			"then": {
				"required": ["redis_cluster_nodes", "redis_cluster_name"],
				"x-message": "policy redis-cluster needs redis_cluster_nodes and redis_cluster_name"
			}
		},
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis-sentinel" } }
			},
			"then": {
				"required": ["redis_sentinels", "redis_master_name"],
				"x-message": "policy redis-sentinel needs redis_sentinels and redis_master_name"
			}
		}
	]
};
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate91.errors = vErrors;
	return errors === 0;
}
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis" !== data.policy) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_host === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/allOf/0/then/required",
					keyword: "required",
					params: { missingProperty: "redis_host" },
					message: "must have required property 'redis_host'",
					schema: schema41.allOf[0].then.required,
					parentSchema: schema41.allOf[0].then,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs5 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err3 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema41.allOf[0].if,
			parentSchema: schema41.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	const _errs7 = errors;
	let valid3 = true;
	const _errs8 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err4 = {};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis-cluster" !== data.policy) {
				const err5 = {};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	}
	var _valid1 = _errs8 === errors;
	errors = _errs7;
	if (vErrors !== null) {
		if (_errs7) vErrors.length = _errs7;
		else vErrors = null;
	}
	if (_valid1) {
		const _errs10 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_cluster_nodes === void 0) {
				const err6 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "redis_cluster_nodes" },
					message: "must have required property 'redis_cluster_nodes'",
					schema: schema41.allOf[1].then.required,
					parentSchema: schema41.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
			if (data.redis_cluster_name === void 0) {
				const err7 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "redis_cluster_name" },
					message: "must have required property 'redis_cluster_name'",
					schema: schema41.allOf[1].then.required,
					parentSchema: schema41.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		var _valid1 = _errs10 === errors;
		valid3 = _valid1;
	}
	if (!valid3) {
		const err8 = {
			instancePath,
			schemaPath: "#/allOf/1/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema41.allOf[1].if,
			parentSchema: schema41.allOf[1],
			data
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	const _errs12 = errors;
	let valid5 = true;
	const _errs13 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err9 = {};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis-sentinel" !== data.policy) {
				const err10 = {};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
	}
	var _valid2 = _errs13 === errors;
	errors = _errs12;
	if (vErrors !== null) {
		if (_errs12) vErrors.length = _errs12;
		else vErrors = null;
	}
	if (_valid2) {
		const _errs15 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_sentinels === void 0) {
				const err11 = {
					instancePath,
					schemaPath: "#/allOf/2/then/required",
					keyword: "required",
					params: { missingProperty: "redis_sentinels" },
					message: "must have required property 'redis_sentinels'",
					schema: schema41.allOf[2].then.required,
					parentSchema: schema41.allOf[2].then,
					data
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
			if (data.redis_master_name === void 0) {
				const err12 = {
					instancePath,
					schemaPath: "#/allOf/2/then/required",
					keyword: "required",
					params: { missingProperty: "redis_master_name" },
					message: "must have required property 'redis_master_name'",
					schema: schema41.allOf[2].then.required,
					parentSchema: schema41.allOf[2].then,
					data
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		var _valid2 = _errs15 === errors;
		valid5 = _valid2;
	}
	if (!valid5) {
		const err13 = {
			instancePath,
			schemaPath: "#/allOf/2/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema41.allOf[2].if,
			parentSchema: schema41.allOf[2],
			data
		};
		if (vErrors === null) vErrors = [err13];
		else vErrors.push(err13);
		errors++;
	}
	const _errs16 = errors;
	let valid7 = true;
	const _errs17 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.rules === void 0 && "rules") {
			const err14 = {};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
	}
	var _valid3 = _errs17 === errors;
	errors = _errs16;
	if (vErrors !== null) {
		if (_errs16) vErrors.length = _errs16;
		else vErrors = null;
	}
	let ifClause0;
	if (_valid3) {
		const _errs18 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.count !== void 0) {
				const err15 = {
					instancePath: instancePath + "/count",
					schemaPath: "#/then/properties/count/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema41.then.properties.count.not,
					parentSchema: schema41.then.properties.count,
					data: data.count
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
			if (data.time_window !== void 0) {
				const err16 = {
					instancePath: instancePath + "/time_window",
					schemaPath: "#/then/properties/time_window/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema41.then.properties.time_window.not,
					parentSchema: schema41.then.properties.time_window,
					data: data.time_window
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
			if (data.group !== void 0) {
				const err17 = {
					instancePath: instancePath + "/group",
					schemaPath: "#/then/properties/group/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema41.then.properties.group.not,
					parentSchema: schema41.then.properties.group,
					data: data.group
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		var _valid3 = _errs18 === errors;
		valid7 = _valid3;
		ifClause0 = "then";
	} else {
		const _errs25 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.count === void 0) {
				const err18 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "count" },
					message: "must have required property 'count'",
					schema: schema41.else.required,
					parentSchema: schema41.else,
					data
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
			if (data.time_window === void 0) {
				const err19 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "time_window" },
					message: "must have required property 'time_window'",
					schema: schema41.else.required,
					parentSchema: schema41.else,
					data
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		var _valid3 = _errs25 === errors;
		valid7 = _valid3;
		ifClause0 = "else";
	}
	if (!valid7) {
		const err20 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: ifClause0 },
			message: "must match \"" + ifClause0 + "\" schema",
			schema: schema41.if,
			parentSchema: schema41,
			data
		};
		if (vErrors === null) vErrors = [err20];
		else vErrors.push(err20);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema41.properties, key0)) {
			const err21 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema41,
				data
			};
			if (vErrors === null) vErrors = [err21];
			else vErrors.push(err21);
			errors++;
		}
		if (data.count !== void 0) {
			let data6 = data.count;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)) && typeof data6 !== "string") {
				const err22 = {
					instancePath: instancePath + "/count",
					schemaPath: "#/properties/count/type",
					keyword: "type",
					params: { type: schema41.properties.count.type },
					message: "must be integer,string",
					schema: schema41.properties.count.type,
					parentSchema: schema41.properties.count,
					data: data6
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 <= 0 || isNaN(data6)) {
					const err23 = {
						instancePath: instancePath + "/count",
						schemaPath: "#/properties/count/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema41.properties.count,
						data: data6
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
			}
			if (typeof data6 === "string") {
				if (func2(data6) < 1) {
					const err24 = {
						instancePath: instancePath + "/count",
						schemaPath: "#/properties/count/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.count,
						data: data6
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			}
		}
		if (data.time_window !== void 0) {
			let data7 = data.time_window;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) && typeof data7 !== "string") {
				const err25 = {
					instancePath: instancePath + "/time_window",
					schemaPath: "#/properties/time_window/type",
					keyword: "type",
					params: { type: schema41.properties.time_window.type },
					message: "must be integer,string",
					schema: schema41.properties.time_window.type,
					parentSchema: schema41.properties.time_window,
					data: data7
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
			if (typeof data7 == "number" && isFinite(data7)) {
				if (data7 <= 0 || isNaN(data7)) {
					const err26 = {
						instancePath: instancePath + "/time_window",
						schemaPath: "#/properties/time_window/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema41.properties.time_window,
						data: data7
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
			}
			if (typeof data7 === "string") {
				if (func2(data7) < 1) {
					const err27 = {
						instancePath: instancePath + "/time_window",
						schemaPath: "#/properties/time_window/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.time_window,
						data: data7
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
			}
		}
		if (data.rules !== void 0) {
			let data8 = data.rules;
			if (Array.isArray(data8)) {
				if (data8.length < 1) {
					const err28 = {
						instancePath: instancePath + "/rules",
						schemaPath: "#/properties/rules/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema41.properties.rules,
						data: data8
					};
					if (vErrors === null) vErrors = [err28];
					else vErrors.push(err28);
					errors++;
				}
				const len0 = data8.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data9 = data8[i0];
					if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
						if (data9.count === void 0) {
							const err29 = {
								instancePath: instancePath + "/rules/" + i0,
								schemaPath: "#/properties/rules/items/required",
								keyword: "required",
								params: { missingProperty: "count" },
								message: "must have required property 'count'",
								schema: schema41.properties.rules.items.required,
								parentSchema: schema41.properties.rules.items,
								data: data9
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
						if (data9.time_window === void 0) {
							const err30 = {
								instancePath: instancePath + "/rules/" + i0,
								schemaPath: "#/properties/rules/items/required",
								keyword: "required",
								params: { missingProperty: "time_window" },
								message: "must have required property 'time_window'",
								schema: schema41.properties.rules.items.required,
								parentSchema: schema41.properties.rules.items,
								data: data9
							};
							if (vErrors === null) vErrors = [err30];
							else vErrors.push(err30);
							errors++;
						}
						if (data9.key === void 0) {
							const err31 = {
								instancePath: instancePath + "/rules/" + i0,
								schemaPath: "#/properties/rules/items/required",
								keyword: "required",
								params: { missingProperty: "key" },
								message: "must have required property 'key'",
								schema: schema41.properties.rules.items.required,
								parentSchema: schema41.properties.rules.items,
								data: data9
							};
							if (vErrors === null) vErrors = [err31];
							else vErrors.push(err31);
							errors++;
						}
						for (const key1 in data9) if (!(key1 === "count" || key1 === "time_window" || key1 === "key" || key1 === "header_prefix")) {
							const err32 = {
								instancePath: instancePath + "/rules/" + i0,
								schemaPath: "#/properties/rules/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema41.properties.rules.items,
								data: data9
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
						if (data9.count !== void 0) {
							let data10 = data9.count;
							if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)) && typeof data10 !== "string") {
								const err33 = {
									instancePath: instancePath + "/rules/" + i0 + "/count",
									schemaPath: "#/properties/rules/items/properties/count/type",
									keyword: "type",
									params: { type: schema41.properties.rules.items.properties.count.type },
									message: "must be integer,string",
									schema: schema41.properties.rules.items.properties.count.type,
									parentSchema: schema41.properties.rules.items.properties.count,
									data: data10
								};
								if (vErrors === null) vErrors = [err33];
								else vErrors.push(err33);
								errors++;
							}
							if (typeof data10 == "number" && isFinite(data10)) {
								if (data10 <= 0 || isNaN(data10)) {
									const err34 = {
										instancePath: instancePath + "/rules/" + i0 + "/count",
										schemaPath: "#/properties/rules/items/properties/count/exclusiveMinimum",
										keyword: "exclusiveMinimum",
										params: {
											comparison: ">",
											limit: 0
										},
										message: "must be > 0",
										schema: 0,
										parentSchema: schema41.properties.rules.items.properties.count,
										data: data10
									};
									if (vErrors === null) vErrors = [err34];
									else vErrors.push(err34);
									errors++;
								}
							}
							if (typeof data10 === "string") {
								if (func2(data10) < 1) {
									const err35 = {
										instancePath: instancePath + "/rules/" + i0 + "/count",
										schemaPath: "#/properties/rules/items/properties/count/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema41.properties.rules.items.properties.count,
										data: data10
									};
									if (vErrors === null) vErrors = [err35];
									else vErrors.push(err35);
									errors++;
								}
							}
						}
						if (data9.time_window !== void 0) {
							let data11 = data9.time_window;
							if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11)) && typeof data11 !== "string") {
								const err36 = {
									instancePath: instancePath + "/rules/" + i0 + "/time_window",
									schemaPath: "#/properties/rules/items/properties/time_window/type",
									keyword: "type",
									params: { type: schema41.properties.rules.items.properties.time_window.type },
									message: "must be integer,string",
									schema: schema41.properties.rules.items.properties.time_window.type,
									parentSchema: schema41.properties.rules.items.properties.time_window,
									data: data11
								};
								if (vErrors === null) vErrors = [err36];
								else vErrors.push(err36);
								errors++;
							}
							if (typeof data11 == "number" && isFinite(data11)) {
								if (data11 <= 0 || isNaN(data11)) {
									const err37 = {
										instancePath: instancePath + "/rules/" + i0 + "/time_window",
										schemaPath: "#/properties/rules/items/properties/time_window/exclusiveMinimum",
										keyword: "exclusiveMinimum",
										params: {
											comparison: ">",
											limit: 0
										},
										message: "must be > 0",
										schema: 0,
										parentSchema: schema41.properties.rules.items.properties.time_window,
										data: data11
									};
									if (vErrors === null) vErrors = [err37];
									else vErrors.push(err37);
									errors++;
								}
							}
							if (typeof data11 === "string") {
								if (func2(data11) < 1) {
									const err38 = {
										instancePath: instancePath + "/rules/" + i0 + "/time_window",
										schemaPath: "#/properties/rules/items/properties/time_window/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema41.properties.rules.items.properties.time_window,
										data: data11
									};
									if (vErrors === null) vErrors = [err38];
									else vErrors.push(err38);
									errors++;
								}
							}
						}
						if (data9.key !== void 0) {
							let data12 = data9.key;
							if (typeof data12 === "string") {
								if (func2(data12) < 1) {
									const err39 = {
										instancePath: instancePath + "/rules/" + i0 + "/key",
										schemaPath: "#/properties/rules/items/properties/key/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema41.properties.rules.items.properties.key,
										data: data12
									};
									if (vErrors === null) vErrors = [err39];
									else vErrors.push(err39);
									errors++;
								}
							} else {
								const err40 = {
									instancePath: instancePath + "/rules/" + i0 + "/key",
									schemaPath: "#/properties/rules/items/properties/key/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema41.properties.rules.items.properties.key.type,
									parentSchema: schema41.properties.rules.items.properties.key,
									data: data12
								};
								if (vErrors === null) vErrors = [err40];
								else vErrors.push(err40);
								errors++;
							}
						}
						if (data9.header_prefix !== void 0) {
							let data13 = data9.header_prefix;
							if (typeof data13 === "string") {
								if (func2(data13) < 1) {
									const err41 = {
										instancePath: instancePath + "/rules/" + i0 + "/header_prefix",
										schemaPath: "#/properties/rules/items/properties/header_prefix/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema41.properties.rules.items.properties.header_prefix,
										data: data13
									};
									if (vErrors === null) vErrors = [err41];
									else vErrors.push(err41);
									errors++;
								}
							} else {
								const err42 = {
									instancePath: instancePath + "/rules/" + i0 + "/header_prefix",
									schemaPath: "#/properties/rules/items/properties/header_prefix/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema41.properties.rules.items.properties.header_prefix.type,
									parentSchema: schema41.properties.rules.items.properties.header_prefix,
									data: data13
								};
								if (vErrors === null) vErrors = [err42];
								else vErrors.push(err42);
								errors++;
							}
						}
					} else {
						const err43 = {
							instancePath: instancePath + "/rules/" + i0,
							schemaPath: "#/properties/rules/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema41.properties.rules.items.type,
							parentSchema: schema41.properties.rules.items,
							data: data9
						};
						if (vErrors === null) vErrors = [err43];
						else vErrors.push(err43);
						errors++;
					}
				}
			} else {
				const err44 = {
					instancePath: instancePath + "/rules",
					schemaPath: "#/properties/rules/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema41.properties.rules.type,
					parentSchema: schema41.properties.rules,
					data: data8
				};
				if (vErrors === null) vErrors = [err44];
				else vErrors.push(err44);
				errors++;
			}
		}
		if (data.window_type !== void 0) {
			let data14 = data.window_type;
			if (typeof data14 !== "string") {
				const err45 = {
					instancePath: instancePath + "/window_type",
					schemaPath: "#/properties/window_type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.window_type.type,
					parentSchema: schema41.properties.window_type,
					data: data14
				};
				if (vErrors === null) vErrors = [err45];
				else vErrors.push(err45);
				errors++;
			}
			if (!(data14 === "fixed" || data14 === "sliding")) {
				const err46 = {
					instancePath: instancePath + "/window_type",
					schemaPath: "#/properties/window_type/enum",
					keyword: "enum",
					params: { allowedValues: schema41.properties.window_type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema41.properties.window_type.enum,
					parentSchema: schema41.properties.window_type,
					data: data14
				};
				if (vErrors === null) vErrors = [err46];
				else vErrors.push(err46);
				errors++;
			}
		}
		if (data.key !== void 0) {
			let data15 = data.key;
			if (typeof data15 !== "string") {
				const err47 = {
					instancePath: instancePath + "/key",
					schemaPath: "#/properties/key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.key.type,
					parentSchema: schema41.properties.key,
					data: data15
				};
				if (vErrors === null) vErrors = [err47];
				else vErrors.push(err47);
				errors++;
			}
		}
		if (data.key_type !== void 0) {
			let data16 = data.key_type;
			if (typeof data16 !== "string") {
				const err48 = {
					instancePath: instancePath + "/key_type",
					schemaPath: "#/properties/key_type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.key_type.type,
					parentSchema: schema41.properties.key_type,
					data: data16
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			}
			if (!(data16 === "var" || data16 === "var_combination" || data16 === "constant")) {
				const err49 = {
					instancePath: instancePath + "/key_type",
					schemaPath: "#/properties/key_type/enum",
					keyword: "enum",
					params: { allowedValues: schema41.properties.key_type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema41.properties.key_type.enum,
					parentSchema: schema41.properties.key_type,
					data: data16
				};
				if (vErrors === null) vErrors = [err49];
				else vErrors.push(err49);
				errors++;
			}
		}
		if (data.group !== void 0) {
			let data17 = data.group;
			if (typeof data17 === "string") {
				if (func2(data17) < 1) {
					const err50 = {
						instancePath: instancePath + "/group",
						schemaPath: "#/properties/group/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.group,
						data: data17
					};
					if (vErrors === null) vErrors = [err50];
					else vErrors.push(err50);
					errors++;
				}
			} else {
				const err51 = {
					instancePath: instancePath + "/group",
					schemaPath: "#/properties/group/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.group.type,
					parentSchema: schema41.properties.group,
					data: data17
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
		}
		if (data.rejected_code !== void 0) {
			let data18 = data.rejected_code;
			if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
				const err52 = {
					instancePath: instancePath + "/rejected_code",
					schemaPath: "#/properties/rejected_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.rejected_code.type,
					parentSchema: schema41.properties.rejected_code,
					data: data18
				};
				if (vErrors === null) vErrors = [err52];
				else vErrors.push(err52);
				errors++;
			}
			if (typeof data18 == "number" && isFinite(data18)) {
				if (data18 > 599 || isNaN(data18)) {
					const err53 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema41.properties.rejected_code,
						data: data18
					};
					if (vErrors === null) vErrors = [err53];
					else vErrors.push(err53);
					errors++;
				}
				if (data18 < 200 || isNaN(data18)) {
					const err54 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema41.properties.rejected_code,
						data: data18
					};
					if (vErrors === null) vErrors = [err54];
					else vErrors.push(err54);
					errors++;
				}
			}
		}
		if (data.rejected_msg !== void 0) {
			let data19 = data.rejected_msg;
			if (typeof data19 === "string") {
				if (func2(data19) < 1) {
					const err55 = {
						instancePath: instancePath + "/rejected_msg",
						schemaPath: "#/properties/rejected_msg/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.rejected_msg,
						data: data19
					};
					if (vErrors === null) vErrors = [err55];
					else vErrors.push(err55);
					errors++;
				}
			} else {
				const err56 = {
					instancePath: instancePath + "/rejected_msg",
					schemaPath: "#/properties/rejected_msg/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.rejected_msg.type,
					parentSchema: schema41.properties.rejected_msg,
					data: data19
				};
				if (vErrors === null) vErrors = [err56];
				else vErrors.push(err56);
				errors++;
			}
		}
		if (data.policy !== void 0) {
			let data20 = data.policy;
			if (typeof data20 !== "string") {
				const err57 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.policy.type,
					parentSchema: schema41.properties.policy,
					data: data20
				};
				if (vErrors === null) vErrors = [err57];
				else vErrors.push(err57);
				errors++;
			}
			if (!(data20 === "local" || data20 === "redis" || data20 === "redis-cluster" || data20 === "redis-sentinel")) {
				const err58 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/enum",
					keyword: "enum",
					params: { allowedValues: schema41.properties.policy.enum },
					message: "must be equal to one of the allowed values",
					schema: schema41.properties.policy.enum,
					parentSchema: schema41.properties.policy,
					data: data20
				};
				if (vErrors === null) vErrors = [err58];
				else vErrors.push(err58);
				errors++;
			}
		}
		if (data.allow_degradation !== void 0) {
			let data21 = data.allow_degradation;
			if (typeof data21 !== "boolean") {
				const err59 = {
					instancePath: instancePath + "/allow_degradation",
					schemaPath: "#/properties/allow_degradation/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema41.properties.allow_degradation.type,
					parentSchema: schema41.properties.allow_degradation,
					data: data21
				};
				if (vErrors === null) vErrors = [err59];
				else vErrors.push(err59);
				errors++;
			}
		}
		if (data.show_limit_quota_header !== void 0) {
			let data22 = data.show_limit_quota_header;
			if (typeof data22 !== "boolean") {
				const err60 = {
					instancePath: instancePath + "/show_limit_quota_header",
					schemaPath: "#/properties/show_limit_quota_header/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema41.properties.show_limit_quota_header.type,
					parentSchema: schema41.properties.show_limit_quota_header,
					data: data22
				};
				if (vErrors === null) vErrors = [err60];
				else vErrors.push(err60);
				errors++;
			}
		}
		if (data.sync_interval !== void 0) {
			let data23 = data.sync_interval;
			if (!(typeof data23 == "number" && isFinite(data23))) {
				const err61 = {
					instancePath: instancePath + "/sync_interval",
					schemaPath: "#/properties/sync_interval/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema41.properties.sync_interval.type,
					parentSchema: schema41.properties.sync_interval,
					data: data23
				};
				if (vErrors === null) vErrors = [err61];
				else vErrors.push(err61);
				errors++;
			}
		}
		if (data.redis_host !== void 0) {
			let data24 = data.redis_host;
			if (typeof data24 === "string") {
				if (func2(data24) < 2) {
					const err62 = {
						instancePath: instancePath + "/redis_host",
						schemaPath: "#/properties/redis_host/minLength",
						keyword: "minLength",
						params: { limit: 2 },
						message: "must NOT have fewer than 2 characters",
						schema: 2,
						parentSchema: schema41.properties.redis_host,
						data: data24
					};
					if (vErrors === null) vErrors = [err62];
					else vErrors.push(err62);
					errors++;
				}
			} else {
				const err63 = {
					instancePath: instancePath + "/redis_host",
					schemaPath: "#/properties/redis_host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.redis_host.type,
					parentSchema: schema41.properties.redis_host,
					data: data24
				};
				if (vErrors === null) vErrors = [err63];
				else vErrors.push(err63);
				errors++;
			}
		}
		if (data.redis_port !== void 0) {
			let data25 = data.redis_port;
			if (!(typeof data25 == "number" && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
				const err64 = {
					instancePath: instancePath + "/redis_port",
					schemaPath: "#/properties/redis_port/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_port.type,
					parentSchema: schema41.properties.redis_port,
					data: data25
				};
				if (vErrors === null) vErrors = [err64];
				else vErrors.push(err64);
				errors++;
			}
			if (typeof data25 == "number" && isFinite(data25)) {
				if (data25 > 65535 || isNaN(data25)) {
					const err65 = {
						instancePath: instancePath + "/redis_port",
						schemaPath: "#/properties/redis_port/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 65535
						},
						message: "must be <= 65535",
						schema: 65535,
						parentSchema: schema41.properties.redis_port,
						data: data25
					};
					if (vErrors === null) vErrors = [err65];
					else vErrors.push(err65);
					errors++;
				}
				if (data25 < 1 || isNaN(data25)) {
					const err66 = {
						instancePath: instancePath + "/redis_port",
						schemaPath: "#/properties/redis_port/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema41.properties.redis_port,
						data: data25
					};
					if (vErrors === null) vErrors = [err66];
					else vErrors.push(err66);
					errors++;
				}
			}
		}
		if (data.redis_username !== void 0) {
			let data26 = data.redis_username;
			if (typeof data26 === "string") {
				if (func2(data26) < 1) {
					const err67 = {
						instancePath: instancePath + "/redis_username",
						schemaPath: "#/properties/redis_username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.redis_username,
						data: data26
					};
					if (vErrors === null) vErrors = [err67];
					else vErrors.push(err67);
					errors++;
				}
			} else {
				const err68 = {
					instancePath: instancePath + "/redis_username",
					schemaPath: "#/properties/redis_username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.redis_username.type,
					parentSchema: schema41.properties.redis_username,
					data: data26
				};
				if (vErrors === null) vErrors = [err68];
				else vErrors.push(err68);
				errors++;
			}
		}
		if (data.redis_password !== void 0) {
			let data27 = data.redis_password;
			if (typeof data27 !== "string") {
				const err69 = {
					instancePath: instancePath + "/redis_password",
					schemaPath: "#/properties/redis_password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.redis_password.type,
					parentSchema: schema41.properties.redis_password,
					data: data27
				};
				if (vErrors === null) vErrors = [err69];
				else vErrors.push(err69);
				errors++;
			}
		}
		if (data.redis_database !== void 0) {
			let data28 = data.redis_database;
			if (!(typeof data28 == "number" && !(data28 % 1) && !isNaN(data28) && isFinite(data28))) {
				const err70 = {
					instancePath: instancePath + "/redis_database",
					schemaPath: "#/properties/redis_database/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_database.type,
					parentSchema: schema41.properties.redis_database,
					data: data28
				};
				if (vErrors === null) vErrors = [err70];
				else vErrors.push(err70);
				errors++;
			}
			if (typeof data28 == "number" && isFinite(data28)) {
				if (data28 < 0 || isNaN(data28)) {
					const err71 = {
						instancePath: instancePath + "/redis_database",
						schemaPath: "#/properties/redis_database/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema41.properties.redis_database,
						data: data28
					};
					if (vErrors === null) vErrors = [err71];
					else vErrors.push(err71);
					errors++;
				}
			}
		}
		if (data.redis_timeout !== void 0) {
			let data29 = data.redis_timeout;
			if (!(typeof data29 == "number" && !(data29 % 1) && !isNaN(data29) && isFinite(data29))) {
				const err72 = {
					instancePath: instancePath + "/redis_timeout",
					schemaPath: "#/properties/redis_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_timeout.type,
					parentSchema: schema41.properties.redis_timeout,
					data: data29
				};
				if (vErrors === null) vErrors = [err72];
				else vErrors.push(err72);
				errors++;
			}
			if (typeof data29 == "number" && isFinite(data29)) {
				if (data29 < 1 || isNaN(data29)) {
					const err73 = {
						instancePath: instancePath + "/redis_timeout",
						schemaPath: "#/properties/redis_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema41.properties.redis_timeout,
						data: data29
					};
					if (vErrors === null) vErrors = [err73];
					else vErrors.push(err73);
					errors++;
				}
			}
		}
		if (data.redis_ssl !== void 0) {
			let data30 = data.redis_ssl;
			if (typeof data30 !== "boolean") {
				const err74 = {
					instancePath: instancePath + "/redis_ssl",
					schemaPath: "#/properties/redis_ssl/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema41.properties.redis_ssl.type,
					parentSchema: schema41.properties.redis_ssl,
					data: data30
				};
				if (vErrors === null) vErrors = [err74];
				else vErrors.push(err74);
				errors++;
			}
		}
		if (data.redis_ssl_verify !== void 0) {
			let data31 = data.redis_ssl_verify;
			if (typeof data31 !== "boolean") {
				const err75 = {
					instancePath: instancePath + "/redis_ssl_verify",
					schemaPath: "#/properties/redis_ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema41.properties.redis_ssl_verify.type,
					parentSchema: schema41.properties.redis_ssl_verify,
					data: data31
				};
				if (vErrors === null) vErrors = [err75];
				else vErrors.push(err75);
				errors++;
			}
		}
		if (data.redis_keepalive_timeout !== void 0) {
			let data32 = data.redis_keepalive_timeout;
			if (!(typeof data32 == "number" && !(data32 % 1) && !isNaN(data32) && isFinite(data32))) {
				const err76 = {
					instancePath: instancePath + "/redis_keepalive_timeout",
					schemaPath: "#/properties/redis_keepalive_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_keepalive_timeout.type,
					parentSchema: schema41.properties.redis_keepalive_timeout,
					data: data32
				};
				if (vErrors === null) vErrors = [err76];
				else vErrors.push(err76);
				errors++;
			}
			if (typeof data32 == "number" && isFinite(data32)) {
				if (data32 < 1 || isNaN(data32)) {
					const err77 = {
						instancePath: instancePath + "/redis_keepalive_timeout",
						schemaPath: "#/properties/redis_keepalive_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema41.properties.redis_keepalive_timeout,
						data: data32
					};
					if (vErrors === null) vErrors = [err77];
					else vErrors.push(err77);
					errors++;
				}
			}
		}
		if (data.redis_keepalive_pool !== void 0) {
			let data33 = data.redis_keepalive_pool;
			if (!(typeof data33 == "number" && !(data33 % 1) && !isNaN(data33) && isFinite(data33))) {
				const err78 = {
					instancePath: instancePath + "/redis_keepalive_pool",
					schemaPath: "#/properties/redis_keepalive_pool/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_keepalive_pool.type,
					parentSchema: schema41.properties.redis_keepalive_pool,
					data: data33
				};
				if (vErrors === null) vErrors = [err78];
				else vErrors.push(err78);
				errors++;
			}
			if (typeof data33 == "number" && isFinite(data33)) {
				if (data33 < 1 || isNaN(data33)) {
					const err79 = {
						instancePath: instancePath + "/redis_keepalive_pool",
						schemaPath: "#/properties/redis_keepalive_pool/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema41.properties.redis_keepalive_pool,
						data: data33
					};
					if (vErrors === null) vErrors = [err79];
					else vErrors.push(err79);
					errors++;
				}
			}
		}
		if (data.redis_cluster_nodes !== void 0) {
			let data34 = data.redis_cluster_nodes;
			if (Array.isArray(data34)) {
				if (data34.length < 1) {
					const err80 = {
						instancePath: instancePath + "/redis_cluster_nodes",
						schemaPath: "#/properties/redis_cluster_nodes/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema41.properties.redis_cluster_nodes,
						data: data34
					};
					if (vErrors === null) vErrors = [err80];
					else vErrors.push(err80);
					errors++;
				}
				const len1 = data34.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data35 = data34[i1];
					if (typeof data35 === "string") {
						if (func2(data35) > 100) {
							const err81 = {
								instancePath: instancePath + "/redis_cluster_nodes/" + i1,
								schemaPath: "#/properties/redis_cluster_nodes/items/maxLength",
								keyword: "maxLength",
								params: { limit: 100 },
								message: "must NOT have more than 100 characters",
								schema: 100,
								parentSchema: schema41.properties.redis_cluster_nodes.items,
								data: data35
							};
							if (vErrors === null) vErrors = [err81];
							else vErrors.push(err81);
							errors++;
						}
						if (func2(data35) < 2) {
							const err82 = {
								instancePath: instancePath + "/redis_cluster_nodes/" + i1,
								schemaPath: "#/properties/redis_cluster_nodes/items/minLength",
								keyword: "minLength",
								params: { limit: 2 },
								message: "must NOT have fewer than 2 characters",
								schema: 2,
								parentSchema: schema41.properties.redis_cluster_nodes.items,
								data: data35
							};
							if (vErrors === null) vErrors = [err82];
							else vErrors.push(err82);
							errors++;
						}
					} else {
						const err83 = {
							instancePath: instancePath + "/redis_cluster_nodes/" + i1,
							schemaPath: "#/properties/redis_cluster_nodes/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema41.properties.redis_cluster_nodes.items.type,
							parentSchema: schema41.properties.redis_cluster_nodes.items,
							data: data35
						};
						if (vErrors === null) vErrors = [err83];
						else vErrors.push(err83);
						errors++;
					}
				}
			} else {
				const err84 = {
					instancePath: instancePath + "/redis_cluster_nodes",
					schemaPath: "#/properties/redis_cluster_nodes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema41.properties.redis_cluster_nodes.type,
					parentSchema: schema41.properties.redis_cluster_nodes,
					data: data34
				};
				if (vErrors === null) vErrors = [err84];
				else vErrors.push(err84);
				errors++;
			}
		}
		if (data.redis_cluster_name !== void 0) {
			let data36 = data.redis_cluster_name;
			if (typeof data36 === "string") {
				if (func2(data36) < 1) {
					const err85 = {
						instancePath: instancePath + "/redis_cluster_name",
						schemaPath: "#/properties/redis_cluster_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.redis_cluster_name,
						data: data36
					};
					if (vErrors === null) vErrors = [err85];
					else vErrors.push(err85);
					errors++;
				}
			} else {
				const err86 = {
					instancePath: instancePath + "/redis_cluster_name",
					schemaPath: "#/properties/redis_cluster_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.redis_cluster_name.type,
					parentSchema: schema41.properties.redis_cluster_name,
					data: data36
				};
				if (vErrors === null) vErrors = [err86];
				else vErrors.push(err86);
				errors++;
			}
		}
		if (data.redis_cluster_ssl !== void 0) {
			let data37 = data.redis_cluster_ssl;
			if (typeof data37 !== "boolean") {
				const err87 = {
					instancePath: instancePath + "/redis_cluster_ssl",
					schemaPath: "#/properties/redis_cluster_ssl/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema41.properties.redis_cluster_ssl.type,
					parentSchema: schema41.properties.redis_cluster_ssl,
					data: data37
				};
				if (vErrors === null) vErrors = [err87];
				else vErrors.push(err87);
				errors++;
			}
		}
		if (data.redis_cluster_ssl_verify !== void 0) {
			let data38 = data.redis_cluster_ssl_verify;
			if (typeof data38 !== "boolean") {
				const err88 = {
					instancePath: instancePath + "/redis_cluster_ssl_verify",
					schemaPath: "#/properties/redis_cluster_ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema41.properties.redis_cluster_ssl_verify.type,
					parentSchema: schema41.properties.redis_cluster_ssl_verify,
					data: data38
				};
				if (vErrors === null) vErrors = [err88];
				else vErrors.push(err88);
				errors++;
			}
		}
		if (data.redis_sentinels !== void 0) {
			let data39 = data.redis_sentinels;
			if (Array.isArray(data39)) {
				if (data39.length < 1) {
					const err89 = {
						instancePath: instancePath + "/redis_sentinels",
						schemaPath: "#/properties/redis_sentinels/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema41.properties.redis_sentinels,
						data: data39
					};
					if (vErrors === null) vErrors = [err89];
					else vErrors.push(err89);
					errors++;
				}
				const len2 = data39.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data40 = data39[i2];
					if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
						if (data40.host === void 0) {
							const err90 = {
								instancePath: instancePath + "/redis_sentinels/" + i2,
								schemaPath: "#/properties/redis_sentinels/items/required",
								keyword: "required",
								params: { missingProperty: "host" },
								message: "must have required property 'host'",
								schema: schema41.properties.redis_sentinels.items.required,
								parentSchema: schema41.properties.redis_sentinels.items,
								data: data40
							};
							if (vErrors === null) vErrors = [err90];
							else vErrors.push(err90);
							errors++;
						}
						if (data40.port === void 0) {
							const err91 = {
								instancePath: instancePath + "/redis_sentinels/" + i2,
								schemaPath: "#/properties/redis_sentinels/items/required",
								keyword: "required",
								params: { missingProperty: "port" },
								message: "must have required property 'port'",
								schema: schema41.properties.redis_sentinels.items.required,
								parentSchema: schema41.properties.redis_sentinels.items,
								data: data40
							};
							if (vErrors === null) vErrors = [err91];
							else vErrors.push(err91);
							errors++;
						}
						for (const key2 in data40) if (!(key2 === "host" || key2 === "port")) {
							const err92 = {
								instancePath: instancePath + "/redis_sentinels/" + i2,
								schemaPath: "#/properties/redis_sentinels/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key2 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema41.properties.redis_sentinels.items,
								data: data40
							};
							if (vErrors === null) vErrors = [err92];
							else vErrors.push(err92);
							errors++;
						}
						if (data40.host !== void 0) {
							let data41 = data40.host;
							if (typeof data41 === "string") {
								if (func2(data41) < 2) {
									const err93 = {
										instancePath: instancePath + "/redis_sentinels/" + i2 + "/host",
										schemaPath: "#/properties/redis_sentinels/items/properties/host/minLength",
										keyword: "minLength",
										params: { limit: 2 },
										message: "must NOT have fewer than 2 characters",
										schema: 2,
										parentSchema: schema41.properties.redis_sentinels.items.properties.host,
										data: data41
									};
									if (vErrors === null) vErrors = [err93];
									else vErrors.push(err93);
									errors++;
								}
							} else {
								const err94 = {
									instancePath: instancePath + "/redis_sentinels/" + i2 + "/host",
									schemaPath: "#/properties/redis_sentinels/items/properties/host/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema41.properties.redis_sentinels.items.properties.host.type,
									parentSchema: schema41.properties.redis_sentinels.items.properties.host,
									data: data41
								};
								if (vErrors === null) vErrors = [err94];
								else vErrors.push(err94);
								errors++;
							}
						}
						if (data40.port !== void 0) {
							let data42 = data40.port;
							if (!(typeof data42 == "number" && !(data42 % 1) && !isNaN(data42) && isFinite(data42))) {
								const err95 = {
									instancePath: instancePath + "/redis_sentinels/" + i2 + "/port",
									schemaPath: "#/properties/redis_sentinels/items/properties/port/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema41.properties.redis_sentinels.items.properties.port.type,
									parentSchema: schema41.properties.redis_sentinels.items.properties.port,
									data: data42
								};
								if (vErrors === null) vErrors = [err95];
								else vErrors.push(err95);
								errors++;
							}
							if (typeof data42 == "number" && isFinite(data42)) {
								if (data42 > 65535 || isNaN(data42)) {
									const err96 = {
										instancePath: instancePath + "/redis_sentinels/" + i2 + "/port",
										schemaPath: "#/properties/redis_sentinels/items/properties/port/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 65535
										},
										message: "must be <= 65535",
										schema: 65535,
										parentSchema: schema41.properties.redis_sentinels.items.properties.port,
										data: data42
									};
									if (vErrors === null) vErrors = [err96];
									else vErrors.push(err96);
									errors++;
								}
								if (data42 < 1 || isNaN(data42)) {
									const err97 = {
										instancePath: instancePath + "/redis_sentinels/" + i2 + "/port",
										schemaPath: "#/properties/redis_sentinels/items/properties/port/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema41.properties.redis_sentinels.items.properties.port,
										data: data42
									};
									if (vErrors === null) vErrors = [err97];
									else vErrors.push(err97);
									errors++;
								}
							}
						}
					} else {
						const err98 = {
							instancePath: instancePath + "/redis_sentinels/" + i2,
							schemaPath: "#/properties/redis_sentinels/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema41.properties.redis_sentinels.items.type,
							parentSchema: schema41.properties.redis_sentinels.items,
							data: data40
						};
						if (vErrors === null) vErrors = [err98];
						else vErrors.push(err98);
						errors++;
					}
				}
			} else {
				const err99 = {
					instancePath: instancePath + "/redis_sentinels",
					schemaPath: "#/properties/redis_sentinels/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema41.properties.redis_sentinels.type,
					parentSchema: schema41.properties.redis_sentinels,
					data: data39
				};
				if (vErrors === null) vErrors = [err99];
				else vErrors.push(err99);
				errors++;
			}
		}
		if (data.redis_connect_timeout !== void 0) {
			let data43 = data.redis_connect_timeout;
			if (!(typeof data43 == "number" && !(data43 % 1) && !isNaN(data43) && isFinite(data43))) {
				const err100 = {
					instancePath: instancePath + "/redis_connect_timeout",
					schemaPath: "#/properties/redis_connect_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_connect_timeout.type,
					parentSchema: schema41.properties.redis_connect_timeout,
					data: data43
				};
				if (vErrors === null) vErrors = [err100];
				else vErrors.push(err100);
				errors++;
			}
			if (typeof data43 == "number" && isFinite(data43)) {
				if (data43 < 1 || isNaN(data43)) {
					const err101 = {
						instancePath: instancePath + "/redis_connect_timeout",
						schemaPath: "#/properties/redis_connect_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema41.properties.redis_connect_timeout,
						data: data43
					};
					if (vErrors === null) vErrors = [err101];
					else vErrors.push(err101);
					errors++;
				}
			}
		}
		if (data.redis_read_timeout !== void 0) {
			let data44 = data.redis_read_timeout;
			if (!(typeof data44 == "number" && !(data44 % 1) && !isNaN(data44) && isFinite(data44))) {
				const err102 = {
					instancePath: instancePath + "/redis_read_timeout",
					schemaPath: "#/properties/redis_read_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema41.properties.redis_read_timeout.type,
					parentSchema: schema41.properties.redis_read_timeout,
					data: data44
				};
				if (vErrors === null) vErrors = [err102];
				else vErrors.push(err102);
				errors++;
			}
			if (typeof data44 == "number" && isFinite(data44)) {
				if (data44 < 1 || isNaN(data44)) {
					const err103 = {
						instancePath: instancePath + "/redis_read_timeout",
						schemaPath: "#/properties/redis_read_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema41.properties.redis_read_timeout,
						data: data44
					};
					if (vErrors === null) vErrors = [err103];
					else vErrors.push(err103);
					errors++;
				}
			}
		}
		if (data.redis_master_name !== void 0) {
			let data45 = data.redis_master_name;
			if (typeof data45 === "string") {
				if (func2(data45) < 1) {
					const err104 = {
						instancePath: instancePath + "/redis_master_name",
						schemaPath: "#/properties/redis_master_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.redis_master_name,
						data: data45
					};
					if (vErrors === null) vErrors = [err104];
					else vErrors.push(err104);
					errors++;
				}
			} else {
				const err105 = {
					instancePath: instancePath + "/redis_master_name",
					schemaPath: "#/properties/redis_master_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.redis_master_name.type,
					parentSchema: schema41.properties.redis_master_name,
					data: data45
				};
				if (vErrors === null) vErrors = [err105];
				else vErrors.push(err105);
				errors++;
			}
		}
		if (data.redis_role !== void 0) {
			let data46 = data.redis_role;
			if (typeof data46 !== "string") {
				const err106 = {
					instancePath: instancePath + "/redis_role",
					schemaPath: "#/properties/redis_role/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.redis_role.type,
					parentSchema: schema41.properties.redis_role,
					data: data46
				};
				if (vErrors === null) vErrors = [err106];
				else vErrors.push(err106);
				errors++;
			}
			if (!(data46 === "master" || data46 === "slave")) {
				const err107 = {
					instancePath: instancePath + "/redis_role",
					schemaPath: "#/properties/redis_role/enum",
					keyword: "enum",
					params: { allowedValues: schema41.properties.redis_role.enum },
					message: "must be equal to one of the allowed values",
					schema: schema41.properties.redis_role.enum,
					parentSchema: schema41.properties.redis_role,
					data: data46
				};
				if (vErrors === null) vErrors = [err107];
				else vErrors.push(err107);
				errors++;
			}
		}
		if (data.sentinel_username !== void 0) {
			let data47 = data.sentinel_username;
			if (typeof data47 === "string") {
				if (func2(data47) < 1) {
					const err108 = {
						instancePath: instancePath + "/sentinel_username",
						schemaPath: "#/properties/sentinel_username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema41.properties.sentinel_username,
						data: data47
					};
					if (vErrors === null) vErrors = [err108];
					else vErrors.push(err108);
					errors++;
				}
			} else {
				const err109 = {
					instancePath: instancePath + "/sentinel_username",
					schemaPath: "#/properties/sentinel_username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.sentinel_username.type,
					parentSchema: schema41.properties.sentinel_username,
					data: data47
				};
				if (vErrors === null) vErrors = [err109];
				else vErrors.push(err109);
				errors++;
			}
		}
		if (data.sentinel_password !== void 0) {
			let data48 = data.sentinel_password;
			if (typeof data48 !== "string") {
				const err110 = {
					instancePath: instancePath + "/sentinel_password",
					schemaPath: "#/properties/sentinel_password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema41.properties.sentinel_password.type,
					parentSchema: schema41.properties.sentinel_password,
					data: data48
				};
				if (vErrors === null) vErrors = [err110];
				else vErrors.push(err110);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate91(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err111 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema41.type,
			parentSchema: schema41,
			data
		};
		if (vErrors === null) vErrors = [err111];
		else vErrors.push(err111);
		errors++;
	}
	validate90.errors = vErrors;
	return errors === 0;
}
const schema43 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/limit-req.schema.json",
	"title": "LimitReq",
	"description": "Evens out requests to a rate (leaky bucket).",
	"type": "object",
	"required": [
		"rate",
		"burst",
		"key"
	],
	"properties": {
		"rate": {
			"description": "Requests a second.",
			"type": "number",
			"exclusiveMinimum": 0
		},
		"burst": {
			"description": "Requests a second above rate that are delayed rather than refused.",
			"type": "number",
			"minimum": 0
		},
		"key": {
			"description": "What is counted: a variable, or several, by key_type.",
			"type": "string",
			"minLength": 1
		},
		"key_type": {
			"description": "How key is read.",
			"type": "string",
			"enum": ["var", "var_combination"],
			"default": "var"
		},
		"policy": {
			"description": "Where the counters are kept.",
			"type": "string",
			"enum": [
				"local",
				"redis",
				"redis-cluster",
				"redis-sentinel"
			],
			"default": "local"
		},
		"rejected_code": {
			"description": "Status of a refusal.",
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"default": 503
		},
		"rejected_msg": {
			"description": "Text of a refusal's body.",
			"type": "string",
			"minLength": 1
		},
		"nodelay": {
			"description": "true: requests within burst are not delayed.",
			"type": "boolean",
			"default": false
		},
		"allow_degradation": {
			"description": "true: requests pass when the counters cannot be reached.",
			"type": "boolean",
			"default": false
		},
		"redis_host": {
			"description": "redis: host name or address.",
			"type": "string",
			"minLength": 2
		},
		"redis_port": {
			"description": "redis: port.",
			"type": "integer",
			"minimum": 1,
			"maximum": 65535,
			"default": 6379
		},
		"redis_username": {
			"description": "redis: user name.",
			"type": "string",
			"minLength": 1
		},
		"redis_password": {
			"description": "Password of the Redis server, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true
		},
		"redis_database": {
			"description": "redis: database number.",
			"type": "integer",
			"minimum": 0,
			"default": 0
		},
		"redis_timeout": {
			"description": "Milliseconds to wait for Redis.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_ssl": {
			"description": "redis: connect with TLS.",
			"type": "boolean",
			"default": false
		},
		"redis_ssl_verify": {
			"description": "redis: verify the server's certificate.",
			"type": "boolean",
			"default": false
		},
		"redis_keepalive_timeout": {
			"description": "Milliseconds that an idle connection to Redis is kept.",
			"type": "integer",
			"minimum": 1
		},
		"redis_keepalive_pool": {
			"description": "Idle connections to Redis that are kept.",
			"type": "integer",
			"minimum": 1
		},
		"redis_cluster_nodes": {
			"description": "redis-cluster: addresses, host:port.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 2,
				"maxLength": 100
			}
		},
		"redis_cluster_name": {
			"description": "redis-cluster: name of the cluster.",
			"type": "string",
			"minLength": 1
		},
		"redis_cluster_ssl": {
			"description": "redis-cluster: connect with TLS.",
			"type": "boolean",
			"default": false
		},
		"redis_cluster_ssl_verify": {
			"description": "redis-cluster: verify the servers' certificates.",
			"type": "boolean",
			"default": false
		},
		"redis_sentinels": {
			"description": "redis-sentinel: the sentinels.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"required": ["host", "port"],
				"properties": {
					"host": {
						"description": "Host name or address.",
						"type": "string",
						"minLength": 2
					},
					"port": {
						"description": "Port.",
						"type": "integer",
						"minimum": 1,
						"maximum": 65535
					}
				},
				"additionalProperties": false
			}
		},
		"redis_connect_timeout": {
			"description": "redis-sentinel: milliseconds to wait for a connection.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_read_timeout": {
			"description": "redis-sentinel: milliseconds to wait for an answer.",
			"type": "integer",
			"minimum": 1,
			"default": 1e3
		},
		"redis_master_name": {
			"description": "redis-sentinel: name of the master group.",
			"type": "string",
			"minLength": 1
		},
		"redis_role": {
			"description": "redis-sentinel: which server to use.",
			"type": "string",
			"enum": ["master", "slave"],
			"default": "master"
		},
		"sentinel_username": {
			"description": "redis-sentinel: user name at the sentinels.",
			"type": "string",
			"minLength": 1
		},
		"sentinel_password": {
			"description": "redis-sentinel: password at the sentinels, or a reference $env://… or $secret://….",
			"type": "string",
			"x-secret": true
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"allOf": [
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis" } }
			},
			"then": {
				"required": ["redis_host"],
				"x-message": "policy redis needs redis_host"
			}
		},
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis-cluster" } }
			},
			"then": {
				"required": ["redis_cluster_nodes", "redis_cluster_name"],
				"x-message": "policy redis-cluster needs redis_cluster_nodes and redis_cluster_name"
			}
		},
		{
			"if": {
				"required": ["policy"],
				"properties": { "policy": { "const": "redis-sentinel" } }
			},
			"then": {
				"required": ["redis_sentinels", "redis_master_name"],
				"x-message": "policy redis-sentinel needs redis_sentinels and redis_master_name"
			}
		}
	]
};
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate95.errors = vErrors;
	return errors === 0;
}
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis" !== data.policy) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_host === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/allOf/0/then/required",
					keyword: "required",
					params: { missingProperty: "redis_host" },
					message: "must have required property 'redis_host'",
					schema: schema43.allOf[0].then.required,
					parentSchema: schema43.allOf[0].then,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs5 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err3 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema43.allOf[0].if,
			parentSchema: schema43.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	const _errs7 = errors;
	let valid3 = true;
	const _errs8 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err4 = {};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis-cluster" !== data.policy) {
				const err5 = {};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	}
	var _valid1 = _errs8 === errors;
	errors = _errs7;
	if (vErrors !== null) {
		if (_errs7) vErrors.length = _errs7;
		else vErrors = null;
	}
	if (_valid1) {
		const _errs10 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_cluster_nodes === void 0) {
				const err6 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "redis_cluster_nodes" },
					message: "must have required property 'redis_cluster_nodes'",
					schema: schema43.allOf[1].then.required,
					parentSchema: schema43.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
			if (data.redis_cluster_name === void 0) {
				const err7 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "redis_cluster_name" },
					message: "must have required property 'redis_cluster_name'",
					schema: schema43.allOf[1].then.required,
					parentSchema: schema43.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		var _valid1 = _errs10 === errors;
		valid3 = _valid1;
	}
	if (!valid3) {
		const err8 = {
			instancePath,
			schemaPath: "#/allOf/1/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema43.allOf[1].if,
			parentSchema: schema43.allOf[1],
			data
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	const _errs12 = errors;
	let valid5 = true;
	const _errs13 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.policy === void 0 && "policy") {
			const err9 = {};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		} else if (data.policy !== void 0) {
			if ("redis-sentinel" !== data.policy) {
				const err10 = {};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
	}
	var _valid2 = _errs13 === errors;
	errors = _errs12;
	if (vErrors !== null) {
		if (_errs12) vErrors.length = _errs12;
		else vErrors = null;
	}
	if (_valid2) {
		const _errs15 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.redis_sentinels === void 0) {
				const err11 = {
					instancePath,
					schemaPath: "#/allOf/2/then/required",
					keyword: "required",
					params: { missingProperty: "redis_sentinels" },
					message: "must have required property 'redis_sentinels'",
					schema: schema43.allOf[2].then.required,
					parentSchema: schema43.allOf[2].then,
					data
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
			if (data.redis_master_name === void 0) {
				const err12 = {
					instancePath,
					schemaPath: "#/allOf/2/then/required",
					keyword: "required",
					params: { missingProperty: "redis_master_name" },
					message: "must have required property 'redis_master_name'",
					schema: schema43.allOf[2].then.required,
					parentSchema: schema43.allOf[2].then,
					data
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		var _valid2 = _errs15 === errors;
		valid5 = _valid2;
	}
	if (!valid5) {
		const err13 = {
			instancePath,
			schemaPath: "#/allOf/2/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema43.allOf[2].if,
			parentSchema: schema43.allOf[2],
			data
		};
		if (vErrors === null) vErrors = [err13];
		else vErrors.push(err13);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.rate === void 0) {
			const err14 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "rate" },
				message: "must have required property 'rate'",
				schema: schema43.required,
				parentSchema: schema43,
				data
			};
			if (vErrors === null) vErrors = [err14];
			else vErrors.push(err14);
			errors++;
		}
		if (data.burst === void 0) {
			const err15 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "burst" },
				message: "must have required property 'burst'",
				schema: schema43.required,
				parentSchema: schema43,
				data
			};
			if (vErrors === null) vErrors = [err15];
			else vErrors.push(err15);
			errors++;
		}
		if (data.key === void 0) {
			const err16 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "key" },
				message: "must have required property 'key'",
				schema: schema43.required,
				parentSchema: schema43,
				data
			};
			if (vErrors === null) vErrors = [err16];
			else vErrors.push(err16);
			errors++;
		}
		for (const key0 in data) if (!func7.call(schema43.properties, key0)) {
			const err17 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema43,
				data
			};
			if (vErrors === null) vErrors = [err17];
			else vErrors.push(err17);
			errors++;
		}
		if (data.rate !== void 0) {
			let data3 = data.rate;
			if (typeof data3 == "number" && isFinite(data3)) {
				if (data3 <= 0 || isNaN(data3)) {
					const err18 = {
						instancePath: instancePath + "/rate",
						schemaPath: "#/properties/rate/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema43.properties.rate,
						data: data3
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/rate",
					schemaPath: "#/properties/rate/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema43.properties.rate.type,
					parentSchema: schema43.properties.rate,
					data: data3
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.burst !== void 0) {
			let data4 = data.burst;
			if (typeof data4 == "number" && isFinite(data4)) {
				if (data4 < 0 || isNaN(data4)) {
					const err20 = {
						instancePath: instancePath + "/burst",
						schemaPath: "#/properties/burst/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema43.properties.burst,
						data: data4
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/burst",
					schemaPath: "#/properties/burst/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema43.properties.burst.type,
					parentSchema: schema43.properties.burst,
					data: data4
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.key !== void 0) {
			let data5 = data.key;
			if (typeof data5 === "string") {
				if (func2(data5) < 1) {
					const err22 = {
						instancePath: instancePath + "/key",
						schemaPath: "#/properties/key/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema43.properties.key,
						data: data5
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/key",
					schemaPath: "#/properties/key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.key.type,
					parentSchema: schema43.properties.key,
					data: data5
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.key_type !== void 0) {
			let data6 = data.key_type;
			if (typeof data6 !== "string") {
				const err24 = {
					instancePath: instancePath + "/key_type",
					schemaPath: "#/properties/key_type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.key_type.type,
					parentSchema: schema43.properties.key_type,
					data: data6
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
			if (!(data6 === "var" || data6 === "var_combination")) {
				const err25 = {
					instancePath: instancePath + "/key_type",
					schemaPath: "#/properties/key_type/enum",
					keyword: "enum",
					params: { allowedValues: schema43.properties.key_type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema43.properties.key_type.enum,
					parentSchema: schema43.properties.key_type,
					data: data6
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.policy !== void 0) {
			let data7 = data.policy;
			if (typeof data7 !== "string") {
				const err26 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.policy.type,
					parentSchema: schema43.properties.policy,
					data: data7
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
			if (!(data7 === "local" || data7 === "redis" || data7 === "redis-cluster" || data7 === "redis-sentinel")) {
				const err27 = {
					instancePath: instancePath + "/policy",
					schemaPath: "#/properties/policy/enum",
					keyword: "enum",
					params: { allowedValues: schema43.properties.policy.enum },
					message: "must be equal to one of the allowed values",
					schema: schema43.properties.policy.enum,
					parentSchema: schema43.properties.policy,
					data: data7
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
		}
		if (data.rejected_code !== void 0) {
			let data8 = data.rejected_code;
			if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
				const err28 = {
					instancePath: instancePath + "/rejected_code",
					schemaPath: "#/properties/rejected_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.rejected_code.type,
					parentSchema: schema43.properties.rejected_code,
					data: data8
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
			if (typeof data8 == "number" && isFinite(data8)) {
				if (data8 > 599 || isNaN(data8)) {
					const err29 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema43.properties.rejected_code,
						data: data8
					};
					if (vErrors === null) vErrors = [err29];
					else vErrors.push(err29);
					errors++;
				}
				if (data8 < 200 || isNaN(data8)) {
					const err30 = {
						instancePath: instancePath + "/rejected_code",
						schemaPath: "#/properties/rejected_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema43.properties.rejected_code,
						data: data8
					};
					if (vErrors === null) vErrors = [err30];
					else vErrors.push(err30);
					errors++;
				}
			}
		}
		if (data.rejected_msg !== void 0) {
			let data9 = data.rejected_msg;
			if (typeof data9 === "string") {
				if (func2(data9) < 1) {
					const err31 = {
						instancePath: instancePath + "/rejected_msg",
						schemaPath: "#/properties/rejected_msg/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema43.properties.rejected_msg,
						data: data9
					};
					if (vErrors === null) vErrors = [err31];
					else vErrors.push(err31);
					errors++;
				}
			} else {
				const err32 = {
					instancePath: instancePath + "/rejected_msg",
					schemaPath: "#/properties/rejected_msg/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.rejected_msg.type,
					parentSchema: schema43.properties.rejected_msg,
					data: data9
				};
				if (vErrors === null) vErrors = [err32];
				else vErrors.push(err32);
				errors++;
			}
		}
		if (data.nodelay !== void 0) {
			let data10 = data.nodelay;
			if (typeof data10 !== "boolean") {
				const err33 = {
					instancePath: instancePath + "/nodelay",
					schemaPath: "#/properties/nodelay/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema43.properties.nodelay.type,
					parentSchema: schema43.properties.nodelay,
					data: data10
				};
				if (vErrors === null) vErrors = [err33];
				else vErrors.push(err33);
				errors++;
			}
		}
		if (data.allow_degradation !== void 0) {
			let data11 = data.allow_degradation;
			if (typeof data11 !== "boolean") {
				const err34 = {
					instancePath: instancePath + "/allow_degradation",
					schemaPath: "#/properties/allow_degradation/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema43.properties.allow_degradation.type,
					parentSchema: schema43.properties.allow_degradation,
					data: data11
				};
				if (vErrors === null) vErrors = [err34];
				else vErrors.push(err34);
				errors++;
			}
		}
		if (data.redis_host !== void 0) {
			let data12 = data.redis_host;
			if (typeof data12 === "string") {
				if (func2(data12) < 2) {
					const err35 = {
						instancePath: instancePath + "/redis_host",
						schemaPath: "#/properties/redis_host/minLength",
						keyword: "minLength",
						params: { limit: 2 },
						message: "must NOT have fewer than 2 characters",
						schema: 2,
						parentSchema: schema43.properties.redis_host,
						data: data12
					};
					if (vErrors === null) vErrors = [err35];
					else vErrors.push(err35);
					errors++;
				}
			} else {
				const err36 = {
					instancePath: instancePath + "/redis_host",
					schemaPath: "#/properties/redis_host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.redis_host.type,
					parentSchema: schema43.properties.redis_host,
					data: data12
				};
				if (vErrors === null) vErrors = [err36];
				else vErrors.push(err36);
				errors++;
			}
		}
		if (data.redis_port !== void 0) {
			let data13 = data.redis_port;
			if (!(typeof data13 == "number" && !(data13 % 1) && !isNaN(data13) && isFinite(data13))) {
				const err37 = {
					instancePath: instancePath + "/redis_port",
					schemaPath: "#/properties/redis_port/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_port.type,
					parentSchema: schema43.properties.redis_port,
					data: data13
				};
				if (vErrors === null) vErrors = [err37];
				else vErrors.push(err37);
				errors++;
			}
			if (typeof data13 == "number" && isFinite(data13)) {
				if (data13 > 65535 || isNaN(data13)) {
					const err38 = {
						instancePath: instancePath + "/redis_port",
						schemaPath: "#/properties/redis_port/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 65535
						},
						message: "must be <= 65535",
						schema: 65535,
						parentSchema: schema43.properties.redis_port,
						data: data13
					};
					if (vErrors === null) vErrors = [err38];
					else vErrors.push(err38);
					errors++;
				}
				if (data13 < 1 || isNaN(data13)) {
					const err39 = {
						instancePath: instancePath + "/redis_port",
						schemaPath: "#/properties/redis_port/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema43.properties.redis_port,
						data: data13
					};
					if (vErrors === null) vErrors = [err39];
					else vErrors.push(err39);
					errors++;
				}
			}
		}
		if (data.redis_username !== void 0) {
			let data14 = data.redis_username;
			if (typeof data14 === "string") {
				if (func2(data14) < 1) {
					const err40 = {
						instancePath: instancePath + "/redis_username",
						schemaPath: "#/properties/redis_username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema43.properties.redis_username,
						data: data14
					};
					if (vErrors === null) vErrors = [err40];
					else vErrors.push(err40);
					errors++;
				}
			} else {
				const err41 = {
					instancePath: instancePath + "/redis_username",
					schemaPath: "#/properties/redis_username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.redis_username.type,
					parentSchema: schema43.properties.redis_username,
					data: data14
				};
				if (vErrors === null) vErrors = [err41];
				else vErrors.push(err41);
				errors++;
			}
		}
		if (data.redis_password !== void 0) {
			let data15 = data.redis_password;
			if (typeof data15 !== "string") {
				const err42 = {
					instancePath: instancePath + "/redis_password",
					schemaPath: "#/properties/redis_password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.redis_password.type,
					parentSchema: schema43.properties.redis_password,
					data: data15
				};
				if (vErrors === null) vErrors = [err42];
				else vErrors.push(err42);
				errors++;
			}
		}
		if (data.redis_database !== void 0) {
			let data16 = data.redis_database;
			if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
				const err43 = {
					instancePath: instancePath + "/redis_database",
					schemaPath: "#/properties/redis_database/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_database.type,
					parentSchema: schema43.properties.redis_database,
					data: data16
				};
				if (vErrors === null) vErrors = [err43];
				else vErrors.push(err43);
				errors++;
			}
			if (typeof data16 == "number" && isFinite(data16)) {
				if (data16 < 0 || isNaN(data16)) {
					const err44 = {
						instancePath: instancePath + "/redis_database",
						schemaPath: "#/properties/redis_database/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema43.properties.redis_database,
						data: data16
					};
					if (vErrors === null) vErrors = [err44];
					else vErrors.push(err44);
					errors++;
				}
			}
		}
		if (data.redis_timeout !== void 0) {
			let data17 = data.redis_timeout;
			if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
				const err45 = {
					instancePath: instancePath + "/redis_timeout",
					schemaPath: "#/properties/redis_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_timeout.type,
					parentSchema: schema43.properties.redis_timeout,
					data: data17
				};
				if (vErrors === null) vErrors = [err45];
				else vErrors.push(err45);
				errors++;
			}
			if (typeof data17 == "number" && isFinite(data17)) {
				if (data17 < 1 || isNaN(data17)) {
					const err46 = {
						instancePath: instancePath + "/redis_timeout",
						schemaPath: "#/properties/redis_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema43.properties.redis_timeout,
						data: data17
					};
					if (vErrors === null) vErrors = [err46];
					else vErrors.push(err46);
					errors++;
				}
			}
		}
		if (data.redis_ssl !== void 0) {
			let data18 = data.redis_ssl;
			if (typeof data18 !== "boolean") {
				const err47 = {
					instancePath: instancePath + "/redis_ssl",
					schemaPath: "#/properties/redis_ssl/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema43.properties.redis_ssl.type,
					parentSchema: schema43.properties.redis_ssl,
					data: data18
				};
				if (vErrors === null) vErrors = [err47];
				else vErrors.push(err47);
				errors++;
			}
		}
		if (data.redis_ssl_verify !== void 0) {
			let data19 = data.redis_ssl_verify;
			if (typeof data19 !== "boolean") {
				const err48 = {
					instancePath: instancePath + "/redis_ssl_verify",
					schemaPath: "#/properties/redis_ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema43.properties.redis_ssl_verify.type,
					parentSchema: schema43.properties.redis_ssl_verify,
					data: data19
				};
				if (vErrors === null) vErrors = [err48];
				else vErrors.push(err48);
				errors++;
			}
		}
		if (data.redis_keepalive_timeout !== void 0) {
			let data20 = data.redis_keepalive_timeout;
			if (!(typeof data20 == "number" && !(data20 % 1) && !isNaN(data20) && isFinite(data20))) {
				const err49 = {
					instancePath: instancePath + "/redis_keepalive_timeout",
					schemaPath: "#/properties/redis_keepalive_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_keepalive_timeout.type,
					parentSchema: schema43.properties.redis_keepalive_timeout,
					data: data20
				};
				if (vErrors === null) vErrors = [err49];
				else vErrors.push(err49);
				errors++;
			}
			if (typeof data20 == "number" && isFinite(data20)) {
				if (data20 < 1 || isNaN(data20)) {
					const err50 = {
						instancePath: instancePath + "/redis_keepalive_timeout",
						schemaPath: "#/properties/redis_keepalive_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema43.properties.redis_keepalive_timeout,
						data: data20
					};
					if (vErrors === null) vErrors = [err50];
					else vErrors.push(err50);
					errors++;
				}
			}
		}
		if (data.redis_keepalive_pool !== void 0) {
			let data21 = data.redis_keepalive_pool;
			if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
				const err51 = {
					instancePath: instancePath + "/redis_keepalive_pool",
					schemaPath: "#/properties/redis_keepalive_pool/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_keepalive_pool.type,
					parentSchema: schema43.properties.redis_keepalive_pool,
					data: data21
				};
				if (vErrors === null) vErrors = [err51];
				else vErrors.push(err51);
				errors++;
			}
			if (typeof data21 == "number" && isFinite(data21)) {
				if (data21 < 1 || isNaN(data21)) {
					const err52 = {
						instancePath: instancePath + "/redis_keepalive_pool",
						schemaPath: "#/properties/redis_keepalive_pool/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema43.properties.redis_keepalive_pool,
						data: data21
					};
					if (vErrors === null) vErrors = [err52];
					else vErrors.push(err52);
					errors++;
				}
			}
		}
		if (data.redis_cluster_nodes !== void 0) {
			let data22 = data.redis_cluster_nodes;
			if (Array.isArray(data22)) {
				if (data22.length < 1) {
					const err53 = {
						instancePath: instancePath + "/redis_cluster_nodes",
						schemaPath: "#/properties/redis_cluster_nodes/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema43.properties.redis_cluster_nodes,
						data: data22
					};
					if (vErrors === null) vErrors = [err53];
					else vErrors.push(err53);
					errors++;
				}
				const len0 = data22.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data23 = data22[i0];
					if (typeof data23 === "string") {
						if (func2(data23) > 100) {
							const err54 = {
								instancePath: instancePath + "/redis_cluster_nodes/" + i0,
								schemaPath: "#/properties/redis_cluster_nodes/items/maxLength",
								keyword: "maxLength",
								params: { limit: 100 },
								message: "must NOT have more than 100 characters",
								schema: 100,
								parentSchema: schema43.properties.redis_cluster_nodes.items,
								data: data23
							};
							if (vErrors === null) vErrors = [err54];
							else vErrors.push(err54);
							errors++;
						}
						if (func2(data23) < 2) {
							const err55 = {
								instancePath: instancePath + "/redis_cluster_nodes/" + i0,
								schemaPath: "#/properties/redis_cluster_nodes/items/minLength",
								keyword: "minLength",
								params: { limit: 2 },
								message: "must NOT have fewer than 2 characters",
								schema: 2,
								parentSchema: schema43.properties.redis_cluster_nodes.items,
								data: data23
							};
							if (vErrors === null) vErrors = [err55];
							else vErrors.push(err55);
							errors++;
						}
					} else {
						const err56 = {
							instancePath: instancePath + "/redis_cluster_nodes/" + i0,
							schemaPath: "#/properties/redis_cluster_nodes/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema43.properties.redis_cluster_nodes.items.type,
							parentSchema: schema43.properties.redis_cluster_nodes.items,
							data: data23
						};
						if (vErrors === null) vErrors = [err56];
						else vErrors.push(err56);
						errors++;
					}
				}
			} else {
				const err57 = {
					instancePath: instancePath + "/redis_cluster_nodes",
					schemaPath: "#/properties/redis_cluster_nodes/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema43.properties.redis_cluster_nodes.type,
					parentSchema: schema43.properties.redis_cluster_nodes,
					data: data22
				};
				if (vErrors === null) vErrors = [err57];
				else vErrors.push(err57);
				errors++;
			}
		}
		if (data.redis_cluster_name !== void 0) {
			let data24 = data.redis_cluster_name;
			if (typeof data24 === "string") {
				if (func2(data24) < 1) {
					const err58 = {
						instancePath: instancePath + "/redis_cluster_name",
						schemaPath: "#/properties/redis_cluster_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema43.properties.redis_cluster_name,
						data: data24
					};
					if (vErrors === null) vErrors = [err58];
					else vErrors.push(err58);
					errors++;
				}
			} else {
				const err59 = {
					instancePath: instancePath + "/redis_cluster_name",
					schemaPath: "#/properties/redis_cluster_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.redis_cluster_name.type,
					parentSchema: schema43.properties.redis_cluster_name,
					data: data24
				};
				if (vErrors === null) vErrors = [err59];
				else vErrors.push(err59);
				errors++;
			}
		}
		if (data.redis_cluster_ssl !== void 0) {
			let data25 = data.redis_cluster_ssl;
			if (typeof data25 !== "boolean") {
				const err60 = {
					instancePath: instancePath + "/redis_cluster_ssl",
					schemaPath: "#/properties/redis_cluster_ssl/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema43.properties.redis_cluster_ssl.type,
					parentSchema: schema43.properties.redis_cluster_ssl,
					data: data25
				};
				if (vErrors === null) vErrors = [err60];
				else vErrors.push(err60);
				errors++;
			}
		}
		if (data.redis_cluster_ssl_verify !== void 0) {
			let data26 = data.redis_cluster_ssl_verify;
			if (typeof data26 !== "boolean") {
				const err61 = {
					instancePath: instancePath + "/redis_cluster_ssl_verify",
					schemaPath: "#/properties/redis_cluster_ssl_verify/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema43.properties.redis_cluster_ssl_verify.type,
					parentSchema: schema43.properties.redis_cluster_ssl_verify,
					data: data26
				};
				if (vErrors === null) vErrors = [err61];
				else vErrors.push(err61);
				errors++;
			}
		}
		if (data.redis_sentinels !== void 0) {
			let data27 = data.redis_sentinels;
			if (Array.isArray(data27)) {
				if (data27.length < 1) {
					const err62 = {
						instancePath: instancePath + "/redis_sentinels",
						schemaPath: "#/properties/redis_sentinels/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema43.properties.redis_sentinels,
						data: data27
					};
					if (vErrors === null) vErrors = [err62];
					else vErrors.push(err62);
					errors++;
				}
				const len1 = data27.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data28 = data27[i1];
					if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
						if (data28.host === void 0) {
							const err63 = {
								instancePath: instancePath + "/redis_sentinels/" + i1,
								schemaPath: "#/properties/redis_sentinels/items/required",
								keyword: "required",
								params: { missingProperty: "host" },
								message: "must have required property 'host'",
								schema: schema43.properties.redis_sentinels.items.required,
								parentSchema: schema43.properties.redis_sentinels.items,
								data: data28
							};
							if (vErrors === null) vErrors = [err63];
							else vErrors.push(err63);
							errors++;
						}
						if (data28.port === void 0) {
							const err64 = {
								instancePath: instancePath + "/redis_sentinels/" + i1,
								schemaPath: "#/properties/redis_sentinels/items/required",
								keyword: "required",
								params: { missingProperty: "port" },
								message: "must have required property 'port'",
								schema: schema43.properties.redis_sentinels.items.required,
								parentSchema: schema43.properties.redis_sentinels.items,
								data: data28
							};
							if (vErrors === null) vErrors = [err64];
							else vErrors.push(err64);
							errors++;
						}
						for (const key1 in data28) if (!(key1 === "host" || key1 === "port")) {
							const err65 = {
								instancePath: instancePath + "/redis_sentinels/" + i1,
								schemaPath: "#/properties/redis_sentinels/items/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key1 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema43.properties.redis_sentinels.items,
								data: data28
							};
							if (vErrors === null) vErrors = [err65];
							else vErrors.push(err65);
							errors++;
						}
						if (data28.host !== void 0) {
							let data29 = data28.host;
							if (typeof data29 === "string") {
								if (func2(data29) < 2) {
									const err66 = {
										instancePath: instancePath + "/redis_sentinels/" + i1 + "/host",
										schemaPath: "#/properties/redis_sentinels/items/properties/host/minLength",
										keyword: "minLength",
										params: { limit: 2 },
										message: "must NOT have fewer than 2 characters",
										schema: 2,
										parentSchema: schema43.properties.redis_sentinels.items.properties.host,
										data: data29
									};
									if (vErrors === null) vErrors = [err66];
									else vErrors.push(err66);
									errors++;
								}
							} else {
								const err67 = {
									instancePath: instancePath + "/redis_sentinels/" + i1 + "/host",
									schemaPath: "#/properties/redis_sentinels/items/properties/host/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema43.properties.redis_sentinels.items.properties.host.type,
									parentSchema: schema43.properties.redis_sentinels.items.properties.host,
									data: data29
								};
								if (vErrors === null) vErrors = [err67];
								else vErrors.push(err67);
								errors++;
							}
						}
						if (data28.port !== void 0) {
							let data30 = data28.port;
							if (!(typeof data30 == "number" && !(data30 % 1) && !isNaN(data30) && isFinite(data30))) {
								const err68 = {
									instancePath: instancePath + "/redis_sentinels/" + i1 + "/port",
									schemaPath: "#/properties/redis_sentinels/items/properties/port/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema43.properties.redis_sentinels.items.properties.port.type,
									parentSchema: schema43.properties.redis_sentinels.items.properties.port,
									data: data30
								};
								if (vErrors === null) vErrors = [err68];
								else vErrors.push(err68);
								errors++;
							}
							if (typeof data30 == "number" && isFinite(data30)) {
								if (data30 > 65535 || isNaN(data30)) {
									const err69 = {
										instancePath: instancePath + "/redis_sentinels/" + i1 + "/port",
										schemaPath: "#/properties/redis_sentinels/items/properties/port/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 65535
										},
										message: "must be <= 65535",
										schema: 65535,
										parentSchema: schema43.properties.redis_sentinels.items.properties.port,
										data: data30
									};
									if (vErrors === null) vErrors = [err69];
									else vErrors.push(err69);
									errors++;
								}
								if (data30 < 1 || isNaN(data30)) {
									const err70 = {
										instancePath: instancePath + "/redis_sentinels/" + i1 + "/port",
										schemaPath: "#/properties/redis_sentinels/items/properties/port/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema43.properties.redis_sentinels.items.properties.port,
										data: data30
									};
									if (vErrors === null) vErrors = [err70];
									else vErrors.push(err70);
									errors++;
								}
							}
						}
					} else {
						const err71 = {
							instancePath: instancePath + "/redis_sentinels/" + i1,
							schemaPath: "#/properties/redis_sentinels/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema43.properties.redis_sentinels.items.type,
							parentSchema: schema43.properties.redis_sentinels.items,
							data: data28
						};
						if (vErrors === null) vErrors = [err71];
						else vErrors.push(err71);
						errors++;
					}
				}
			} else {
				const err72 = {
					instancePath: instancePath + "/redis_sentinels",
					schemaPath: "#/properties/redis_sentinels/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema43.properties.redis_sentinels.type,
					parentSchema: schema43.properties.redis_sentinels,
					data: data27
				};
				if (vErrors === null) vErrors = [err72];
				else vErrors.push(err72);
				errors++;
			}
		}
		if (data.redis_connect_timeout !== void 0) {
			let data31 = data.redis_connect_timeout;
			if (!(typeof data31 == "number" && !(data31 % 1) && !isNaN(data31) && isFinite(data31))) {
				const err73 = {
					instancePath: instancePath + "/redis_connect_timeout",
					schemaPath: "#/properties/redis_connect_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_connect_timeout.type,
					parentSchema: schema43.properties.redis_connect_timeout,
					data: data31
				};
				if (vErrors === null) vErrors = [err73];
				else vErrors.push(err73);
				errors++;
			}
			if (typeof data31 == "number" && isFinite(data31)) {
				if (data31 < 1 || isNaN(data31)) {
					const err74 = {
						instancePath: instancePath + "/redis_connect_timeout",
						schemaPath: "#/properties/redis_connect_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema43.properties.redis_connect_timeout,
						data: data31
					};
					if (vErrors === null) vErrors = [err74];
					else vErrors.push(err74);
					errors++;
				}
			}
		}
		if (data.redis_read_timeout !== void 0) {
			let data32 = data.redis_read_timeout;
			if (!(typeof data32 == "number" && !(data32 % 1) && !isNaN(data32) && isFinite(data32))) {
				const err75 = {
					instancePath: instancePath + "/redis_read_timeout",
					schemaPath: "#/properties/redis_read_timeout/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema43.properties.redis_read_timeout.type,
					parentSchema: schema43.properties.redis_read_timeout,
					data: data32
				};
				if (vErrors === null) vErrors = [err75];
				else vErrors.push(err75);
				errors++;
			}
			if (typeof data32 == "number" && isFinite(data32)) {
				if (data32 < 1 || isNaN(data32)) {
					const err76 = {
						instancePath: instancePath + "/redis_read_timeout",
						schemaPath: "#/properties/redis_read_timeout/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema43.properties.redis_read_timeout,
						data: data32
					};
					if (vErrors === null) vErrors = [err76];
					else vErrors.push(err76);
					errors++;
				}
			}
		}
		if (data.redis_master_name !== void 0) {
			let data33 = data.redis_master_name;
			if (typeof data33 === "string") {
				if (func2(data33) < 1) {
					const err77 = {
						instancePath: instancePath + "/redis_master_name",
						schemaPath: "#/properties/redis_master_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema43.properties.redis_master_name,
						data: data33
					};
					if (vErrors === null) vErrors = [err77];
					else vErrors.push(err77);
					errors++;
				}
			} else {
				const err78 = {
					instancePath: instancePath + "/redis_master_name",
					schemaPath: "#/properties/redis_master_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.redis_master_name.type,
					parentSchema: schema43.properties.redis_master_name,
					data: data33
				};
				if (vErrors === null) vErrors = [err78];
				else vErrors.push(err78);
				errors++;
			}
		}
		if (data.redis_role !== void 0) {
			let data34 = data.redis_role;
			if (typeof data34 !== "string") {
				const err79 = {
					instancePath: instancePath + "/redis_role",
					schemaPath: "#/properties/redis_role/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.redis_role.type,
					parentSchema: schema43.properties.redis_role,
					data: data34
				};
				if (vErrors === null) vErrors = [err79];
				else vErrors.push(err79);
				errors++;
			}
			if (!(data34 === "master" || data34 === "slave")) {
				const err80 = {
					instancePath: instancePath + "/redis_role",
					schemaPath: "#/properties/redis_role/enum",
					keyword: "enum",
					params: { allowedValues: schema43.properties.redis_role.enum },
					message: "must be equal to one of the allowed values",
					schema: schema43.properties.redis_role.enum,
					parentSchema: schema43.properties.redis_role,
					data: data34
				};
				if (vErrors === null) vErrors = [err80];
				else vErrors.push(err80);
				errors++;
			}
		}
		if (data.sentinel_username !== void 0) {
			let data35 = data.sentinel_username;
			if (typeof data35 === "string") {
				if (func2(data35) < 1) {
					const err81 = {
						instancePath: instancePath + "/sentinel_username",
						schemaPath: "#/properties/sentinel_username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema43.properties.sentinel_username,
						data: data35
					};
					if (vErrors === null) vErrors = [err81];
					else vErrors.push(err81);
					errors++;
				}
			} else {
				const err82 = {
					instancePath: instancePath + "/sentinel_username",
					schemaPath: "#/properties/sentinel_username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.sentinel_username.type,
					parentSchema: schema43.properties.sentinel_username,
					data: data35
				};
				if (vErrors === null) vErrors = [err82];
				else vErrors.push(err82);
				errors++;
			}
		}
		if (data.sentinel_password !== void 0) {
			let data36 = data.sentinel_password;
			if (typeof data36 !== "string") {
				const err83 = {
					instancePath: instancePath + "/sentinel_password",
					schemaPath: "#/properties/sentinel_password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema43.properties.sentinel_password.type,
					parentSchema: schema43.properties.sentinel_password,
					data: data36
				};
				if (vErrors === null) vErrors = [err83];
				else vErrors.push(err83);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate95(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err84 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema43.type,
			parentSchema: schema43,
			data
		};
		if (vErrors === null) vErrors = [err84];
		else vErrors.push(err84);
		errors++;
	}
	validate94.errors = vErrors;
	return errors === 0;
}
const schema45 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/mocking.schema.json",
	"title": "Mocking",
	"description": "Answers with an example instead of asking the upstream.",
	"type": "object",
	"properties": {
		"delay": {
			"description": "Seconds to wait.",
			"type": "integer",
			"minimum": 0,
			"default": 0
		},
		"response_status": {
			"description": "Status of the answer.",
			"type": "integer",
			"minimum": 100,
			"maximum": 599,
			"default": 200
		},
		"content_type": {
			"description": "Content type of the answer.",
			"type": "string",
			"default": "application/json;charset=utf8"
		},
		"response_example": {
			"description": "Body of the answer, with variables.",
			"type": "string"
		},
		"response_schema": {
			"description": "JSON Schema from which a body is made up.",
			"type": "object",
			"additionalProperties": true
		},
		"with_mock_header": {
			"description": "true: the answer carries x-mock-by.",
			"type": "boolean",
			"default": true
		},
		"response_headers": {
			"description": "Headers of the answer.",
			"type": "object",
			"additionalProperties": { "type": ["string", "number"] }
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "anyOf": [{ "required": ["response_example"] }, { "required": ["response_schema"] }] },
	"else": {
		"required": ["response_example"],
		"x-message": "give response_example or response_schema"
	}
};
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate99.errors = vErrors;
	return errors === 0;
}
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	const _errs3 = errors;
	let valid1 = false;
	const _errs4 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.response_example === void 0 && "response_example") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid1 = _errs4 === errors;
	valid1 = valid1 || _valid1;
	if (!valid1) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.response_schema === void 0 && "response_schema") {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid1 = _errs5 === errors;
		valid1 = valid1 || _valid1;
	}
	if (!valid1) {
		const err2 = {};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	} else {
		errors = _errs3;
		if (vErrors !== null) {
			if (_errs3) vErrors.length = _errs3;
			else vErrors = null;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (!_valid0) {
		const _errs6 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.response_example === void 0) {
				const err3 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "response_example" },
					message: "must have required property 'response_example'",
					schema: schema45.else.required,
					parentSchema: schema45.else,
					data
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		var _valid0 = _errs6 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err4 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "else" },
			message: "must match \"else\" schema",
			schema: schema45.if,
			parentSchema: schema45,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "delay" || key0 === "response_status" || key0 === "content_type" || key0 === "response_example" || key0 === "response_schema" || key0 === "with_mock_header" || key0 === "response_headers" || key0 === "_meta")) {
			const err5 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema45,
				data
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.delay !== void 0) {
			let data0 = data.delay;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err6 = {
					instancePath: instancePath + "/delay",
					schemaPath: "#/properties/delay/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema45.properties.delay.type,
					parentSchema: schema45.properties.delay,
					data: data0
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 < 0 || isNaN(data0)) {
					const err7 = {
						instancePath: instancePath + "/delay",
						schemaPath: "#/properties/delay/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema45.properties.delay,
						data: data0
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			}
		}
		if (data.response_status !== void 0) {
			let data1 = data.response_status;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err8 = {
					instancePath: instancePath + "/response_status",
					schemaPath: "#/properties/response_status/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema45.properties.response_status.type,
					parentSchema: schema45.properties.response_status,
					data: data1
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 > 599 || isNaN(data1)) {
					const err9 = {
						instancePath: instancePath + "/response_status",
						schemaPath: "#/properties/response_status/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema45.properties.response_status,
						data: data1
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (data1 < 100 || isNaN(data1)) {
					const err10 = {
						instancePath: instancePath + "/response_status",
						schemaPath: "#/properties/response_status/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 100
						},
						message: "must be >= 100",
						schema: 100,
						parentSchema: schema45.properties.response_status,
						data: data1
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			}
		}
		if (data.content_type !== void 0) {
			let data2 = data.content_type;
			if (typeof data2 !== "string") {
				const err11 = {
					instancePath: instancePath + "/content_type",
					schemaPath: "#/properties/content_type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema45.properties.content_type.type,
					parentSchema: schema45.properties.content_type,
					data: data2
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.response_example !== void 0) {
			let data3 = data.response_example;
			if (typeof data3 !== "string") {
				const err12 = {
					instancePath: instancePath + "/response_example",
					schemaPath: "#/properties/response_example/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema45.properties.response_example.type,
					parentSchema: schema45.properties.response_example,
					data: data3
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.response_schema !== void 0) {
			let data4 = data.response_schema;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {} else {
				const err13 = {
					instancePath: instancePath + "/response_schema",
					schemaPath: "#/properties/response_schema/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema45.properties.response_schema.type,
					parentSchema: schema45.properties.response_schema,
					data: data4
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.with_mock_header !== void 0) {
			let data5 = data.with_mock_header;
			if (typeof data5 !== "boolean") {
				const err14 = {
					instancePath: instancePath + "/with_mock_header",
					schemaPath: "#/properties/with_mock_header/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema45.properties.with_mock_header.type,
					parentSchema: schema45.properties.with_mock_header,
					data: data5
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.response_headers !== void 0) {
			let data6 = data.response_headers;
			if (data6 && typeof data6 == "object" && !Array.isArray(data6)) for (const key1 in data6) {
				let data7 = data6[key1];
				if (typeof data7 !== "string" && !(typeof data7 == "number" && isFinite(data7))) {
					const err15 = {
						instancePath: instancePath + "/response_headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/response_headers/additionalProperties/type",
						keyword: "type",
						params: { type: schema45.properties.response_headers.additionalProperties.type },
						message: "must be string,number",
						schema: schema45.properties.response_headers.additionalProperties.type,
						parentSchema: schema45.properties.response_headers.additionalProperties,
						data: data7
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
			}
			else {
				const err16 = {
					instancePath: instancePath + "/response_headers",
					schemaPath: "#/properties/response_headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema45.properties.response_headers.type,
					parentSchema: schema45.properties.response_headers,
					data: data6
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate99(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err17 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema45.type,
			parentSchema: schema45,
			data
		};
		if (vErrors === null) vErrors = [err17];
		else vErrors.push(err17);
		errors++;
	}
	validate98.errors = vErrors;
	return errors === 0;
}
const schema47 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/prometheus.schema.json",
	"title": "Prometheus",
	"description": "Counts requests for Prometheus.",
	"type": "object",
	"properties": {
		"prefer_name": {
			"description": "true: metrics carry the names of routes and services, not their ids.",
			"type": "boolean",
			"default": false
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": true
};
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate103.errors = vErrors;
	return errors === 0;
}
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.prefer_name !== void 0) {
			let data0 = data.prefer_name;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/prefer_name",
					schemaPath: "#/properties/prefer_name/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema47.properties.prefer_name.type,
					parentSchema: schema47.properties.prefer_name,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate103(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema47.type,
			parentSchema: schema47,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate102.errors = vErrors;
	return errors === 0;
}
const schema49 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/proxy-rewrite.schema.json",
	"title": "ProxyRewrite",
	"description": "Changes the request before it goes upstream.",
	"type": "object",
	"properties": {
		"uri": {
			"description": "New path, with variables.",
			"type": "string",
			"minLength": 1,
			"maxLength": 4096,
			"pattern": "^/"
		},
		"regex_uri": {
			"description": "Pairs of regular expression and replacement for the path.",
			"type": "array",
			"minItems": 2,
			"items": { "type": "string" }
		},
		"method": {
			"description": "New method.",
			"type": "string",
			"enum": [
				"GET",
				"POST",
				"PUT",
				"HEAD",
				"DELETE",
				"OPTIONS",
				"MKCOL",
				"COPY",
				"MOVE",
				"PROPFIND",
				"LOCK",
				"UNLOCK",
				"PATCH",
				"TRACE"
			]
		},
		"host": {
			"description": "New Host header, with variables.",
			"type": "string",
			"minLength": 1
		},
		"scheme": {
			"description": "Protocol to the upstream (older gateways).",
			"type": "string",
			"enum": ["http", "https"]
		},
		"headers": {
			"description": "Request headers: add, set and remove, or (older form) header to value.",
			"type": "object",
			"minProperties": 1,
			"properties": {
				"add": {
					"description": "Header to value, beside what is there.",
					"type": "object",
					"additionalProperties": { "type": ["string", "number"] }
				},
				"set": {
					"description": "Header to value, in place of what is there.",
					"type": "object",
					"additionalProperties": { "type": ["string", "number"] }
				},
				"remove": {
					"description": "Names of headers to take away.",
					"type": "array",
					"items": {
						"type": "string",
						"minLength": 1
					}
				}
			},
			"additionalProperties": { "type": ["string", "number"] }
		},
		"use_real_request_uri_unsafe": {
			"description": "true: the request target is sent as received, unnormalised.",
			"type": "boolean",
			"default": false
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
const pattern5 = new RegExp("^/", "u");
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate107.errors = vErrors;
	return errors === 0;
}
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "uri" || key0 === "regex_uri" || key0 === "method" || key0 === "host" || key0 === "scheme" || key0 === "headers" || key0 === "use_real_request_uri_unsafe" || key0 === "_meta")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema49,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.uri !== void 0) {
			let data0 = data.uri;
			if (typeof data0 === "string") {
				if (func2(data0) > 4096) {
					const err1 = {
						instancePath: instancePath + "/uri",
						schemaPath: "#/properties/uri/maxLength",
						keyword: "maxLength",
						params: { limit: 4096 },
						message: "must NOT have more than 4096 characters",
						schema: 4096,
						parentSchema: schema49.properties.uri,
						data: data0
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
				if (func2(data0) < 1) {
					const err2 = {
						instancePath: instancePath + "/uri",
						schemaPath: "#/properties/uri/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema49.properties.uri,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				if (!pattern5.test(data0)) {
					const err3 = {
						instancePath: instancePath + "/uri",
						schemaPath: "#/properties/uri/pattern",
						keyword: "pattern",
						params: { pattern: "^/" },
						message: "must match pattern \"^/\"",
						schema: "^/",
						parentSchema: schema49.properties.uri,
						data: data0
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/uri",
					schemaPath: "#/properties/uri/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema49.properties.uri.type,
					parentSchema: schema49.properties.uri,
					data: data0
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.regex_uri !== void 0) {
			let data1 = data.regex_uri;
			if (Array.isArray(data1)) {
				if (data1.length < 2) {
					const err5 = {
						instancePath: instancePath + "/regex_uri",
						schemaPath: "#/properties/regex_uri/minItems",
						keyword: "minItems",
						params: { limit: 2 },
						message: "must NOT have fewer than 2 items",
						schema: 2,
						parentSchema: schema49.properties.regex_uri,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data2 = data1[i0];
					if (typeof data2 !== "string") {
						const err6 = {
							instancePath: instancePath + "/regex_uri/" + i0,
							schemaPath: "#/properties/regex_uri/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema49.properties.regex_uri.items.type,
							parentSchema: schema49.properties.regex_uri.items,
							data: data2
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/regex_uri",
					schemaPath: "#/properties/regex_uri/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema49.properties.regex_uri.type,
					parentSchema: schema49.properties.regex_uri,
					data: data1
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.method !== void 0) {
			let data3 = data.method;
			if (typeof data3 !== "string") {
				const err8 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema49.properties.method.type,
					parentSchema: schema49.properties.method,
					data: data3
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
			if (!(data3 === "GET" || data3 === "POST" || data3 === "PUT" || data3 === "HEAD" || data3 === "DELETE" || data3 === "OPTIONS" || data3 === "MKCOL" || data3 === "COPY" || data3 === "MOVE" || data3 === "PROPFIND" || data3 === "LOCK" || data3 === "UNLOCK" || data3 === "PATCH" || data3 === "TRACE")) {
				const err9 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/enum",
					keyword: "enum",
					params: { allowedValues: schema49.properties.method.enum },
					message: "must be equal to one of the allowed values",
					schema: schema49.properties.method.enum,
					parentSchema: schema49.properties.method,
					data: data3
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.host !== void 0) {
			let data4 = data.host;
			if (typeof data4 === "string") {
				if (func2(data4) < 1) {
					const err10 = {
						instancePath: instancePath + "/host",
						schemaPath: "#/properties/host/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema49.properties.host,
						data: data4
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/host",
					schemaPath: "#/properties/host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema49.properties.host.type,
					parentSchema: schema49.properties.host,
					data: data4
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.scheme !== void 0) {
			let data5 = data.scheme;
			if (typeof data5 !== "string") {
				const err12 = {
					instancePath: instancePath + "/scheme",
					schemaPath: "#/properties/scheme/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema49.properties.scheme.type,
					parentSchema: schema49.properties.scheme,
					data: data5
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
			if (!(data5 === "http" || data5 === "https")) {
				const err13 = {
					instancePath: instancePath + "/scheme",
					schemaPath: "#/properties/scheme/enum",
					keyword: "enum",
					params: { allowedValues: schema49.properties.scheme.enum },
					message: "must be equal to one of the allowed values",
					schema: schema49.properties.scheme.enum,
					parentSchema: schema49.properties.scheme,
					data: data5
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.headers !== void 0) {
			let data6 = data.headers;
			if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
				if (Object.keys(data6).length < 1) {
					const err14 = {
						instancePath: instancePath + "/headers",
						schemaPath: "#/properties/headers/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema49.properties.headers,
						data: data6
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				for (const key1 in data6) if (!(key1 === "add" || key1 === "set" || key1 === "remove")) {
					let data7 = data6[key1];
					if (typeof data7 !== "string" && !(typeof data7 == "number" && isFinite(data7))) {
						const err15 = {
							instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/headers/additionalProperties/type",
							keyword: "type",
							params: { type: schema49.properties.headers.additionalProperties.type },
							message: "must be string,number",
							schema: schema49.properties.headers.additionalProperties.type,
							parentSchema: schema49.properties.headers.additionalProperties,
							data: data7
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
				}
				if (data6.add !== void 0) {
					let data8 = data6.add;
					if (data8 && typeof data8 == "object" && !Array.isArray(data8)) for (const key2 in data8) {
						let data9 = data8[key2];
						if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9))) {
							const err16 = {
								instancePath: instancePath + "/headers/add/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/headers/properties/add/additionalProperties/type",
								keyword: "type",
								params: { type: schema49.properties.headers.properties.add.additionalProperties.type },
								message: "must be string,number",
								schema: schema49.properties.headers.properties.add.additionalProperties.type,
								parentSchema: schema49.properties.headers.properties.add.additionalProperties,
								data: data9
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
					}
					else {
						const err17 = {
							instancePath: instancePath + "/headers/add",
							schemaPath: "#/properties/headers/properties/add/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema49.properties.headers.properties.add.type,
							parentSchema: schema49.properties.headers.properties.add,
							data: data8
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
				}
				if (data6.set !== void 0) {
					let data10 = data6.set;
					if (data10 && typeof data10 == "object" && !Array.isArray(data10)) for (const key3 in data10) {
						let data11 = data10[key3];
						if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11))) {
							const err18 = {
								instancePath: instancePath + "/headers/set/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/headers/properties/set/additionalProperties/type",
								keyword: "type",
								params: { type: schema49.properties.headers.properties.set.additionalProperties.type },
								message: "must be string,number",
								schema: schema49.properties.headers.properties.set.additionalProperties.type,
								parentSchema: schema49.properties.headers.properties.set.additionalProperties,
								data: data11
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
						}
					}
					else {
						const err19 = {
							instancePath: instancePath + "/headers/set",
							schemaPath: "#/properties/headers/properties/set/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema49.properties.headers.properties.set.type,
							parentSchema: schema49.properties.headers.properties.set,
							data: data10
						};
						if (vErrors === null) vErrors = [err19];
						else vErrors.push(err19);
						errors++;
					}
				}
				if (data6.remove !== void 0) {
					let data12 = data6.remove;
					if (Array.isArray(data12)) {
						const len1 = data12.length;
						for (let i1 = 0; i1 < len1; i1++) {
							let data13 = data12[i1];
							if (typeof data13 === "string") {
								if (func2(data13) < 1) {
									const err20 = {
										instancePath: instancePath + "/headers/remove/" + i1,
										schemaPath: "#/properties/headers/properties/remove/items/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema49.properties.headers.properties.remove.items,
										data: data13
									};
									if (vErrors === null) vErrors = [err20];
									else vErrors.push(err20);
									errors++;
								}
							} else {
								const err21 = {
									instancePath: instancePath + "/headers/remove/" + i1,
									schemaPath: "#/properties/headers/properties/remove/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema49.properties.headers.properties.remove.items.type,
									parentSchema: schema49.properties.headers.properties.remove.items,
									data: data13
								};
								if (vErrors === null) vErrors = [err21];
								else vErrors.push(err21);
								errors++;
							}
						}
					} else {
						const err22 = {
							instancePath: instancePath + "/headers/remove",
							schemaPath: "#/properties/headers/properties/remove/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema49.properties.headers.properties.remove.type,
							parentSchema: schema49.properties.headers.properties.remove,
							data: data12
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema49.properties.headers.type,
					parentSchema: schema49.properties.headers,
					data: data6
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.use_real_request_uri_unsafe !== void 0) {
			let data14 = data.use_real_request_uri_unsafe;
			if (typeof data14 !== "boolean") {
				const err24 = {
					instancePath: instancePath + "/use_real_request_uri_unsafe",
					schemaPath: "#/properties/use_real_request_uri_unsafe/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema49.properties.use_real_request_uri_unsafe.type,
					parentSchema: schema49.properties.use_real_request_uri_unsafe,
					data: data14
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate107(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err25 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema49.type,
			parentSchema: schema49,
			data
		};
		if (vErrors === null) vErrors = [err25];
		else vErrors.push(err25);
		errors++;
	}
	validate106.errors = vErrors;
	return errors === 0;
}
const schema51 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/referer-restriction.schema.json",
	"title": "RefererRestriction",
	"description": "Lets requests pass, or refuses them, by the host of their Referer header.",
	"type": "object",
	"properties": {
		"whitelist": {
			"description": "Only these hosts pass; *.suffix matches subdomains.",
			"type": "array",
			"minItems": 1,
			"items": { "$ref": "../defs.schema.json#/definitions/host" }
		},
		"blacklist": {
			"description": "These hosts are refused; *.suffix matches subdomains.",
			"type": "array",
			"minItems": 1,
			"items": { "$ref": "../defs.schema.json#/definitions/host" }
		},
		"bypass_missing": {
			"description": "true: requests without a Referer header pass.",
			"type": "boolean",
			"default": false
		},
		"message": {
			"description": "Text of a refusal's body.",
			"type": "string",
			"minLength": 1,
			"maxLength": 1024,
			"default": "Your referer host is not allowed"
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "required": ["whitelist"] },
	"then": { "properties": { "blacklist": {
		"not": {},
		"x-message": "give either whitelist or blacklist, not both"
	} } },
	"else": {
		"required": ["blacklist"],
		"x-message": "give either whitelist or blacklist"
	}
};
const schema52 = {
	"description": "A host name, or '*.' and a suffix.",
	"type": "string",
	"minLength": 1,
	"maxLength": 256,
	"pattern": "^\\*?[0-9a-zA-Z-._\\[\\]:]+$"
};
const pattern6 = new RegExp("^\\*?[0-9a-zA-Z-._\\[\\]:]+$", "u");
function validate111(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern6.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\*?[0-9a-zA-Z-._\\[\\]:]+$" },
				message: "must match pattern \"^\\*?[0-9a-zA-Z-._\\[\\]:]+$\"",
				schema: "^\\*?[0-9a-zA-Z-._\\[\\]:]+$",
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema52.type,
			parentSchema: schema52,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate111.errors = vErrors;
	return errors === 0;
}
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate114.errors = vErrors;
	return errors === 0;
}
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.whitelist === void 0 && "whitelist") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	let ifClause0;
	if (_valid0) {
		const _errs3 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.blacklist !== void 0) {
				const err1 = {
					instancePath: instancePath + "/blacklist",
					schemaPath: "#/then/properties/blacklist/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema51.then.properties.blacklist.not,
					parentSchema: schema51.then.properties.blacklist,
					data: data.blacklist
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid0 = _errs3 === errors;
		valid0 = _valid0;
		ifClause0 = "then";
	} else {
		const _errs6 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.blacklist === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "blacklist" },
					message: "must have required property 'blacklist'",
					schema: schema51.else.required,
					parentSchema: schema51.else,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs6 === errors;
		valid0 = _valid0;
		ifClause0 = "else";
	}
	if (!valid0) {
		const err3 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: ifClause0 },
			message: "must match \"" + ifClause0 + "\" schema",
			schema: schema51.if,
			parentSchema: schema51,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "whitelist" || key0 === "blacklist" || key0 === "bypass_missing" || key0 === "message" || key0 === "_meta")) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema51,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.whitelist !== void 0) {
			let data1 = data.whitelist;
			if (Array.isArray(data1)) {
				if (data1.length < 1) {
					const err5 = {
						instancePath: instancePath + "/whitelist",
						schemaPath: "#/properties/whitelist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema51.properties.whitelist,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate111(data1[i0], {
					instancePath: instancePath + "/whitelist/" + i0,
					parentData: data1,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
					errors = vErrors.length;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/whitelist",
					schemaPath: "#/properties/whitelist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema51.properties.whitelist.type,
					parentSchema: schema51.properties.whitelist,
					data: data1
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.blacklist !== void 0) {
			let data3 = data.blacklist;
			if (Array.isArray(data3)) {
				if (data3.length < 1) {
					const err7 = {
						instancePath: instancePath + "/blacklist",
						schemaPath: "#/properties/blacklist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema51.properties.blacklist,
						data: data3
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				const len1 = data3.length;
				for (let i1 = 0; i1 < len1; i1++) if (!validate111(data3[i1], {
					instancePath: instancePath + "/blacklist/" + i1,
					parentData: data3,
					parentDataProperty: i1,
					rootData
				})) {
					vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
					errors = vErrors.length;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/blacklist",
					schemaPath: "#/properties/blacklist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema51.properties.blacklist.type,
					parentSchema: schema51.properties.blacklist,
					data: data3
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.bypass_missing !== void 0) {
			let data5 = data.bypass_missing;
			if (typeof data5 !== "boolean") {
				const err9 = {
					instancePath: instancePath + "/bypass_missing",
					schemaPath: "#/properties/bypass_missing/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema51.properties.bypass_missing.type,
					parentSchema: schema51.properties.bypass_missing,
					data: data5
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.message !== void 0) {
			let data6 = data.message;
			if (typeof data6 === "string") {
				if (func2(data6) > 1024) {
					const err10 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/maxLength",
						keyword: "maxLength",
						params: { limit: 1024 },
						message: "must NOT have more than 1024 characters",
						schema: 1024,
						parentSchema: schema51.properties.message,
						data: data6
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (func2(data6) < 1) {
					const err11 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema51.properties.message,
						data: data6
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/message",
					schemaPath: "#/properties/message/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema51.properties.message.type,
					parentSchema: schema51.properties.message,
					data: data6
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate114(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err13 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema51.type,
			parentSchema: schema51,
			data
		};
		if (vErrors === null) vErrors = [err13];
		else vErrors.push(err13);
		errors++;
	}
	validate110.errors = vErrors;
	return errors === 0;
}
const schema54 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/request-id.schema.json",
	"title": "RequestId",
	"description": "Gives every request an identifier.",
	"type": "object",
	"properties": {
		"header_name": {
			"description": "Header that carries it.",
			"type": "string",
			"default": "X-Request-Id"
		},
		"include_in_response": {
			"description": "true: the answer carries it too.",
			"type": "boolean",
			"default": true
		},
		"algorithm": {
			"description": "How it is made.",
			"type": "string",
			"enum": [
				"uuid",
				"nanoid",
				"range_id",
				"ksuid"
			],
			"default": "uuid"
		},
		"range_id": {
			"description": "How range_id is made.",
			"type": "object",
			"properties": {
				"length": {
					"description": "Number of characters.",
					"type": "integer",
					"minimum": 6,
					"default": 16
				},
				"char_set": {
					"description": "Characters to choose from.",
					"type": "string",
					"minLength": 6,
					"default": "abcdefghijklmnopqrstuvwxyzABCDEFGHIGKLMNOPQRSTUVWXYZ0123456789"
				}
			},
			"additionalProperties": false
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate118.errors = vErrors;
	return errors === 0;
}
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "header_name" || key0 === "include_in_response" || key0 === "algorithm" || key0 === "range_id" || key0 === "_meta")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema54,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.header_name !== void 0) {
			let data0 = data.header_name;
			if (typeof data0 !== "string") {
				const err1 = {
					instancePath: instancePath + "/header_name",
					schemaPath: "#/properties/header_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema54.properties.header_name.type,
					parentSchema: schema54.properties.header_name,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.include_in_response !== void 0) {
			let data1 = data.include_in_response;
			if (typeof data1 !== "boolean") {
				const err2 = {
					instancePath: instancePath + "/include_in_response",
					schemaPath: "#/properties/include_in_response/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema54.properties.include_in_response.type,
					parentSchema: schema54.properties.include_in_response,
					data: data1
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.algorithm !== void 0) {
			let data2 = data.algorithm;
			if (typeof data2 !== "string") {
				const err3 = {
					instancePath: instancePath + "/algorithm",
					schemaPath: "#/properties/algorithm/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema54.properties.algorithm.type,
					parentSchema: schema54.properties.algorithm,
					data: data2
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			if (!(data2 === "uuid" || data2 === "nanoid" || data2 === "range_id" || data2 === "ksuid")) {
				const err4 = {
					instancePath: instancePath + "/algorithm",
					schemaPath: "#/properties/algorithm/enum",
					keyword: "enum",
					params: { allowedValues: schema54.properties.algorithm.enum },
					message: "must be equal to one of the allowed values",
					schema: schema54.properties.algorithm.enum,
					parentSchema: schema54.properties.algorithm,
					data: data2
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.range_id !== void 0) {
			let data3 = data.range_id;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
				for (const key1 in data3) if (!(key1 === "length" || key1 === "char_set")) {
					const err5 = {
						instancePath: instancePath + "/range_id",
						schemaPath: "#/properties/range_id/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema54.properties.range_id,
						data: data3
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (data3.length !== void 0) {
					let data4 = data3.length;
					if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
						const err6 = {
							instancePath: instancePath + "/range_id/length",
							schemaPath: "#/properties/range_id/properties/length/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema54.properties.range_id.properties.length.type,
							parentSchema: schema54.properties.range_id.properties.length,
							data: data4
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
					if (typeof data4 == "number" && isFinite(data4)) {
						if (data4 < 6 || isNaN(data4)) {
							const err7 = {
								instancePath: instancePath + "/range_id/length",
								schemaPath: "#/properties/range_id/properties/length/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 6
								},
								message: "must be >= 6",
								schema: 6,
								parentSchema: schema54.properties.range_id.properties.length,
								data: data4
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
					}
				}
				if (data3.char_set !== void 0) {
					let data5 = data3.char_set;
					if (typeof data5 === "string") {
						if (func2(data5) < 6) {
							const err8 = {
								instancePath: instancePath + "/range_id/char_set",
								schemaPath: "#/properties/range_id/properties/char_set/minLength",
								keyword: "minLength",
								params: { limit: 6 },
								message: "must NOT have fewer than 6 characters",
								schema: 6,
								parentSchema: schema54.properties.range_id.properties.char_set,
								data: data5
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
					} else {
						const err9 = {
							instancePath: instancePath + "/range_id/char_set",
							schemaPath: "#/properties/range_id/properties/char_set/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema54.properties.range_id.properties.char_set.type,
							parentSchema: schema54.properties.range_id.properties.char_set,
							data: data5
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/range_id",
					schemaPath: "#/properties/range_id/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema54.properties.range_id.type,
					parentSchema: schema54.properties.range_id,
					data: data3
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate118(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err11 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema54.type,
			parentSchema: schema54,
			data
		};
		if (vErrors === null) vErrors = [err11];
		else vErrors.push(err11);
		errors++;
	}
	validate117.errors = vErrors;
	return errors === 0;
}
const schema56 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/response-rewrite.schema.json",
	"title": "ResponseRewrite",
	"description": "Changes the answer before it goes to the caller.",
	"type": "object",
	"properties": {
		"status_code": {
			"description": "New status.",
			"type": "integer",
			"minimum": 200,
			"maximum": 598
		},
		"body": {
			"description": "New body.",
			"type": "string"
		},
		"body_base64": {
			"description": "true: body is base64 text.",
			"type": "boolean",
			"default": false
		},
		"headers": {
			"description": "Response headers: add, set and remove, or (older form) header to value.",
			"type": "object",
			"minProperties": 1,
			"properties": {
				"add": {
					"description": "Headers to add, name: value.",
					"type": "array",
					"items": {
						"type": "string",
						"pattern": "^[^:]+:"
					}
				},
				"set": {
					"description": "Header to value, in place of what is there.",
					"type": "object",
					"additionalProperties": { "type": ["string", "number"] }
				},
				"remove": {
					"description": "Names of headers to take away.",
					"type": "array",
					"items": {
						"type": "string",
						"minLength": 1
					}
				}
			},
			"additionalProperties": { "type": ["string", "number"] }
		},
		"vars": {
			"description": "Expressions that must hold.",
			"type": "array",
			"items": {}
		},
		"filters": {
			"description": "Replacements in the body.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "object",
				"required": ["regex", "replace"],
				"properties": {
					"regex": {
						"description": "What is replaced.",
						"type": "string",
						"minLength": 1
					},
					"scope": {
						"description": "The first match or every match.",
						"type": "string",
						"enum": ["once", "global"],
						"default": "once"
					},
					"replace": {
						"description": "What takes its place.",
						"type": "string"
					},
					"options": {
						"description": "Options of the regular expression.",
						"type": "string",
						"default": "jo"
					}
				},
				"additionalProperties": true
			}
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "required": ["body"] },
	"then": { "properties": { "filters": {
		"not": {},
		"x-message": "give either body or filters, not both"
	} } }
};
const pattern7 = new RegExp("^[^:]+:", "u");
function validate122(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate122.errors = vErrors;
	return errors === 0;
}
function validate121(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.body === void 0 && "body") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs3 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.filters !== void 0) {
				const err1 = {
					instancePath: instancePath + "/filters",
					schemaPath: "#/then/properties/filters/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema56.then.properties.filters.not,
					parentSchema: schema56.then.properties.filters,
					data: data.filters
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid0 = _errs3 === errors;
		valid0 = _valid0;
	}
	if (!valid0) {
		const err2 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema56.if,
			parentSchema: schema56,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "status_code" || key0 === "body" || key0 === "body_base64" || key0 === "headers" || key0 === "vars" || key0 === "filters" || key0 === "_meta")) {
			const err3 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema56,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.status_code !== void 0) {
			let data1 = data.status_code;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err4 = {
					instancePath: instancePath + "/status_code",
					schemaPath: "#/properties/status_code/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema56.properties.status_code.type,
					parentSchema: schema56.properties.status_code,
					data: data1
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 > 598 || isNaN(data1)) {
					const err5 = {
						instancePath: instancePath + "/status_code",
						schemaPath: "#/properties/status_code/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 598
						},
						message: "must be <= 598",
						schema: 598,
						parentSchema: schema56.properties.status_code,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (data1 < 200 || isNaN(data1)) {
					const err6 = {
						instancePath: instancePath + "/status_code",
						schemaPath: "#/properties/status_code/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema56.properties.status_code,
						data: data1
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
		if (data.body !== void 0) {
			let data2 = data.body;
			if (typeof data2 !== "string") {
				const err7 = {
					instancePath: instancePath + "/body",
					schemaPath: "#/properties/body/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema56.properties.body.type,
					parentSchema: schema56.properties.body,
					data: data2
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.body_base64 !== void 0) {
			let data3 = data.body_base64;
			if (typeof data3 !== "boolean") {
				const err8 = {
					instancePath: instancePath + "/body_base64",
					schemaPath: "#/properties/body_base64/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema56.properties.body_base64.type,
					parentSchema: schema56.properties.body_base64,
					data: data3
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.headers !== void 0) {
			let data4 = data.headers;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				if (Object.keys(data4).length < 1) {
					const err9 = {
						instancePath: instancePath + "/headers",
						schemaPath: "#/properties/headers/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema56.properties.headers,
						data: data4
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				for (const key1 in data4) if (!(key1 === "add" || key1 === "set" || key1 === "remove")) {
					let data5 = data4[key1];
					if (typeof data5 !== "string" && !(typeof data5 == "number" && isFinite(data5))) {
						const err10 = {
							instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/headers/additionalProperties/type",
							keyword: "type",
							params: { type: schema56.properties.headers.additionalProperties.type },
							message: "must be string,number",
							schema: schema56.properties.headers.additionalProperties.type,
							parentSchema: schema56.properties.headers.additionalProperties,
							data: data5
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
				if (data4.add !== void 0) {
					let data6 = data4.add;
					if (Array.isArray(data6)) {
						const len0 = data6.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data7 = data6[i0];
							if (typeof data7 === "string") {
								if (!pattern7.test(data7)) {
									const err11 = {
										instancePath: instancePath + "/headers/add/" + i0,
										schemaPath: "#/properties/headers/properties/add/items/pattern",
										keyword: "pattern",
										params: { pattern: "^[^:]+:" },
										message: "must match pattern \"^[^:]+:\"",
										schema: "^[^:]+:",
										parentSchema: schema56.properties.headers.properties.add.items,
										data: data7
									};
									if (vErrors === null) vErrors = [err11];
									else vErrors.push(err11);
									errors++;
								}
							} else {
								const err12 = {
									instancePath: instancePath + "/headers/add/" + i0,
									schemaPath: "#/properties/headers/properties/add/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema56.properties.headers.properties.add.items.type,
									parentSchema: schema56.properties.headers.properties.add.items,
									data: data7
								};
								if (vErrors === null) vErrors = [err12];
								else vErrors.push(err12);
								errors++;
							}
						}
					} else {
						const err13 = {
							instancePath: instancePath + "/headers/add",
							schemaPath: "#/properties/headers/properties/add/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema56.properties.headers.properties.add.type,
							parentSchema: schema56.properties.headers.properties.add,
							data: data6
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
				if (data4.set !== void 0) {
					let data8 = data4.set;
					if (data8 && typeof data8 == "object" && !Array.isArray(data8)) for (const key2 in data8) {
						let data9 = data8[key2];
						if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9))) {
							const err14 = {
								instancePath: instancePath + "/headers/set/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/headers/properties/set/additionalProperties/type",
								keyword: "type",
								params: { type: schema56.properties.headers.properties.set.additionalProperties.type },
								message: "must be string,number",
								schema: schema56.properties.headers.properties.set.additionalProperties.type,
								parentSchema: schema56.properties.headers.properties.set.additionalProperties,
								data: data9
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
					}
					else {
						const err15 = {
							instancePath: instancePath + "/headers/set",
							schemaPath: "#/properties/headers/properties/set/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema56.properties.headers.properties.set.type,
							parentSchema: schema56.properties.headers.properties.set,
							data: data8
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
				}
				if (data4.remove !== void 0) {
					let data10 = data4.remove;
					if (Array.isArray(data10)) {
						const len1 = data10.length;
						for (let i1 = 0; i1 < len1; i1++) {
							let data11 = data10[i1];
							if (typeof data11 === "string") {
								if (func2(data11) < 1) {
									const err16 = {
										instancePath: instancePath + "/headers/remove/" + i1,
										schemaPath: "#/properties/headers/properties/remove/items/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema56.properties.headers.properties.remove.items,
										data: data11
									};
									if (vErrors === null) vErrors = [err16];
									else vErrors.push(err16);
									errors++;
								}
							} else {
								const err17 = {
									instancePath: instancePath + "/headers/remove/" + i1,
									schemaPath: "#/properties/headers/properties/remove/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema56.properties.headers.properties.remove.items.type,
									parentSchema: schema56.properties.headers.properties.remove.items,
									data: data11
								};
								if (vErrors === null) vErrors = [err17];
								else vErrors.push(err17);
								errors++;
							}
						}
					} else {
						const err18 = {
							instancePath: instancePath + "/headers/remove",
							schemaPath: "#/properties/headers/properties/remove/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema56.properties.headers.properties.remove.type,
							parentSchema: schema56.properties.headers.properties.remove,
							data: data10
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema56.properties.headers.type,
					parentSchema: schema56.properties.headers,
					data: data4
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.vars !== void 0) {
			let data12 = data.vars;
			if (!Array.isArray(data12)) {
				const err20 = {
					instancePath: instancePath + "/vars",
					schemaPath: "#/properties/vars/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema56.properties.vars.type,
					parentSchema: schema56.properties.vars,
					data: data12
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.filters !== void 0) {
			let data13 = data.filters;
			if (Array.isArray(data13)) {
				if (data13.length < 1) {
					const err21 = {
						instancePath: instancePath + "/filters",
						schemaPath: "#/properties/filters/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema56.properties.filters,
						data: data13
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
				const len2 = data13.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data14 = data13[i2];
					if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
						if (data14.regex === void 0) {
							const err22 = {
								instancePath: instancePath + "/filters/" + i2,
								schemaPath: "#/properties/filters/items/required",
								keyword: "required",
								params: { missingProperty: "regex" },
								message: "must have required property 'regex'",
								schema: schema56.properties.filters.items.required,
								parentSchema: schema56.properties.filters.items,
								data: data14
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
						if (data14.replace === void 0) {
							const err23 = {
								instancePath: instancePath + "/filters/" + i2,
								schemaPath: "#/properties/filters/items/required",
								keyword: "required",
								params: { missingProperty: "replace" },
								message: "must have required property 'replace'",
								schema: schema56.properties.filters.items.required,
								parentSchema: schema56.properties.filters.items,
								data: data14
							};
							if (vErrors === null) vErrors = [err23];
							else vErrors.push(err23);
							errors++;
						}
						if (data14.regex !== void 0) {
							let data15 = data14.regex;
							if (typeof data15 === "string") {
								if (func2(data15) < 1) {
									const err24 = {
										instancePath: instancePath + "/filters/" + i2 + "/regex",
										schemaPath: "#/properties/filters/items/properties/regex/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema56.properties.filters.items.properties.regex,
										data: data15
									};
									if (vErrors === null) vErrors = [err24];
									else vErrors.push(err24);
									errors++;
								}
							} else {
								const err25 = {
									instancePath: instancePath + "/filters/" + i2 + "/regex",
									schemaPath: "#/properties/filters/items/properties/regex/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema56.properties.filters.items.properties.regex.type,
									parentSchema: schema56.properties.filters.items.properties.regex,
									data: data15
								};
								if (vErrors === null) vErrors = [err25];
								else vErrors.push(err25);
								errors++;
							}
						}
						if (data14.scope !== void 0) {
							let data16 = data14.scope;
							if (typeof data16 !== "string") {
								const err26 = {
									instancePath: instancePath + "/filters/" + i2 + "/scope",
									schemaPath: "#/properties/filters/items/properties/scope/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema56.properties.filters.items.properties.scope.type,
									parentSchema: schema56.properties.filters.items.properties.scope,
									data: data16
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
							if (!(data16 === "once" || data16 === "global")) {
								const err27 = {
									instancePath: instancePath + "/filters/" + i2 + "/scope",
									schemaPath: "#/properties/filters/items/properties/scope/enum",
									keyword: "enum",
									params: { allowedValues: schema56.properties.filters.items.properties.scope.enum },
									message: "must be equal to one of the allowed values",
									schema: schema56.properties.filters.items.properties.scope.enum,
									parentSchema: schema56.properties.filters.items.properties.scope,
									data: data16
								};
								if (vErrors === null) vErrors = [err27];
								else vErrors.push(err27);
								errors++;
							}
						}
						if (data14.replace !== void 0) {
							let data17 = data14.replace;
							if (typeof data17 !== "string") {
								const err28 = {
									instancePath: instancePath + "/filters/" + i2 + "/replace",
									schemaPath: "#/properties/filters/items/properties/replace/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema56.properties.filters.items.properties.replace.type,
									parentSchema: schema56.properties.filters.items.properties.replace,
									data: data17
								};
								if (vErrors === null) vErrors = [err28];
								else vErrors.push(err28);
								errors++;
							}
						}
						if (data14.options !== void 0) {
							let data18 = data14.options;
							if (typeof data18 !== "string") {
								const err29 = {
									instancePath: instancePath + "/filters/" + i2 + "/options",
									schemaPath: "#/properties/filters/items/properties/options/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema56.properties.filters.items.properties.options.type,
									parentSchema: schema56.properties.filters.items.properties.options,
									data: data18
								};
								if (vErrors === null) vErrors = [err29];
								else vErrors.push(err29);
								errors++;
							}
						}
					} else {
						const err30 = {
							instancePath: instancePath + "/filters/" + i2,
							schemaPath: "#/properties/filters/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema56.properties.filters.items.type,
							parentSchema: schema56.properties.filters.items,
							data: data14
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
			} else {
				const err31 = {
					instancePath: instancePath + "/filters",
					schemaPath: "#/properties/filters/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema56.properties.filters.type,
					parentSchema: schema56.properties.filters,
					data: data13
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate122(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err32 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema56.type,
			parentSchema: schema56,
			data
		};
		if (vErrors === null) vErrors = [err32];
		else vErrors.push(err32);
		errors++;
	}
	validate121.errors = vErrors;
	return errors === 0;
}
const schema58 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/ua-restriction.schema.json",
	"title": "UaRestriction",
	"description": "Lets user agents pass, or refuses them.",
	"type": "object",
	"properties": {
		"allowlist": {
			"description": "Regular expressions: only user agents that match one pass.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 1,
				"format": "regex"
			}
		},
		"denylist": {
			"description": "Regular expressions: user agents that match one are refused.",
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 1,
				"format": "regex"
			}
		},
		"bypass_missing": {
			"description": "true: requests without a User-Agent header pass.",
			"type": "boolean",
			"default": false
		},
		"message": {
			"description": "Text of a refusal's body.",
			"type": "string",
			"minLength": 1,
			"maxLength": 1024,
			"default": "Not allowed"
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false,
	"if": { "required": ["allowlist"] },
	"then": { "properties": { "denylist": {
		"not": {},
		"x-message": "give either allowlist or denylist, not both"
	} } },
	"else": {
		"required": ["denylist"],
		"x-message": "give either allowlist or denylist"
	}
};
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate126.errors = vErrors;
	return errors === 0;
}
function validate125(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs1 = errors;
	let valid0 = true;
	const _errs2 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.allowlist === void 0 && "allowlist") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid0 = _errs2 === errors;
	errors = _errs1;
	if (vErrors !== null) {
		if (_errs1) vErrors.length = _errs1;
		else vErrors = null;
	}
	let ifClause0;
	if (_valid0) {
		const _errs3 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.denylist !== void 0) {
				const err1 = {
					instancePath: instancePath + "/denylist",
					schemaPath: "#/then/properties/denylist/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema58.then.properties.denylist.not,
					parentSchema: schema58.then.properties.denylist,
					data: data.denylist
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid0 = _errs3 === errors;
		valid0 = _valid0;
		ifClause0 = "then";
	} else {
		const _errs6 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.denylist === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/else/required",
					keyword: "required",
					params: { missingProperty: "denylist" },
					message: "must have required property 'denylist'",
					schema: schema58.else.required,
					parentSchema: schema58.else,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs6 === errors;
		valid0 = _valid0;
		ifClause0 = "else";
	}
	if (!valid0) {
		const err3 = {
			instancePath,
			schemaPath: "#/if",
			keyword: "if",
			params: { failingKeyword: ifClause0 },
			message: "must match \"" + ifClause0 + "\" schema",
			schema: schema58.if,
			parentSchema: schema58,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "allowlist" || key0 === "denylist" || key0 === "bypass_missing" || key0 === "message" || key0 === "_meta")) {
			const err4 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema58,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.allowlist !== void 0) {
			let data1 = data.allowlist;
			if (Array.isArray(data1)) {
				if (data1.length < 1) {
					const err5 = {
						instancePath: instancePath + "/allowlist",
						schemaPath: "#/properties/allowlist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema58.properties.allowlist,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data2 = data1[i0];
					if (typeof data2 === "string") {
						if (func2(data2) < 1) {
							const err6 = {
								instancePath: instancePath + "/allowlist/" + i0,
								schemaPath: "#/properties/allowlist/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema58.properties.allowlist.items,
								data: data2
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
						if (!formats0(data2)) {
							const err7 = {
								instancePath: instancePath + "/allowlist/" + i0,
								schemaPath: "#/properties/allowlist/items/format",
								keyword: "format",
								params: { format: "regex" },
								message: "must match format \"regex\"",
								schema: "regex",
								parentSchema: schema58.properties.allowlist.items,
								data: data2
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
					} else {
						const err8 = {
							instancePath: instancePath + "/allowlist/" + i0,
							schemaPath: "#/properties/allowlist/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema58.properties.allowlist.items.type,
							parentSchema: schema58.properties.allowlist.items,
							data: data2
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/allowlist",
					schemaPath: "#/properties/allowlist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema58.properties.allowlist.type,
					parentSchema: schema58.properties.allowlist,
					data: data1
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.denylist !== void 0) {
			let data3 = data.denylist;
			if (Array.isArray(data3)) {
				if (data3.length < 1) {
					const err10 = {
						instancePath: instancePath + "/denylist",
						schemaPath: "#/properties/denylist/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema58.properties.denylist,
						data: data3
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				const len1 = data3.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data4 = data3[i1];
					if (typeof data4 === "string") {
						if (func2(data4) < 1) {
							const err11 = {
								instancePath: instancePath + "/denylist/" + i1,
								schemaPath: "#/properties/denylist/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema58.properties.denylist.items,
								data: data4
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
						if (!formats0(data4)) {
							const err12 = {
								instancePath: instancePath + "/denylist/" + i1,
								schemaPath: "#/properties/denylist/items/format",
								keyword: "format",
								params: { format: "regex" },
								message: "must match format \"regex\"",
								schema: "regex",
								parentSchema: schema58.properties.denylist.items,
								data: data4
							};
							if (vErrors === null) vErrors = [err12];
							else vErrors.push(err12);
							errors++;
						}
					} else {
						const err13 = {
							instancePath: instancePath + "/denylist/" + i1,
							schemaPath: "#/properties/denylist/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema58.properties.denylist.items.type,
							parentSchema: schema58.properties.denylist.items,
							data: data4
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/denylist",
					schemaPath: "#/properties/denylist/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema58.properties.denylist.type,
					parentSchema: schema58.properties.denylist,
					data: data3
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.bypass_missing !== void 0) {
			let data5 = data.bypass_missing;
			if (typeof data5 !== "boolean") {
				const err15 = {
					instancePath: instancePath + "/bypass_missing",
					schemaPath: "#/properties/bypass_missing/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema58.properties.bypass_missing.type,
					parentSchema: schema58.properties.bypass_missing,
					data: data5
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.message !== void 0) {
			let data6 = data.message;
			if (typeof data6 === "string") {
				if (func2(data6) > 1024) {
					const err16 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/maxLength",
						keyword: "maxLength",
						params: { limit: 1024 },
						message: "must NOT have more than 1024 characters",
						schema: 1024,
						parentSchema: schema58.properties.message,
						data: data6
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
				if (func2(data6) < 1) {
					const err17 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema58.properties.message,
						data: data6
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/message",
					schemaPath: "#/properties/message/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema58.properties.message.type,
					parentSchema: schema58.properties.message,
					data: data6
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate126(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err19 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema58.type,
			parentSchema: schema58,
			data
		};
		if (vErrors === null) vErrors = [err19];
		else vErrors.push(err19);
		errors++;
	}
	validate125.errors = vErrors;
	return errors === 0;
}
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema11.properties, key0)) {
			let data0 = data[key0];
			if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema11.additionalProperties.type,
					parentSchema: schema11.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.acl !== void 0) {
			if (!validate30(data.acl, {
				instancePath: instancePath + "/acl",
				parentData: data,
				parentDataProperty: "acl",
				rootData
			})) {
				vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
				errors = vErrors.length;
			}
		}
		if (data["api-breaker"] !== void 0) {
			if (!validate34(data["api-breaker"], {
				instancePath: instancePath + "/api-breaker",
				parentData: data,
				parentDataProperty: "api-breaker",
				rootData
			})) {
				vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
				errors = vErrors.length;
			}
		}
		if (data["attach-consumer-label"] !== void 0) {
			if (!validate38(data["attach-consumer-label"], {
				instancePath: instancePath + "/attach-consumer-label",
				parentData: data,
				parentDataProperty: "attach-consumer-label",
				rootData
			})) {
				vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
				errors = vErrors.length;
			}
		}
		if (data["basic-auth"] !== void 0) {
			if (!validate42(data["basic-auth"], {
				instancePath: instancePath + "/basic-auth",
				parentData: data,
				parentDataProperty: "basic-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
				errors = vErrors.length;
			}
		}
		if (data["consumer-restriction"] !== void 0) {
			if (!validate46(data["consumer-restriction"], {
				instancePath: instancePath + "/consumer-restriction",
				parentData: data,
				parentDataProperty: "consumer-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
				errors = vErrors.length;
			}
		}
		if (data.cors !== void 0) {
			if (!validate50(data.cors, {
				instancePath: instancePath + "/cors",
				parentData: data,
				parentDataProperty: "cors",
				rootData
			})) {
				vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
				errors = vErrors.length;
			}
		}
		if (data["fault-injection"] !== void 0) {
			if (!validate54(data["fault-injection"], {
				instancePath: instancePath + "/fault-injection",
				parentData: data,
				parentDataProperty: "fault-injection",
				rootData
			})) {
				vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
				errors = vErrors.length;
			}
		}
		if (data["forward-auth"] !== void 0) {
			if (!validate58(data["forward-auth"], {
				instancePath: instancePath + "/forward-auth",
				parentData: data,
				parentDataProperty: "forward-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
				errors = vErrors.length;
			}
		}
		if (data["hmac-auth"] !== void 0) {
			if (!validate62(data["hmac-auth"], {
				instancePath: instancePath + "/hmac-auth",
				parentData: data,
				parentDataProperty: "hmac-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
				errors = vErrors.length;
			}
		}
		if (data["ip-restriction"] !== void 0) {
			if (!validate69(data["ip-restriction"], {
				instancePath: instancePath + "/ip-restriction",
				parentData: data,
				parentDataProperty: "ip-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
				errors = vErrors.length;
			}
		}
		if (data["jwt-auth"] !== void 0) {
			if (!validate76(data["jwt-auth"], {
				instancePath: instancePath + "/jwt-auth",
				parentData: data,
				parentDataProperty: "jwt-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
				errors = vErrors.length;
			}
		}
		if (data["key-auth"] !== void 0) {
			if (!validate82(data["key-auth"], {
				instancePath: instancePath + "/key-auth",
				parentData: data,
				parentDataProperty: "key-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
				errors = vErrors.length;
			}
		}
		if (data["limit-conn"] !== void 0) {
			if (!validate86(data["limit-conn"], {
				instancePath: instancePath + "/limit-conn",
				parentData: data,
				parentDataProperty: "limit-conn",
				rootData
			})) {
				vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
				errors = vErrors.length;
			}
		}
		if (data["limit-count"] !== void 0) {
			if (!validate90(data["limit-count"], {
				instancePath: instancePath + "/limit-count",
				parentData: data,
				parentDataProperty: "limit-count",
				rootData
			})) {
				vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
				errors = vErrors.length;
			}
		}
		if (data["limit-req"] !== void 0) {
			if (!validate94(data["limit-req"], {
				instancePath: instancePath + "/limit-req",
				parentData: data,
				parentDataProperty: "limit-req",
				rootData
			})) {
				vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
				errors = vErrors.length;
			}
		}
		if (data.mocking !== void 0) {
			if (!validate98(data.mocking, {
				instancePath: instancePath + "/mocking",
				parentData: data,
				parentDataProperty: "mocking",
				rootData
			})) {
				vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
				errors = vErrors.length;
			}
		}
		if (data.prometheus !== void 0) {
			if (!validate102(data.prometheus, {
				instancePath: instancePath + "/prometheus",
				parentData: data,
				parentDataProperty: "prometheus",
				rootData
			})) {
				vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
				errors = vErrors.length;
			}
		}
		if (data["proxy-rewrite"] !== void 0) {
			if (!validate106(data["proxy-rewrite"], {
				instancePath: instancePath + "/proxy-rewrite",
				parentData: data,
				parentDataProperty: "proxy-rewrite",
				rootData
			})) {
				vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
				errors = vErrors.length;
			}
		}
		if (data["referer-restriction"] !== void 0) {
			if (!validate110(data["referer-restriction"], {
				instancePath: instancePath + "/referer-restriction",
				parentData: data,
				parentDataProperty: "referer-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
				errors = vErrors.length;
			}
		}
		if (data["request-id"] !== void 0) {
			if (!validate117(data["request-id"], {
				instancePath: instancePath + "/request-id",
				parentData: data,
				parentDataProperty: "request-id",
				rootData
			})) {
				vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
				errors = vErrors.length;
			}
		}
		if (data["response-rewrite"] !== void 0) {
			if (!validate121(data["response-rewrite"], {
				instancePath: instancePath + "/response-rewrite",
				parentData: data,
				parentDataProperty: "response-rewrite",
				rootData
			})) {
				vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
				errors = vErrors.length;
			}
		}
		if (data["ua-restriction"] !== void 0) {
			if (!validate125(data["ua-restriction"], {
				instancePath: instancePath + "/ua-restriction",
				parentData: data,
				parentDataProperty: "ua-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema11.type,
			parentSchema: schema11,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate29.errors = vErrors;
	return errors === 0;
}
const schema60 = {
	"description": "Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.",
	"type": ["string", "integer"],
	"minLength": 1,
	"maxLength": 64,
	"pattern": "^[a-zA-Z0-9-_.]+$",
	"minimum": 1
};
const pattern8 = new RegExp("^[a-zA-Z0-9-_.]+$", "u");
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate130.errors = vErrors;
	return errors === 0;
}
const schema61 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/credential.schema.json",
	"title": "Credential",
	"description": "One way for a consumer to authenticate: exactly one authentication plugin.",
	"type": "object",
	"required": ["name", "plugins"],
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"name": { "$ref": "defs.schema.json#/definitions/name" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"plugins": { "$ref": "plugins/credential.schema.json" },
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": false
};
function validate133(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate133.errors = vErrors;
	return errors === 0;
}
const schema63 = {
	"description": "A name of 1 to 256 characters.",
	"type": "string",
	"minLength": 1,
	"maxLength": 256
};
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema63.type,
			parentSchema: schema63,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate135.errors = vErrors;
	return errors === 0;
}
function validate137(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate137.errors = vErrors;
	return errors === 0;
}
function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate139.errors = vErrors;
	return errors === 0;
}
const schema66 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/credential.schema.json",
	"title": "CredentialPlugins",
	"description": "The authentication plugin of a credential: exactly one.",
	"type": "object",
	"properties": {
		"basic-auth": { "$ref": "basic-auth.credential.schema.json" },
		"hmac-auth": { "$ref": "hmac-auth.credential.schema.json" },
		"jwt-auth": { "$ref": "jwt-auth.credential.schema.json" },
		"key-auth": { "$ref": "key-auth.credential.schema.json" }
	},
	"additionalProperties": { "type": "object" }
};
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "basic-auth" || key0 === "hmac-auth" || key0 === "jwt-auth" || key0 === "key-auth")) {
			let data0 = data[key0];
			if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema66.additionalProperties.type,
					parentSchema: schema66.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data["basic-auth"] !== void 0) {
			if (!validate42(data["basic-auth"], {
				instancePath: instancePath + "/basic-auth",
				parentData: data,
				parentDataProperty: "basic-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
				errors = vErrors.length;
			}
		}
		if (data["hmac-auth"] !== void 0) {
			if (!validate62(data["hmac-auth"], {
				instancePath: instancePath + "/hmac-auth",
				parentData: data,
				parentDataProperty: "hmac-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
				errors = vErrors.length;
			}
		}
		if (data["jwt-auth"] !== void 0) {
			if (!validate76(data["jwt-auth"], {
				instancePath: instancePath + "/jwt-auth",
				parentData: data,
				parentDataProperty: "jwt-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
				errors = vErrors.length;
			}
		}
		if (data["key-auth"] !== void 0) {
			if (!validate82(data["key-auth"], {
				instancePath: instancePath + "/key-auth",
				parentData: data,
				parentDataProperty: "key-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema66.type,
			parentSchema: schema66,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate141.errors = vErrors;
	return errors === 0;
}
const schema67 = {
	"description": "Set by the gateway; forbidden in a file.",
	"not": {},
	"x-message": "the gateway sets this field: leave it out"
};
function validate147(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate147.errors = vErrors;
	return errors === 0;
}
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.name === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'",
				schema: schema61.required,
				parentSchema: schema61,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.plugins === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "plugins" },
				message: "must have required property 'plugins'",
				schema: schema61.required,
				parentSchema: schema61,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "name" || key0 === "desc" || key0 === "labels" || key0 === "plugins" || key0 === "create_time" || key0 === "update_time")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema61,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate133(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
				errors = vErrors.length;
			}
		}
		if (data.name !== void 0) {
			if (!validate135(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData
			})) {
				vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate137(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate139(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
				errors = vErrors.length;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate141(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
				errors = vErrors.length;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate147(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate147(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema61.type,
			parentSchema: schema61,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate132.errors = vErrors;
	return errors === 0;
}
function validate151(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate151.errors = vErrors;
	return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.username === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "username" },
				message: "must have required property 'username'",
				schema: schema6.required,
				parentSchema: schema6,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "username" || key0 === "desc" || key0 === "labels" || key0 === "plugins" || key0 === "group_id" || key0 === "credentials" || key0 === "create_time" || key0 === "update_time")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema6,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.username !== void 0) {
			if (!validate23(data.username, {
				instancePath: instancePath + "/username",
				parentData: data,
				parentDataProperty: "username",
				rootData
			})) {
				vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate25(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate27(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
				errors = vErrors.length;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate29(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
				errors = vErrors.length;
			}
		}
		if (data.group_id !== void 0) {
			if (!validate130(data.group_id, {
				instancePath: instancePath + "/group_id",
				parentData: data,
				parentDataProperty: "group_id",
				rootData
			})) {
				vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
				errors = vErrors.length;
			}
		}
		if (data.credentials !== void 0) {
			let data5 = data.credentials;
			if (Array.isArray(data5)) {
				const len0 = data5.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate132(data5[i0], {
					instancePath: instancePath + "/credentials/" + i0,
					parentData: data5,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
					errors = vErrors.length;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/credentials",
					schemaPath: "#/properties/credentials/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.credentials.type,
					parentSchema: schema6.properties.credentials,
					data: data5
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate151(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate151(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema6.type,
			parentSchema: schema6,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate21.errors = vErrors;
	return errors === 0;
}
const credential = validate132;
const consumer_group = validate154;
const schema69 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/consumer-group.schema.json",
	"title": "ConsumerGroup",
	"description": "Plugins shared by the consumers that name this group in group_id.",
	"type": "object",
	"required": ["id", "plugins"],
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"name": { "$ref": "defs.schema.json#/definitions/name" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"plugins": { "$ref": "plugins/consumer.schema.json" },
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": false
};
function validate155(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate155.errors = vErrors;
	return errors === 0;
}
function validate157(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema63.type,
			parentSchema: schema63,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate157.errors = vErrors;
	return errors === 0;
}
function validate159(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate159.errors = vErrors;
	return errors === 0;
}
function validate161(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate161.errors = vErrors;
	return errors === 0;
}
function validate164(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate164.errors = vErrors;
	return errors === 0;
}
function validate154(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'",
				schema: schema69.required,
				parentSchema: schema69,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.plugins === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "plugins" },
				message: "must have required property 'plugins'",
				schema: schema69.required,
				parentSchema: schema69,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "name" || key0 === "desc" || key0 === "labels" || key0 === "plugins" || key0 === "create_time" || key0 === "update_time")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema69,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate155(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate155.errors : vErrors.concat(validate155.errors);
				errors = vErrors.length;
			}
		}
		if (data.name !== void 0) {
			if (!validate157(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData
			})) {
				vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate159(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate159.errors : vErrors.concat(validate159.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate161(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
				errors = vErrors.length;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate29(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
				errors = vErrors.length;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate164(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate164(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema69.type,
			parentSchema: schema69,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate154.errors = vErrors;
	return errors === 0;
}
const route = validate167;
const schema75 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/route.schema.json",
	"title": "Route",
	"description": "Which requests go where, and the plugins that they pass. Fields that are not listed are kept for sync and not run by rollcall's own proxy.",
	"type": "object",
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"name": { "$ref": "defs.schema.json#/definitions/name" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"uri": { "$ref": "#/definitions/uri" },
		"uris": {
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": { "$ref": "#/definitions/uri" },
			"description": "Several paths."
		},
		"host": { "$ref": "defs.schema.json#/definitions/host" },
		"hosts": {
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": { "$ref": "defs.schema.json#/definitions/host" },
			"description": "Several hosts."
		},
		"methods": {
			"description": "HTTP methods; all when left out.",
			"type": "array",
			"uniqueItems": true,
			"items": {
				"type": "string",
				"enum": [
					"GET",
					"POST",
					"PUT",
					"DELETE",
					"PATCH",
					"HEAD",
					"OPTIONS",
					"CONNECT",
					"TRACE",
					"PURGE"
				]
			}
		},
		"priority": {
			"type": "integer",
			"default": 0,
			"description": "Among routes that match equally well, the higher one wins."
		},
		"remote_addr": { "$ref": "defs.schema.json#/definitions/ip" },
		"remote_addrs": {
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": { "$ref": "defs.schema.json#/definitions/ip" },
			"description": "Client addresses."
		},
		"vars": {
			"type": "array",
			"items": {},
			"description": "Expressions [variable, operator, value] that must hold."
		},
		"plugins": { "$ref": "plugins/route.schema.json" },
		"plugin_config_id": { "$ref": "defs.schema.json#/definitions/id" },
		"service_id": { "$ref": "defs.schema.json#/definitions/id" },
		"upstream_id": { "$ref": "defs.schema.json#/definitions/id" },
		"upstream": { "$ref": "upstream.schema.json" },
		"timeout": { "$ref": "defs.schema.json#/definitions/timeout" },
		"enable_websocket": {
			"type": "boolean",
			"description": "Let a request upgrade to a websocket."
		},
		"status": {
			"type": "integer",
			"enum": [0, 1],
			"default": 1,
			"description": "1: in use, 0: switched off."
		},
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": true,
	"allOf": [
		{
			"if": { "anyOf": [{ "required": ["uri"] }, { "required": ["uris"] }] },
			"else": {
				"required": ["uri"],
				"x-message": "a route needs uri or uris"
			}
		},
		{
			"if": { "required": ["uri"] },
			"then": { "properties": { "uris": {
				"not": {},
				"x-message": "give either uri or uris, not both"
			} } }
		},
		{
			"if": { "required": ["host"] },
			"then": { "properties": { "hosts": {
				"not": {},
				"x-message": "give either host or hosts, not both"
			} } }
		},
		{
			"if": { "required": ["remote_addr"] },
			"then": { "properties": { "remote_addrs": {
				"not": {},
				"x-message": "give either remote_addr or remote_addrs, not both"
			} } }
		}
	],
	"definitions": { "uri": {
		"description": "A path: exact (/a), prefix (/a/*) or with parameters (/a/:id).",
		"type": "string",
		"minLength": 1,
		"maxLength": 4096,
		"pattern": "^/"
	} }
};
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate168.errors = vErrors;
	return errors === 0;
}
function validate170(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema63.type,
			parentSchema: schema63,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate170.errors = vErrors;
	return errors === 0;
}
function validate172(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate172.errors = vErrors;
	return errors === 0;
}
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate174.errors = vErrors;
	return errors === 0;
}
const schema80 = {
	"description": "A path: exact (/a), prefix (/a/*) or with parameters (/a/:id).",
	"type": "string",
	"minLength": 1,
	"maxLength": 4096,
	"pattern": "^/"
};
function validate176(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 4096) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 4096 },
				message: "must NOT have more than 4096 characters",
				schema: 4096,
				parentSchema: schema80,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema80,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern5.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^/" },
				message: "must match pattern \"^/\"",
				schema: "^/",
				parentSchema: schema80,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema80.type,
			parentSchema: schema80,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate176.errors = vErrors;
	return errors === 0;
}
function validate179(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern6.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\*?[0-9a-zA-Z-._\\[\\]:]+$" },
				message: "must match pattern \"^\\*?[0-9a-zA-Z-._\\[\\]:]+$\"",
				schema: "^\\*?[0-9a-zA-Z-._\\[\\]:]+$",
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema52.type,
			parentSchema: schema52,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate179.errors = vErrors;
	return errors === 0;
}
function validate182(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!formats4(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/format",
				keyword: "format",
				params: { format: "ip-or-cidr" },
				message: "must match format \"ip-or-cidr\"",
				schema: "ip-or-cidr",
				parentSchema: schema32,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema32.type,
			parentSchema: schema32,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate182.errors = vErrors;
	return errors === 0;
}
const schema83 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/route.schema.json",
	"title": "RoutePlugins",
	"description": "Plugins of a route, service, plugin config or global rule by name.",
	"type": "object",
	"properties": {
		"acl": { "$ref": "acl.schema.json" },
		"api-breaker": { "$ref": "api-breaker.schema.json" },
		"attach-consumer-label": { "$ref": "attach-consumer-label.schema.json" },
		"basic-auth": { "$ref": "basic-auth.route.schema.json" },
		"consumer-restriction": { "$ref": "consumer-restriction.schema.json" },
		"cors": { "$ref": "cors.schema.json" },
		"fault-injection": { "$ref": "fault-injection.schema.json" },
		"forward-auth": { "$ref": "forward-auth.schema.json" },
		"hmac-auth": { "$ref": "hmac-auth.route.schema.json" },
		"ip-restriction": { "$ref": "ip-restriction.schema.json" },
		"jwt-auth": { "$ref": "jwt-auth.route.schema.json" },
		"key-auth": { "$ref": "key-auth.route.schema.json" },
		"limit-conn": { "$ref": "limit-conn.schema.json" },
		"limit-count": { "$ref": "limit-count.schema.json" },
		"limit-req": { "$ref": "limit-req.schema.json" },
		"mocking": { "$ref": "mocking.schema.json" },
		"multi-auth": { "$ref": "multi-auth.schema.json" },
		"prometheus": { "$ref": "prometheus.schema.json" },
		"proxy-rewrite": { "$ref": "proxy-rewrite.schema.json" },
		"referer-restriction": { "$ref": "referer-restriction.schema.json" },
		"request-id": { "$ref": "request-id.schema.json" },
		"response-rewrite": { "$ref": "response-rewrite.schema.json" },
		"ua-restriction": { "$ref": "ua-restriction.schema.json" }
	},
	"additionalProperties": { "type": "object" }
};
const schema84 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/basic-auth.route.schema.json",
	"title": "BasicAuthRoute",
	"description": "Asks callers of the route for a user name and password.",
	"type": "object",
	"properties": {
		"hide_credentials": {
			"description": "true: the credential is removed before the request goes upstream.",
			"type": "boolean",
			"default": false
		},
		"realm": {
			"description": "Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '\"' and '\\'.",
			"type": "string",
			"default": "basic",
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": { "$ref": "../defs.schema.json#/definitions/realm" }
		},
		"anonymous_consumer": {
			"description": "Username of the consumer attached when authentication fails; without it such requests are refused.",
			"type": "string",
			"minLength": 1
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate190(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://" },
				message: "must match pattern \"^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://\"",
				schema: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://",
				parentSchema: schema29,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema29.type,
			parentSchema: schema29,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate190.errors = vErrors;
	return errors === 0;
}
const schema86 = {
	"description": "The protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '\"' and '\\'.",
	"type": "string",
	"minLength": 1,
	"maxLength": 128,
	"pattern": "^[ !#-\\[\\]-~]+$"
};
const pattern18 = new RegExp("^[ !#-\\[\\]-~]+$", "u");
function validate192(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 128 },
				message: "must NOT have more than 128 characters",
				schema: 128,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern18.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[ !#-\\[\\]-~]+$" },
				message: "must match pattern \"^[ !#-\\[\\]-~]+$\"",
				schema: "^[ !#-\\[\\]-~]+$",
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema86.type,
			parentSchema: schema86,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate192.errors = vErrors;
	return errors === 0;
}
function validate194(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate194.errors = vErrors;
	return errors === 0;
}
function validate189(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "hide_credentials" || key0 === "realm" || key0 === "anonymous_consumer" || key0 === "_meta")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema84,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.hide_credentials !== void 0) {
			let data0 = data.hide_credentials;
			if (typeof data0 !== "boolean") {
				const err1 = {
					instancePath: instancePath + "/hide_credentials",
					schemaPath: "#/properties/hide_credentials/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema84.properties.hide_credentials.type,
					parentSchema: schema84.properties.hide_credentials,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.realm !== void 0) {
			let data1 = data.realm;
			if (typeof data1 !== "string") {
				const err2 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema84.properties.realm.type,
					parentSchema: schema84.properties.realm,
					data: data1
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
			const _errs6 = errors;
			let valid1 = true;
			const _errs7 = errors;
			if (!validate190(data1, {
				instancePath: instancePath + "/realm",
				parentData: data,
				parentDataProperty: "realm",
				rootData
			})) {
				vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs7 === errors;
			errors = _errs6;
			if (vErrors !== null) {
				if (_errs6) vErrors.length = _errs6;
				else vErrors = null;
			}
			if (!_valid0) {
				const _errs8 = errors;
				if (!validate192(data1, {
					instancePath: instancePath + "/realm",
					parentData: data,
					parentDataProperty: "realm",
					rootData
				})) {
					vErrors = vErrors === null ? validate192.errors : vErrors.concat(validate192.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs8 === errors;
				valid1 = _valid0;
			}
			if (!valid1) {
				const err3 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema84.properties.realm.if,
					parentSchema: schema84.properties.realm,
					data: data1
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.anonymous_consumer !== void 0) {
			let data2 = data.anonymous_consumer;
			if (typeof data2 === "string") {
				if (func2(data2) < 1) {
					const err4 = {
						instancePath: instancePath + "/anonymous_consumer",
						schemaPath: "#/properties/anonymous_consumer/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema84.properties.anonymous_consumer,
						data: data2
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/anonymous_consumer",
					schemaPath: "#/properties/anonymous_consumer/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema84.properties.anonymous_consumer.type,
					parentSchema: schema84.properties.anonymous_consumer,
					data: data2
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate194(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate194.errors : vErrors.concat(validate194.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema84.type,
			parentSchema: schema84,
			data
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate189.errors = vErrors;
	return errors === 0;
}
const schema88 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/hmac-auth.route.schema.json",
	"title": "HmacAuthRoute",
	"description": "Asks callers of the route to sign their requests.",
	"type": "object",
	"properties": {
		"allowed_algorithms": {
			"description": "Algorithms that a signature may use; at least one.",
			"type": "array",
			"minItems": 1,
			"default": [
				"hmac-sha1",
				"hmac-sha256",
				"hmac-sha512"
			],
			"items": {
				"type": "string",
				"enum": [
					"hmac-sha1",
					"hmac-sha256",
					"hmac-sha512"
				]
			}
		},
		"clock_skew": {
			"description": "Seconds by which the Date header may differ from the gateway's clock.",
			"type": "integer",
			"minimum": 1,
			"default": 300
		},
		"signed_headers": {
			"description": "Headers that a signature must cover, each 1 to 50 characters.",
			"type": "array",
			"default": ["date"],
			"items": {
				"type": "string",
				"minLength": 1,
				"maxLength": 50
			}
		},
		"validate_request_body": {
			"description": "true: the Digest header must match the body.",
			"type": "boolean",
			"default": false
		},
		"max_req_body_size": {
			"description": "Largest body in bytes that is read for validate_request_body.",
			"type": "integer",
			"minimum": 1,
			"default": 67108864
		},
		"hide_credentials": {
			"description": "true: the credential is removed before the request goes upstream.",
			"type": "boolean",
			"default": false
		},
		"realm": {
			"description": "Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '\"' and '\\'.",
			"type": "string",
			"default": "hmac",
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": { "$ref": "../defs.schema.json#/definitions/realm" }
		},
		"anonymous_consumer": {
			"description": "Username of the consumer attached when authentication fails; without it such requests are refused.",
			"type": "string",
			"minLength": 1
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://" },
				message: "must match pattern \"^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://\"",
				schema: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://",
				parentSchema: schema29,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema29.type,
			parentSchema: schema29,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate202.errors = vErrors;
	return errors === 0;
}
function validate204(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 128 },
				message: "must NOT have more than 128 characters",
				schema: 128,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern18.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[ !#-\\[\\]-~]+$" },
				message: "must match pattern \"^[ !#-\\[\\]-~]+$\"",
				schema: "^[ !#-\\[\\]-~]+$",
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema86.type,
			parentSchema: schema86,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate204.errors = vErrors;
	return errors === 0;
}
function validate206(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate206.errors = vErrors;
	return errors === 0;
}
function validate201(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema88.properties, key0)) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema88,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.allowed_algorithms !== void 0) {
			let data0 = data.allowed_algorithms;
			if (Array.isArray(data0)) {
				if (data0.length < 1) {
					const err1 = {
						instancePath: instancePath + "/allowed_algorithms",
						schemaPath: "#/properties/allowed_algorithms/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema88.properties.allowed_algorithms,
						data: data0
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data1 = data0[i0];
					if (typeof data1 !== "string") {
						const err2 = {
							instancePath: instancePath + "/allowed_algorithms/" + i0,
							schemaPath: "#/properties/allowed_algorithms/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema88.properties.allowed_algorithms.items.type,
							parentSchema: schema88.properties.allowed_algorithms.items,
							data: data1
						};
						if (vErrors === null) vErrors = [err2];
						else vErrors.push(err2);
						errors++;
					}
					if (!(data1 === "hmac-sha1" || data1 === "hmac-sha256" || data1 === "hmac-sha512")) {
						const err3 = {
							instancePath: instancePath + "/allowed_algorithms/" + i0,
							schemaPath: "#/properties/allowed_algorithms/items/enum",
							keyword: "enum",
							params: { allowedValues: schema88.properties.allowed_algorithms.items.enum },
							message: "must be equal to one of the allowed values",
							schema: schema88.properties.allowed_algorithms.items.enum,
							parentSchema: schema88.properties.allowed_algorithms.items,
							data: data1
						};
						if (vErrors === null) vErrors = [err3];
						else vErrors.push(err3);
						errors++;
					}
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/allowed_algorithms",
					schemaPath: "#/properties/allowed_algorithms/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema88.properties.allowed_algorithms.type,
					parentSchema: schema88.properties.allowed_algorithms,
					data: data0
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.clock_skew !== void 0) {
			let data2 = data.clock_skew;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
				const err5 = {
					instancePath: instancePath + "/clock_skew",
					schemaPath: "#/properties/clock_skew/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema88.properties.clock_skew.type,
					parentSchema: schema88.properties.clock_skew,
					data: data2
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 < 1 || isNaN(data2)) {
					const err6 = {
						instancePath: instancePath + "/clock_skew",
						schemaPath: "#/properties/clock_skew/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema88.properties.clock_skew,
						data: data2
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
		if (data.signed_headers !== void 0) {
			let data3 = data.signed_headers;
			if (Array.isArray(data3)) {
				const len1 = data3.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data4 = data3[i1];
					if (typeof data4 === "string") {
						if (func2(data4) > 50) {
							const err7 = {
								instancePath: instancePath + "/signed_headers/" + i1,
								schemaPath: "#/properties/signed_headers/items/maxLength",
								keyword: "maxLength",
								params: { limit: 50 },
								message: "must NOT have more than 50 characters",
								schema: 50,
								parentSchema: schema88.properties.signed_headers.items,
								data: data4
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (func2(data4) < 1) {
							const err8 = {
								instancePath: instancePath + "/signed_headers/" + i1,
								schemaPath: "#/properties/signed_headers/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema88.properties.signed_headers.items,
								data: data4
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
					} else {
						const err9 = {
							instancePath: instancePath + "/signed_headers/" + i1,
							schemaPath: "#/properties/signed_headers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema88.properties.signed_headers.items.type,
							parentSchema: schema88.properties.signed_headers.items,
							data: data4
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/signed_headers",
					schemaPath: "#/properties/signed_headers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema88.properties.signed_headers.type,
					parentSchema: schema88.properties.signed_headers,
					data: data3
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.validate_request_body !== void 0) {
			let data5 = data.validate_request_body;
			if (typeof data5 !== "boolean") {
				const err11 = {
					instancePath: instancePath + "/validate_request_body",
					schemaPath: "#/properties/validate_request_body/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema88.properties.validate_request_body.type,
					parentSchema: schema88.properties.validate_request_body,
					data: data5
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.max_req_body_size !== void 0) {
			let data6 = data.max_req_body_size;
			if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
				const err12 = {
					instancePath: instancePath + "/max_req_body_size",
					schemaPath: "#/properties/max_req_body_size/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema88.properties.max_req_body_size.type,
					parentSchema: schema88.properties.max_req_body_size,
					data: data6
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
			if (typeof data6 == "number" && isFinite(data6)) {
				if (data6 < 1 || isNaN(data6)) {
					const err13 = {
						instancePath: instancePath + "/max_req_body_size",
						schemaPath: "#/properties/max_req_body_size/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema88.properties.max_req_body_size,
						data: data6
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			}
		}
		if (data.hide_credentials !== void 0) {
			let data7 = data.hide_credentials;
			if (typeof data7 !== "boolean") {
				const err14 = {
					instancePath: instancePath + "/hide_credentials",
					schemaPath: "#/properties/hide_credentials/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema88.properties.hide_credentials.type,
					parentSchema: schema88.properties.hide_credentials,
					data: data7
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.realm !== void 0) {
			let data8 = data.realm;
			if (typeof data8 !== "string") {
				const err15 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema88.properties.realm.type,
					parentSchema: schema88.properties.realm,
					data: data8
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
			const _errs20 = errors;
			let valid5 = true;
			const _errs21 = errors;
			if (!validate202(data8, {
				instancePath: instancePath + "/realm",
				parentData: data,
				parentDataProperty: "realm",
				rootData
			})) {
				vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs21 === errors;
			errors = _errs20;
			if (vErrors !== null) {
				if (_errs20) vErrors.length = _errs20;
				else vErrors = null;
			}
			if (!_valid0) {
				const _errs22 = errors;
				if (!validate204(data8, {
					instancePath: instancePath + "/realm",
					parentData: data,
					parentDataProperty: "realm",
					rootData
				})) {
					vErrors = vErrors === null ? validate204.errors : vErrors.concat(validate204.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs22 === errors;
				valid5 = _valid0;
			}
			if (!valid5) {
				const err16 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema88.properties.realm.if,
					parentSchema: schema88.properties.realm,
					data: data8
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.anonymous_consumer !== void 0) {
			let data9 = data.anonymous_consumer;
			if (typeof data9 === "string") {
				if (func2(data9) < 1) {
					const err17 = {
						instancePath: instancePath + "/anonymous_consumer",
						schemaPath: "#/properties/anonymous_consumer/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema88.properties.anonymous_consumer,
						data: data9
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/anonymous_consumer",
					schemaPath: "#/properties/anonymous_consumer/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema88.properties.anonymous_consumer.type,
					parentSchema: schema88.properties.anonymous_consumer,
					data: data9
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate206(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate206.errors : vErrors.concat(validate206.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err19 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema88.type,
			parentSchema: schema88,
			data
		};
		if (vErrors === null) vErrors = [err19];
		else vErrors.push(err19);
		errors++;
	}
	validate201.errors = vErrors;
	return errors === 0;
}
const schema92 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/jwt-auth.route.schema.json",
	"title": "JwtAuthRoute",
	"description": "Asks callers of the route for a JSON web token.",
	"type": "object",
	"properties": {
		"header": {
			"description": "Header that carries the token.",
			"type": "string",
			"default": "authorization"
		},
		"query": {
			"description": "Query argument that carries the token when the header is absent.",
			"type": "string",
			"default": "jwt"
		},
		"cookie": {
			"description": "Cookie that carries the token when header and query argument are absent.",
			"type": "string",
			"default": "jwt"
		},
		"key_claim_name": {
			"description": "Claim that names the credential.",
			"type": "string",
			"minLength": 1,
			"default": "key"
		},
		"claims_to_verify": {
			"description": "Claims that must be present and hold; without it exp and nbf are checked if present.",
			"type": "array",
			"uniqueItems": true,
			"items": {
				"type": "string",
				"enum": ["exp", "nbf"]
			}
		},
		"store_in_ctx": {
			"description": "true: the token is kept for later plugins.",
			"type": "boolean",
			"default": false
		},
		"hide_credentials": {
			"description": "true: the credential is removed before the request goes upstream.",
			"type": "boolean",
			"default": false
		},
		"realm": {
			"description": "Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '\"' and '\\'.",
			"type": "string",
			"default": "jwt",
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": { "$ref": "../defs.schema.json#/definitions/realm" }
		},
		"anonymous_consumer": {
			"description": "Username of the consumer attached when authentication fails; without it such requests are refused.",
			"type": "string",
			"minLength": 1
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate211(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://" },
				message: "must match pattern \"^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://\"",
				schema: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://",
				parentSchema: schema29,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema29.type,
			parentSchema: schema29,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate211.errors = vErrors;
	return errors === 0;
}
function validate213(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 128 },
				message: "must NOT have more than 128 characters",
				schema: 128,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern18.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[ !#-\\[\\]-~]+$" },
				message: "must match pattern \"^[ !#-\\[\\]-~]+$\"",
				schema: "^[ !#-\\[\\]-~]+$",
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema86.type,
			parentSchema: schema86,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate213.errors = vErrors;
	return errors === 0;
}
function validate215(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate215.errors = vErrors;
	return errors === 0;
}
function validate210(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema92.properties, key0)) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema92,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.header !== void 0) {
			let data0 = data.header;
			if (typeof data0 !== "string") {
				const err1 = {
					instancePath: instancePath + "/header",
					schemaPath: "#/properties/header/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema92.properties.header.type,
					parentSchema: schema92.properties.header,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.query !== void 0) {
			let data1 = data.query;
			if (typeof data1 !== "string") {
				const err2 = {
					instancePath: instancePath + "/query",
					schemaPath: "#/properties/query/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema92.properties.query.type,
					parentSchema: schema92.properties.query,
					data: data1
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.cookie !== void 0) {
			let data2 = data.cookie;
			if (typeof data2 !== "string") {
				const err3 = {
					instancePath: instancePath + "/cookie",
					schemaPath: "#/properties/cookie/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema92.properties.cookie.type,
					parentSchema: schema92.properties.cookie,
					data: data2
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.key_claim_name !== void 0) {
			let data3 = data.key_claim_name;
			if (typeof data3 === "string") {
				if (func2(data3) < 1) {
					const err4 = {
						instancePath: instancePath + "/key_claim_name",
						schemaPath: "#/properties/key_claim_name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema92.properties.key_claim_name,
						data: data3
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/key_claim_name",
					schemaPath: "#/properties/key_claim_name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema92.properties.key_claim_name.type,
					parentSchema: schema92.properties.key_claim_name,
					data: data3
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.claims_to_verify !== void 0) {
			let data4 = data.claims_to_verify;
			if (Array.isArray(data4)) {
				const len0 = data4.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data5 = data4[i0];
					if (typeof data5 !== "string") {
						const err6 = {
							instancePath: instancePath + "/claims_to_verify/" + i0,
							schemaPath: "#/properties/claims_to_verify/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema92.properties.claims_to_verify.items.type,
							parentSchema: schema92.properties.claims_to_verify.items,
							data: data5
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
					if (!(data5 === "exp" || data5 === "nbf")) {
						const err7 = {
							instancePath: instancePath + "/claims_to_verify/" + i0,
							schemaPath: "#/properties/claims_to_verify/items/enum",
							keyword: "enum",
							params: { allowedValues: schema92.properties.claims_to_verify.items.enum },
							message: "must be equal to one of the allowed values",
							schema: schema92.properties.claims_to_verify.items.enum,
							parentSchema: schema92.properties.claims_to_verify.items,
							data: data5
						};
						if (vErrors === null) vErrors = [err7];
						else vErrors.push(err7);
						errors++;
					}
				}
				let i1 = data4.length;
				let j0;
				if (i1 > 1) {
					const indices0 = {};
					for (; i1--;) {
						let item0 = data4[i1];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j0 = indices0[item0];
							const err8 = {
								instancePath: instancePath + "/claims_to_verify",
								schemaPath: "#/properties/claims_to_verify/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i1,
									j: j0
								},
								message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)",
								schema: true,
								parentSchema: schema92.properties.claims_to_verify,
								data: data4
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
							break;
						}
						indices0[item0] = i1;
					}
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/claims_to_verify",
					schemaPath: "#/properties/claims_to_verify/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema92.properties.claims_to_verify.type,
					parentSchema: schema92.properties.claims_to_verify,
					data: data4
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.store_in_ctx !== void 0) {
			let data6 = data.store_in_ctx;
			if (typeof data6 !== "boolean") {
				const err10 = {
					instancePath: instancePath + "/store_in_ctx",
					schemaPath: "#/properties/store_in_ctx/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema92.properties.store_in_ctx.type,
					parentSchema: schema92.properties.store_in_ctx,
					data: data6
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.hide_credentials !== void 0) {
			let data7 = data.hide_credentials;
			if (typeof data7 !== "boolean") {
				const err11 = {
					instancePath: instancePath + "/hide_credentials",
					schemaPath: "#/properties/hide_credentials/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema92.properties.hide_credentials.type,
					parentSchema: schema92.properties.hide_credentials,
					data: data7
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.realm !== void 0) {
			let data8 = data.realm;
			if (typeof data8 !== "string") {
				const err12 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema92.properties.realm.type,
					parentSchema: schema92.properties.realm,
					data: data8
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
			const _errs20 = errors;
			let valid4 = true;
			const _errs21 = errors;
			if (!validate211(data8, {
				instancePath: instancePath + "/realm",
				parentData: data,
				parentDataProperty: "realm",
				rootData
			})) {
				vErrors = vErrors === null ? validate211.errors : vErrors.concat(validate211.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs21 === errors;
			errors = _errs20;
			if (vErrors !== null) {
				if (_errs20) vErrors.length = _errs20;
				else vErrors = null;
			}
			if (!_valid0) {
				const _errs22 = errors;
				if (!validate213(data8, {
					instancePath: instancePath + "/realm",
					parentData: data,
					parentDataProperty: "realm",
					rootData
				})) {
					vErrors = vErrors === null ? validate213.errors : vErrors.concat(validate213.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs22 === errors;
				valid4 = _valid0;
			}
			if (!valid4) {
				const err13 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema92.properties.realm.if,
					parentSchema: schema92.properties.realm,
					data: data8
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.anonymous_consumer !== void 0) {
			let data9 = data.anonymous_consumer;
			if (typeof data9 === "string") {
				if (func2(data9) < 1) {
					const err14 = {
						instancePath: instancePath + "/anonymous_consumer",
						schemaPath: "#/properties/anonymous_consumer/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema92.properties.anonymous_consumer,
						data: data9
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/anonymous_consumer",
					schemaPath: "#/properties/anonymous_consumer/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema92.properties.anonymous_consumer.type,
					parentSchema: schema92.properties.anonymous_consumer,
					data: data9
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate215(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err16 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema92.type,
			parentSchema: schema92,
			data
		};
		if (vErrors === null) vErrors = [err16];
		else vErrors.push(err16);
		errors++;
	}
	validate210.errors = vErrors;
	return errors === 0;
}
const schema96 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/key-auth.route.schema.json",
	"title": "KeyAuthRoute",
	"description": "Asks callers of the route for an API key.",
	"type": "object",
	"properties": {
		"header": {
			"description": "Header that carries the key.",
			"type": "string",
			"default": "apikey"
		},
		"query": {
			"description": "Query argument that carries the key when the header is absent.",
			"type": "string",
			"default": "apikey"
		},
		"hide_credentials": {
			"description": "true: the credential is removed before the request goes upstream.",
			"type": "boolean",
			"default": false
		},
		"realm": {
			"description": "Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '\"' and '\\'.",
			"type": "string",
			"default": "key",
			"if": { "$ref": "../defs.schema.json#/definitions/secretReference" },
			"else": { "$ref": "../defs.schema.json#/definitions/realm" }
		},
		"anonymous_consumer": {
			"description": "Username of the consumer attached when authentication fails; without it such requests are refused.",
			"type": "string",
			"minLength": 1
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate219(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://" },
				message: "must match pattern \"^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://\"",
				schema: "^\\$([eE][nN][vV]|[sS][eE][cC][rR][eE][tT])://",
				parentSchema: schema29,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema29.type,
			parentSchema: schema29,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate219.errors = vErrors;
	return errors === 0;
}
function validate221(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 128 },
				message: "must NOT have more than 128 characters",
				schema: 128,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern18.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[ !#-\\[\\]-~]+$" },
				message: "must match pattern \"^[ !#-\\[\\]-~]+$\"",
				schema: "^[ !#-\\[\\]-~]+$",
				parentSchema: schema86,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema86.type,
			parentSchema: schema86,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate221.errors = vErrors;
	return errors === 0;
}
function validate223(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate223.errors = vErrors;
	return errors === 0;
}
function validate218(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "header" || key0 === "query" || key0 === "hide_credentials" || key0 === "realm" || key0 === "anonymous_consumer" || key0 === "_meta")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema96,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.header !== void 0) {
			let data0 = data.header;
			if (typeof data0 !== "string") {
				const err1 = {
					instancePath: instancePath + "/header",
					schemaPath: "#/properties/header/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema96.properties.header.type,
					parentSchema: schema96.properties.header,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.query !== void 0) {
			let data1 = data.query;
			if (typeof data1 !== "string") {
				const err2 = {
					instancePath: instancePath + "/query",
					schemaPath: "#/properties/query/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema96.properties.query.type,
					parentSchema: schema96.properties.query,
					data: data1
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.hide_credentials !== void 0) {
			let data2 = data.hide_credentials;
			if (typeof data2 !== "boolean") {
				const err3 = {
					instancePath: instancePath + "/hide_credentials",
					schemaPath: "#/properties/hide_credentials/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema96.properties.hide_credentials.type,
					parentSchema: schema96.properties.hide_credentials,
					data: data2
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.realm !== void 0) {
			let data3 = data.realm;
			if (typeof data3 !== "string") {
				const err4 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema96.properties.realm.type,
					parentSchema: schema96.properties.realm,
					data: data3
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			const _errs10 = errors;
			let valid1 = true;
			const _errs11 = errors;
			if (!validate219(data3, {
				instancePath: instancePath + "/realm",
				parentData: data,
				parentDataProperty: "realm",
				rootData
			})) {
				vErrors = vErrors === null ? validate219.errors : vErrors.concat(validate219.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs11 === errors;
			errors = _errs10;
			if (vErrors !== null) {
				if (_errs10) vErrors.length = _errs10;
				else vErrors = null;
			}
			if (!_valid0) {
				const _errs12 = errors;
				if (!validate221(data3, {
					instancePath: instancePath + "/realm",
					parentData: data,
					parentDataProperty: "realm",
					rootData
				})) {
					vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs12 === errors;
				valid1 = _valid0;
			}
			if (!valid1) {
				const err5 = {
					instancePath: instancePath + "/realm",
					schemaPath: "#/properties/realm/if",
					keyword: "if",
					params: { failingKeyword: "else" },
					message: "must match \"else\" schema",
					schema: schema96.properties.realm.if,
					parentSchema: schema96.properties.realm,
					data: data3
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.anonymous_consumer !== void 0) {
			let data4 = data.anonymous_consumer;
			if (typeof data4 === "string") {
				if (func2(data4) < 1) {
					const err6 = {
						instancePath: instancePath + "/anonymous_consumer",
						schemaPath: "#/properties/anonymous_consumer/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema96.properties.anonymous_consumer,
						data: data4
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/anonymous_consumer",
					schemaPath: "#/properties/anonymous_consumer/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema96.properties.anonymous_consumer.type,
					parentSchema: schema96.properties.anonymous_consumer,
					data: data4
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate223(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err8 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema96.type,
			parentSchema: schema96,
			data
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	validate218.errors = vErrors;
	return errors === 0;
}
const schema100 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugins/multi-auth.schema.json",
	"title": "MultiAuth",
	"description": "Tries several authentication plugins in order; the first success wins.",
	"type": "object",
	"required": ["auth_plugins"],
	"properties": {
		"auth_plugins": {
			"description": "The plugins to try: at least two objects, each with one plugin and its route-side configuration.",
			"type": "array",
			"minItems": 2,
			"items": {
				"type": "object",
				"minProperties": 1,
				"maxProperties": 1,
				"properties": {
					"basic-auth": { "$ref": "basic-auth.route.schema.json" },
					"hmac-auth": { "$ref": "hmac-auth.route.schema.json" },
					"jwt-auth": { "$ref": "jwt-auth.route.schema.json" },
					"key-auth": { "$ref": "key-auth.route.schema.json" }
				},
				"additionalProperties": { "type": "object" }
			}
		},
		"_meta": { "$ref": "../defs.schema.json#/definitions/pluginMeta" }
	},
	"additionalProperties": false
};
function validate235(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.disable !== void 0) {
			let data0 = data.disable;
			if (typeof data0 !== "boolean") {
				const err0 = {
					instancePath: instancePath + "/disable",
					schemaPath: "#/properties/disable/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema13.properties.disable.type,
					parentSchema: schema13.properties.disable,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data1 = data.priority;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err1 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema13.properties.priority.type,
					parentSchema: schema13.properties.priority,
					data: data1
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.error_response !== void 0) {
			let data2 = data.error_response;
			if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
				const err2 = {
					instancePath: instancePath + "/error_response",
					schemaPath: "#/properties/error_response/type",
					keyword: "type",
					params: { type: schema13.properties.error_response.type },
					message: "must be string,object",
					schema: schema13.properties.error_response.type,
					parentSchema: schema13.properties.error_response,
					data: data2
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.filter !== void 0) {
			let data3 = data.filter;
			if (!Array.isArray(data3)) {
				const err3 = {
					instancePath: instancePath + "/filter",
					schemaPath: "#/properties/filter/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema13.properties.filter.type,
					parentSchema: schema13.properties.filter,
					data: data3
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate235.errors = vErrors;
	return errors === 0;
}
function validate230(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.auth_plugins === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "auth_plugins" },
				message: "must have required property 'auth_plugins'",
				schema: schema100.required,
				parentSchema: schema100,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "auth_plugins" || key0 === "_meta")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema100,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.auth_plugins !== void 0) {
			let data0 = data.auth_plugins;
			if (Array.isArray(data0)) {
				if (data0.length < 2) {
					const err2 = {
						instancePath: instancePath + "/auth_plugins",
						schemaPath: "#/properties/auth_plugins/minItems",
						keyword: "minItems",
						params: { limit: 2 },
						message: "must NOT have fewer than 2 items",
						schema: 2,
						parentSchema: schema100.properties.auth_plugins,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data1 = data0[i0];
					if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
						if (Object.keys(data1).length > 1) {
							const err3 = {
								instancePath: instancePath + "/auth_plugins/" + i0,
								schemaPath: "#/properties/auth_plugins/items/maxProperties",
								keyword: "maxProperties",
								params: { limit: 1 },
								message: "must NOT have more than 1 properties",
								schema: 1,
								parentSchema: schema100.properties.auth_plugins.items,
								data: data1
							};
							if (vErrors === null) vErrors = [err3];
							else vErrors.push(err3);
							errors++;
						}
						if (Object.keys(data1).length < 1) {
							const err4 = {
								instancePath: instancePath + "/auth_plugins/" + i0,
								schemaPath: "#/properties/auth_plugins/items/minProperties",
								keyword: "minProperties",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 properties",
								schema: 1,
								parentSchema: schema100.properties.auth_plugins.items,
								data: data1
							};
							if (vErrors === null) vErrors = [err4];
							else vErrors.push(err4);
							errors++;
						}
						for (const key1 in data1) if (!(key1 === "basic-auth" || key1 === "hmac-auth" || key1 === "jwt-auth" || key1 === "key-auth")) {
							let data2 = data1[key1];
							if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
								const err5 = {
									instancePath: instancePath + "/auth_plugins/" + i0 + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/auth_plugins/items/additionalProperties/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema100.properties.auth_plugins.items.additionalProperties.type,
									parentSchema: schema100.properties.auth_plugins.items.additionalProperties,
									data: data2
								};
								if (vErrors === null) vErrors = [err5];
								else vErrors.push(err5);
								errors++;
							}
						}
						if (data1["basic-auth"] !== void 0) {
							if (!validate189(data1["basic-auth"], {
								instancePath: instancePath + "/auth_plugins/" + i0 + "/basic-auth",
								parentData: data1,
								parentDataProperty: "basic-auth",
								rootData
							})) {
								vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
								errors = vErrors.length;
							}
						}
						if (data1["hmac-auth"] !== void 0) {
							if (!validate201(data1["hmac-auth"], {
								instancePath: instancePath + "/auth_plugins/" + i0 + "/hmac-auth",
								parentData: data1,
								parentDataProperty: "hmac-auth",
								rootData
							})) {
								vErrors = vErrors === null ? validate201.errors : vErrors.concat(validate201.errors);
								errors = vErrors.length;
							}
						}
						if (data1["jwt-auth"] !== void 0) {
							if (!validate210(data1["jwt-auth"], {
								instancePath: instancePath + "/auth_plugins/" + i0 + "/jwt-auth",
								parentData: data1,
								parentDataProperty: "jwt-auth",
								rootData
							})) {
								vErrors = vErrors === null ? validate210.errors : vErrors.concat(validate210.errors);
								errors = vErrors.length;
							}
						}
						if (data1["key-auth"] !== void 0) {
							if (!validate218(data1["key-auth"], {
								instancePath: instancePath + "/auth_plugins/" + i0 + "/key-auth",
								parentData: data1,
								parentDataProperty: "key-auth",
								rootData
							})) {
								vErrors = vErrors === null ? validate218.errors : vErrors.concat(validate218.errors);
								errors = vErrors.length;
							}
						}
					} else {
						const err6 = {
							instancePath: instancePath + "/auth_plugins/" + i0,
							schemaPath: "#/properties/auth_plugins/items/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema100.properties.auth_plugins.items.type,
							parentSchema: schema100.properties.auth_plugins.items,
							data: data1
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/auth_plugins",
					schemaPath: "#/properties/auth_plugins/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema100.properties.auth_plugins.type,
					parentSchema: schema100.properties.auth_plugins,
					data: data0
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data._meta !== void 0) {
			if (!validate235(data._meta, {
				instancePath: instancePath + "/_meta",
				parentData: data,
				parentDataProperty: "_meta",
				rootData
			})) {
				vErrors = vErrors === null ? validate235.errors : vErrors.concat(validate235.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err8 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema100.type,
			parentSchema: schema100,
			data
		};
		if (vErrors === null) vErrors = [err8];
		else vErrors.push(err8);
		errors++;
	}
	validate230.errors = vErrors;
	return errors === 0;
}
function validate185(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema83.properties, key0)) {
			let data0 = data[key0];
			if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema83.additionalProperties.type,
					parentSchema: schema83.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
		}
		if (data.acl !== void 0) {
			if (!validate30(data.acl, {
				instancePath: instancePath + "/acl",
				parentData: data,
				parentDataProperty: "acl",
				rootData
			})) {
				vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
				errors = vErrors.length;
			}
		}
		if (data["api-breaker"] !== void 0) {
			if (!validate34(data["api-breaker"], {
				instancePath: instancePath + "/api-breaker",
				parentData: data,
				parentDataProperty: "api-breaker",
				rootData
			})) {
				vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
				errors = vErrors.length;
			}
		}
		if (data["attach-consumer-label"] !== void 0) {
			if (!validate38(data["attach-consumer-label"], {
				instancePath: instancePath + "/attach-consumer-label",
				parentData: data,
				parentDataProperty: "attach-consumer-label",
				rootData
			})) {
				vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
				errors = vErrors.length;
			}
		}
		if (data["basic-auth"] !== void 0) {
			if (!validate189(data["basic-auth"], {
				instancePath: instancePath + "/basic-auth",
				parentData: data,
				parentDataProperty: "basic-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
				errors = vErrors.length;
			}
		}
		if (data["consumer-restriction"] !== void 0) {
			if (!validate46(data["consumer-restriction"], {
				instancePath: instancePath + "/consumer-restriction",
				parentData: data,
				parentDataProperty: "consumer-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
				errors = vErrors.length;
			}
		}
		if (data.cors !== void 0) {
			if (!validate50(data.cors, {
				instancePath: instancePath + "/cors",
				parentData: data,
				parentDataProperty: "cors",
				rootData
			})) {
				vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
				errors = vErrors.length;
			}
		}
		if (data["fault-injection"] !== void 0) {
			if (!validate54(data["fault-injection"], {
				instancePath: instancePath + "/fault-injection",
				parentData: data,
				parentDataProperty: "fault-injection",
				rootData
			})) {
				vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
				errors = vErrors.length;
			}
		}
		if (data["forward-auth"] !== void 0) {
			if (!validate58(data["forward-auth"], {
				instancePath: instancePath + "/forward-auth",
				parentData: data,
				parentDataProperty: "forward-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
				errors = vErrors.length;
			}
		}
		if (data["hmac-auth"] !== void 0) {
			if (!validate201(data["hmac-auth"], {
				instancePath: instancePath + "/hmac-auth",
				parentData: data,
				parentDataProperty: "hmac-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate201.errors : vErrors.concat(validate201.errors);
				errors = vErrors.length;
			}
		}
		if (data["ip-restriction"] !== void 0) {
			if (!validate69(data["ip-restriction"], {
				instancePath: instancePath + "/ip-restriction",
				parentData: data,
				parentDataProperty: "ip-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
				errors = vErrors.length;
			}
		}
		if (data["jwt-auth"] !== void 0) {
			if (!validate210(data["jwt-auth"], {
				instancePath: instancePath + "/jwt-auth",
				parentData: data,
				parentDataProperty: "jwt-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate210.errors : vErrors.concat(validate210.errors);
				errors = vErrors.length;
			}
		}
		if (data["key-auth"] !== void 0) {
			if (!validate218(data["key-auth"], {
				instancePath: instancePath + "/key-auth",
				parentData: data,
				parentDataProperty: "key-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate218.errors : vErrors.concat(validate218.errors);
				errors = vErrors.length;
			}
		}
		if (data["limit-conn"] !== void 0) {
			if (!validate86(data["limit-conn"], {
				instancePath: instancePath + "/limit-conn",
				parentData: data,
				parentDataProperty: "limit-conn",
				rootData
			})) {
				vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
				errors = vErrors.length;
			}
		}
		if (data["limit-count"] !== void 0) {
			if (!validate90(data["limit-count"], {
				instancePath: instancePath + "/limit-count",
				parentData: data,
				parentDataProperty: "limit-count",
				rootData
			})) {
				vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
				errors = vErrors.length;
			}
		}
		if (data["limit-req"] !== void 0) {
			if (!validate94(data["limit-req"], {
				instancePath: instancePath + "/limit-req",
				parentData: data,
				parentDataProperty: "limit-req",
				rootData
			})) {
				vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
				errors = vErrors.length;
			}
		}
		if (data.mocking !== void 0) {
			if (!validate98(data.mocking, {
				instancePath: instancePath + "/mocking",
				parentData: data,
				parentDataProperty: "mocking",
				rootData
			})) {
				vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
				errors = vErrors.length;
			}
		}
		if (data["multi-auth"] !== void 0) {
			if (!validate230(data["multi-auth"], {
				instancePath: instancePath + "/multi-auth",
				parentData: data,
				parentDataProperty: "multi-auth",
				rootData
			})) {
				vErrors = vErrors === null ? validate230.errors : vErrors.concat(validate230.errors);
				errors = vErrors.length;
			}
		}
		if (data.prometheus !== void 0) {
			if (!validate102(data.prometheus, {
				instancePath: instancePath + "/prometheus",
				parentData: data,
				parentDataProperty: "prometheus",
				rootData
			})) {
				vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
				errors = vErrors.length;
			}
		}
		if (data["proxy-rewrite"] !== void 0) {
			if (!validate106(data["proxy-rewrite"], {
				instancePath: instancePath + "/proxy-rewrite",
				parentData: data,
				parentDataProperty: "proxy-rewrite",
				rootData
			})) {
				vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
				errors = vErrors.length;
			}
		}
		if (data["referer-restriction"] !== void 0) {
			if (!validate110(data["referer-restriction"], {
				instancePath: instancePath + "/referer-restriction",
				parentData: data,
				parentDataProperty: "referer-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
				errors = vErrors.length;
			}
		}
		if (data["request-id"] !== void 0) {
			if (!validate117(data["request-id"], {
				instancePath: instancePath + "/request-id",
				parentData: data,
				parentDataProperty: "request-id",
				rootData
			})) {
				vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
				errors = vErrors.length;
			}
		}
		if (data["response-rewrite"] !== void 0) {
			if (!validate121(data["response-rewrite"], {
				instancePath: instancePath + "/response-rewrite",
				parentData: data,
				parentDataProperty: "response-rewrite",
				rootData
			})) {
				vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
				errors = vErrors.length;
			}
		}
		if (data["ua-restriction"] !== void 0) {
			if (!validate125(data["ua-restriction"], {
				instancePath: instancePath + "/ua-restriction",
				parentData: data,
				parentDataProperty: "ua-restriction",
				rootData
			})) {
				vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema83.type,
			parentSchema: schema83,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate185.errors = vErrors;
	return errors === 0;
}
const schema102 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/upstream.schema.json",
	"title": "Upstream",
	"description": "The servers behind a route or service.",
	"type": "object",
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"name": { "$ref": "defs.schema.json#/definitions/name" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"nodes": {
			"description": "Servers: an object of \"host:port\": weight, or a list of nodes.",
			"type": ["object", "array"],
			"additionalProperties": {
				"type": "integer",
				"minimum": 0
			},
			"items": { "$ref": "#/definitions/node" }
		},
		"type": {
			"type": "string",
			"enum": [
				"roundrobin",
				"chash",
				"ewma",
				"least_conn"
			],
			"default": "roundrobin",
			"description": "How a node is chosen."
		},
		"hash_on": {
			"type": "string",
			"enum": [
				"vars",
				"header",
				"cookie",
				"consumer",
				"vars_combinations"
			],
			"default": "vars",
			"description": "chash: what is hashed."
		},
		"key": {
			"type": "string",
			"description": "chash: the variable, header or cookie that is hashed."
		},
		"scheme": {
			"type": "string",
			"enum": [
				"http",
				"https",
				"grpc",
				"grpcs",
				"tcp",
				"tls",
				"udp",
				"kafka"
			],
			"default": "http",
			"description": "Protocol to the nodes; rollcall's own proxy speaks http, https, grpc (HTTP/2) and grpcs."
		},
		"pass_host": {
			"type": "string",
			"enum": [
				"pass",
				"node",
				"rewrite"
			],
			"default": "pass",
			"description": "The Host header sent: the client's, the node's, or upstream_host."
		},
		"upstream_host": {
			"type": "string",
			"minLength": 1,
			"description": "The Host header when pass_host is rewrite."
		},
		"retries": {
			"type": "integer",
			"minimum": 0,
			"description": "Other nodes to try after a failure."
		},
		"timeout": { "$ref": "defs.schema.json#/definitions/timeout" },
		"keepalive_pool": {
			"title": "KeepalivePool",
			"description": "Idle connections that are kept.",
			"type": "object",
			"properties": {
				"size": {
					"type": "integer",
					"minimum": 1,
					"default": 320,
					"description": "Idle connections kept."
				},
				"idle_timeout": {
					"type": "number",
					"minimum": 0,
					"default": 60,
					"description": "Seconds that an idle connection is kept."
				},
				"requests": {
					"type": "integer",
					"minimum": 1,
					"default": 1e3,
					"description": "Requests a connection may serve."
				}
			},
			"additionalProperties": false
		},
		"checks": {
			"title": "HealthChecks",
			"description": "Probes of the nodes, and what requests tell of them.",
			"type": "object",
			"properties": {
				"active": { "$ref": "#/definitions/activeCheck" },
				"passive": { "$ref": "#/definitions/passiveCheck" }
			},
			"required": ["active"],
			"x-message": "checks needs active: without probes a node that was taken out would not come back",
			"additionalProperties": false
		},
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": true,
	"allOf": [{
		"if": {
			"required": ["pass_host"],
			"properties": { "pass_host": { "const": "rewrite" } }
		},
		"then": {
			"required": ["upstream_host"],
			"x-message": "pass_host rewrite needs upstream_host"
		}
	}, {
		"if": {
			"required": ["type"],
			"properties": {
				"type": { "const": "chash" },
				"hash_on": { "not": { "const": "consumer" } }
			}
		},
		"then": {
			"required": ["key"],
			"x-message": "type chash needs key, unless hash_on is consumer"
		}
	}],
	"definitions": {
		"statuses": {
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": {
				"type": "integer",
				"minimum": 200,
				"maximum": 599
			}
		},
		"activeCheck": {
			"title": "ActiveHealthCheck",
			"description": "A probe that is sent to each node again and again.",
			"type": "object",
			"properties": {
				"type": {
					"type": "string",
					"enum": [
						"http",
						"https",
						"tcp"
					],
					"default": "http",
					"description": "What is probed: the answer to a GET, or whether a connection can be made."
				},
				"timeout": {
					"type": "number",
					"exclusiveMinimum": 0,
					"default": 1,
					"description": "Seconds for a probe."
				},
				"concurrency": {
					"type": "integer",
					"minimum": 1,
					"default": 10,
					"description": "Probes at a time."
				},
				"host": {
					"type": "string",
					"minLength": 1,
					"description": "The Host header, and the name in TLS."
				},
				"port": {
					"type": "integer",
					"minimum": 1,
					"maximum": 65535,
					"description": "Instead of the node's own."
				},
				"http_path": {
					"type": "string",
					"pattern": "^/",
					"default": "/",
					"description": "The path of the GET."
				},
				"https_verify_certificate": {
					"type": "boolean",
					"default": true,
					"description": "Whether a certificate that is not trusted is a failure."
				},
				"req_headers": {
					"type": "array",
					"minItems": 1,
					"uniqueItems": true,
					"items": {
						"type": "string",
						"pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$"
					},
					"description": "Further headers, each as \"Name: value\"."
				},
				"healthy": {
					"title": "ActiveHealthy",
					"description": "When a node that was taken out is used again.",
					"type": "object",
					"properties": {
						"interval": {
							"type": "integer",
							"minimum": 1,
							"default": 1,
							"description": "Seconds between probes of a node that is well."
						},
						"http_statuses": {
							"allOf": [{ "$ref": "#/definitions/statuses" }],
							"default": [200, 302],
							"description": "Statuses that count as a success."
						},
						"successes": {
							"type": "integer",
							"minimum": 1,
							"maximum": 254,
							"default": 2,
							"description": "Successes in a row that are needed."
						}
					},
					"additionalProperties": false
				},
				"unhealthy": {
					"title": "ActiveUnhealthy",
					"description": "When a node is taken out.",
					"type": "object",
					"properties": {
						"interval": {
							"type": "integer",
							"minimum": 1,
							"default": 1,
							"description": "Seconds between probes of a node that was taken out."
						},
						"http_statuses": {
							"allOf": [{ "$ref": "#/definitions/statuses" }],
							"default": [
								429,
								404,
								500,
								501,
								502,
								503,
								504,
								505
							],
							"description": "Statuses that count as a failure."
						},
						"http_failures": {
							"type": "integer",
							"minimum": 1,
							"maximum": 254,
							"default": 5,
							"description": "Such statuses without a success in between."
						},
						"tcp_failures": {
							"type": "integer",
							"minimum": 1,
							"maximum": 254,
							"default": 2,
							"description": "Broken or refused connections without a success in between."
						},
						"timeouts": {
							"type": "integer",
							"minimum": 1,
							"maximum": 254,
							"default": 3,
							"description": "Probes without an answer in time, without a success in between."
						}
					},
					"additionalProperties": false
				}
			},
			"additionalProperties": false
		},
		"passiveCheck": {
			"title": "PassiveHealthCheck",
			"description": "What the answers to clients' requests tell of a node.",
			"type": "object",
			"properties": {
				"type": {
					"type": "string",
					"enum": [
						"http",
						"https",
						"tcp"
					],
					"default": "http",
					"description": "tcp: statuses are not looked at."
				},
				"healthy": {
					"title": "PassiveHealthy",
					"description": "When a node that was taken out is used again.",
					"type": "object",
					"properties": {
						"http_statuses": {
							"allOf": [{ "$ref": "#/definitions/statuses" }],
							"default": [
								200,
								201,
								202,
								203,
								204,
								205,
								206,
								207,
								208,
								226,
								300,
								301,
								302,
								303,
								304,
								305,
								306,
								307,
								308
							],
							"description": "Statuses that count as a success."
						},
						"successes": {
							"type": "integer",
							"minimum": 0,
							"maximum": 254,
							"default": 5,
							"description": "Successes in a row that are needed; 0: none are counted."
						}
					},
					"additionalProperties": false
				},
				"unhealthy": {
					"title": "PassiveUnhealthy",
					"description": "When a node is taken out.",
					"type": "object",
					"properties": {
						"http_statuses": {
							"allOf": [{ "$ref": "#/definitions/statuses" }],
							"default": [
								429,
								500,
								503
							],
							"description": "Statuses that count as a failure."
						},
						"http_failures": {
							"type": "integer",
							"minimum": 0,
							"maximum": 254,
							"default": 5,
							"description": "Such statuses without a success in between; 0: none are counted."
						},
						"tcp_failures": {
							"type": "integer",
							"minimum": 0,
							"maximum": 254,
							"default": 2,
							"description": "Broken or refused connections without a success in between; 0: none are counted."
						},
						"timeouts": {
							"type": "integer",
							"minimum": 0,
							"maximum": 254,
							"default": 7,
							"description": "Requests without an answer in time, without a success in between; 0: none are counted."
						}
					},
					"additionalProperties": false
				}
			},
			"additionalProperties": false
		},
		"node": {
			"title": "UpstreamNode",
			"description": "A server behind a route or service.",
			"type": "object",
			"required": ["host", "weight"],
			"properties": {
				"host": {
					"type": "string",
					"minLength": 1,
					"description": "Host name or address."
				},
				"port": {
					"type": "integer",
					"minimum": 1,
					"maximum": 65535,
					"description": "Port; that of the scheme when left out."
				},
				"weight": {
					"type": "integer",
					"minimum": 0,
					"description": "Share of the requests; 0 gets none."
				},
				"priority": {
					"type": "integer",
					"default": 0,
					"description": "Nodes of a lower priority serve only when the higher ones are down."
				}
			},
			"additionalProperties": true
		}
	}
};
function validate249(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate249.errors = vErrors;
	return errors === 0;
}
function validate251(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema63.type,
			parentSchema: schema63,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate251.errors = vErrors;
	return errors === 0;
}
function validate253(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate253.errors = vErrors;
	return errors === 0;
}
function validate255(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate255.errors = vErrors;
	return errors === 0;
}
const schema107 = {
	"title": "UpstreamNode",
	"description": "A server behind a route or service.",
	"type": "object",
	"required": ["host", "weight"],
	"properties": {
		"host": {
			"type": "string",
			"minLength": 1,
			"description": "Host name or address."
		},
		"port": {
			"type": "integer",
			"minimum": 1,
			"maximum": 65535,
			"description": "Port; that of the scheme when left out."
		},
		"weight": {
			"type": "integer",
			"minimum": 0,
			"description": "Share of the requests; 0 gets none."
		},
		"priority": {
			"type": "integer",
			"default": 0,
			"description": "Nodes of a lower priority serve only when the higher ones are down."
		}
	},
	"additionalProperties": true
};
function validate257(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.host === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "host" },
				message: "must have required property 'host'",
				schema: schema107.required,
				parentSchema: schema107,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.weight === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "weight" },
				message: "must have required property 'weight'",
				schema: schema107.required,
				parentSchema: schema107,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.host !== void 0) {
			let data0 = data.host;
			if (typeof data0 === "string") {
				if (func2(data0) < 1) {
					const err2 = {
						instancePath: instancePath + "/host",
						schemaPath: "#/properties/host/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema107.properties.host,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/host",
					schemaPath: "#/properties/host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema107.properties.host.type,
					parentSchema: schema107.properties.host,
					data: data0
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.port !== void 0) {
			let data1 = data.port;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err4 = {
					instancePath: instancePath + "/port",
					schemaPath: "#/properties/port/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema107.properties.port.type,
					parentSchema: schema107.properties.port,
					data: data1
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 > 65535 || isNaN(data1)) {
					const err5 = {
						instancePath: instancePath + "/port",
						schemaPath: "#/properties/port/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 65535
						},
						message: "must be <= 65535",
						schema: 65535,
						parentSchema: schema107.properties.port,
						data: data1
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (data1 < 1 || isNaN(data1)) {
					const err6 = {
						instancePath: instancePath + "/port",
						schemaPath: "#/properties/port/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema107.properties.port,
						data: data1
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
		if (data.weight !== void 0) {
			let data2 = data.weight;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
				const err7 = {
					instancePath: instancePath + "/weight",
					schemaPath: "#/properties/weight/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema107.properties.weight.type,
					parentSchema: schema107.properties.weight,
					data: data2
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 < 0 || isNaN(data2)) {
					const err8 = {
						instancePath: instancePath + "/weight",
						schemaPath: "#/properties/weight/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema107.properties.weight,
						data: data2
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			}
		}
		if (data.priority !== void 0) {
			let data3 = data.priority;
			if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
				const err9 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema107.properties.priority.type,
					parentSchema: schema107.properties.priority,
					data: data3
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
	} else {
		const err10 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema107.type,
			parentSchema: schema107,
			data
		};
		if (vErrors === null) vErrors = [err10];
		else vErrors.push(err10);
		errors++;
	}
	validate257.errors = vErrors;
	return errors === 0;
}
const schema108 = {
	"title": "Timeout",
	"description": "Upstream time limits in seconds.",
	"type": "object",
	"properties": {
		"connect": {
			"type": "number",
			"exclusiveMinimum": 0,
			"description": "Seconds to connect."
		},
		"send": {
			"type": "number",
			"exclusiveMinimum": 0,
			"description": "Seconds between two writes."
		},
		"read": {
			"type": "number",
			"exclusiveMinimum": 0,
			"description": "Seconds between two reads."
		}
	},
	"additionalProperties": false
};
function validate259(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "connect" || key0 === "send" || key0 === "read")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema108,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.connect !== void 0) {
			let data0 = data.connect;
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 <= 0 || isNaN(data0)) {
					const err1 = {
						instancePath: instancePath + "/connect",
						schemaPath: "#/properties/connect/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema108.properties.connect,
						data: data0
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/connect",
					schemaPath: "#/properties/connect/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema108.properties.connect.type,
					parentSchema: schema108.properties.connect,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.send !== void 0) {
			let data1 = data.send;
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 <= 0 || isNaN(data1)) {
					const err3 = {
						instancePath: instancePath + "/send",
						schemaPath: "#/properties/send/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema108.properties.send,
						data: data1
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/send",
					schemaPath: "#/properties/send/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema108.properties.send.type,
					parentSchema: schema108.properties.send,
					data: data1
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.read !== void 0) {
			let data2 = data.read;
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 <= 0 || isNaN(data2)) {
					const err5 = {
						instancePath: instancePath + "/read",
						schemaPath: "#/properties/read/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema108.properties.read,
						data: data2
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/read",
					schemaPath: "#/properties/read/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema108.properties.read.type,
					parentSchema: schema108.properties.read,
					data: data2
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
	} else {
		const err7 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema108.type,
			parentSchema: schema108,
			data
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	validate259.errors = vErrors;
	return errors === 0;
}
const schema109 = {
	"title": "ActiveHealthCheck",
	"description": "A probe that is sent to each node again and again.",
	"type": "object",
	"properties": {
		"type": {
			"type": "string",
			"enum": [
				"http",
				"https",
				"tcp"
			],
			"default": "http",
			"description": "What is probed: the answer to a GET, or whether a connection can be made."
		},
		"timeout": {
			"type": "number",
			"exclusiveMinimum": 0,
			"default": 1,
			"description": "Seconds for a probe."
		},
		"concurrency": {
			"type": "integer",
			"minimum": 1,
			"default": 10,
			"description": "Probes at a time."
		},
		"host": {
			"type": "string",
			"minLength": 1,
			"description": "The Host header, and the name in TLS."
		},
		"port": {
			"type": "integer",
			"minimum": 1,
			"maximum": 65535,
			"description": "Instead of the node's own."
		},
		"http_path": {
			"type": "string",
			"pattern": "^/",
			"default": "/",
			"description": "The path of the GET."
		},
		"https_verify_certificate": {
			"type": "boolean",
			"default": true,
			"description": "Whether a certificate that is not trusted is a failure."
		},
		"req_headers": {
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": {
				"type": "string",
				"pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$"
			},
			"description": "Further headers, each as \"Name: value\"."
		},
		"healthy": {
			"title": "ActiveHealthy",
			"description": "When a node that was taken out is used again.",
			"type": "object",
			"properties": {
				"interval": {
					"type": "integer",
					"minimum": 1,
					"default": 1,
					"description": "Seconds between probes of a node that is well."
				},
				"http_statuses": {
					"allOf": [{ "$ref": "#/definitions/statuses" }],
					"default": [200, 302],
					"description": "Statuses that count as a success."
				},
				"successes": {
					"type": "integer",
					"minimum": 1,
					"maximum": 254,
					"default": 2,
					"description": "Successes in a row that are needed."
				}
			},
			"additionalProperties": false
		},
		"unhealthy": {
			"title": "ActiveUnhealthy",
			"description": "When a node is taken out.",
			"type": "object",
			"properties": {
				"interval": {
					"type": "integer",
					"minimum": 1,
					"default": 1,
					"description": "Seconds between probes of a node that was taken out."
				},
				"http_statuses": {
					"allOf": [{ "$ref": "#/definitions/statuses" }],
					"default": [
						429,
						404,
						500,
						501,
						502,
						503,
						504,
						505
					],
					"description": "Statuses that count as a failure."
				},
				"http_failures": {
					"type": "integer",
					"minimum": 1,
					"maximum": 254,
					"default": 5,
					"description": "Such statuses without a success in between."
				},
				"tcp_failures": {
					"type": "integer",
					"minimum": 1,
					"maximum": 254,
					"default": 2,
					"description": "Broken or refused connections without a success in between."
				},
				"timeouts": {
					"type": "integer",
					"minimum": 1,
					"maximum": 254,
					"default": 3,
					"description": "Probes without an answer in time, without a success in between."
				}
			},
			"additionalProperties": false
		}
	},
	"additionalProperties": false
};
const pattern28 = new RegExp("^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$", "u");
const schema110 = {
	"type": "array",
	"minItems": 1,
	"uniqueItems": true,
	"items": {
		"type": "integer",
		"minimum": 200,
		"maximum": 599
	}
};
function validate262(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (Array.isArray(data)) {
		if (data.length < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minItems",
				keyword: "minItems",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 items",
				schema: 1,
				parentSchema: schema110,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		const len0 = data.length;
		for (let i0 = 0; i0 < len0; i0++) {
			let data0 = data[i0];
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err1 = {
					instancePath: instancePath + "/" + i0,
					schemaPath: "#/items/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema110.items.type,
					parentSchema: schema110.items,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 > 599 || isNaN(data0)) {
					const err2 = {
						instancePath: instancePath + "/" + i0,
						schemaPath: "#/items/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema110.items,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				if (data0 < 200 || isNaN(data0)) {
					const err3 = {
						instancePath: instancePath + "/" + i0,
						schemaPath: "#/items/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200",
						schema: 200,
						parentSchema: schema110.items,
						data: data0
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			}
		}
		let i1 = data.length;
		let j0;
		if (i1 > 1) {
			const indices0 = {};
			for (; i1--;) {
				let item0 = data[i1];
				if (!(typeof item0 == "number" && !(item0 % 1) && !isNaN(item0) && isFinite(item0))) continue;
				if (typeof indices0[item0] == "number") {
					j0 = indices0[item0];
					const err4 = {
						instancePath,
						schemaPath: "#/uniqueItems",
						keyword: "uniqueItems",
						params: {
							i: i1,
							j: j0
						},
						message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)",
						schema: true,
						parentSchema: schema110,
						data
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
					break;
				}
				indices0[item0] = i1;
			}
		}
	} else {
		const err5 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "array" },
			message: "must be array",
			schema: schema110.type,
			parentSchema: schema110,
			data
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	validate262.errors = vErrors;
	return errors === 0;
}
function validate261(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func7.call(schema109.properties, key0)) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema109,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.type !== void 0) {
			let data0 = data.type;
			if (typeof data0 !== "string") {
				const err1 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema109.properties.type.type,
					parentSchema: schema109.properties.type,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!(data0 === "http" || data0 === "https" || data0 === "tcp")) {
				const err2 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/enum",
					keyword: "enum",
					params: { allowedValues: schema109.properties.type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema109.properties.type.enum,
					parentSchema: schema109.properties.type,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.timeout !== void 0) {
			let data1 = data.timeout;
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 <= 0 || isNaN(data1)) {
					const err3 = {
						instancePath: instancePath + "/timeout",
						schemaPath: "#/properties/timeout/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema109.properties.timeout,
						data: data1
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/timeout",
					schemaPath: "#/properties/timeout/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema109.properties.timeout.type,
					parentSchema: schema109.properties.timeout,
					data: data1
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.concurrency !== void 0) {
			let data2 = data.concurrency;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
				const err5 = {
					instancePath: instancePath + "/concurrency",
					schemaPath: "#/properties/concurrency/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema109.properties.concurrency.type,
					parentSchema: schema109.properties.concurrency,
					data: data2
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 < 1 || isNaN(data2)) {
					const err6 = {
						instancePath: instancePath + "/concurrency",
						schemaPath: "#/properties/concurrency/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema109.properties.concurrency,
						data: data2
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
		if (data.host !== void 0) {
			let data3 = data.host;
			if (typeof data3 === "string") {
				if (func2(data3) < 1) {
					const err7 = {
						instancePath: instancePath + "/host",
						schemaPath: "#/properties/host/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema109.properties.host,
						data: data3
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/host",
					schemaPath: "#/properties/host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema109.properties.host.type,
					parentSchema: schema109.properties.host,
					data: data3
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.port !== void 0) {
			let data4 = data.port;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
				const err9 = {
					instancePath: instancePath + "/port",
					schemaPath: "#/properties/port/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema109.properties.port.type,
					parentSchema: schema109.properties.port,
					data: data4
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
			if (typeof data4 == "number" && isFinite(data4)) {
				if (data4 > 65535 || isNaN(data4)) {
					const err10 = {
						instancePath: instancePath + "/port",
						schemaPath: "#/properties/port/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 65535
						},
						message: "must be <= 65535",
						schema: 65535,
						parentSchema: schema109.properties.port,
						data: data4
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
				if (data4 < 1 || isNaN(data4)) {
					const err11 = {
						instancePath: instancePath + "/port",
						schemaPath: "#/properties/port/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1",
						schema: 1,
						parentSchema: schema109.properties.port,
						data: data4
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			}
		}
		if (data.http_path !== void 0) {
			let data5 = data.http_path;
			if (typeof data5 === "string") {
				if (!pattern5.test(data5)) {
					const err12 = {
						instancePath: instancePath + "/http_path",
						schemaPath: "#/properties/http_path/pattern",
						keyword: "pattern",
						params: { pattern: "^/" },
						message: "must match pattern \"^/\"",
						schema: "^/",
						parentSchema: schema109.properties.http_path,
						data: data5
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/http_path",
					schemaPath: "#/properties/http_path/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema109.properties.http_path.type,
					parentSchema: schema109.properties.http_path,
					data: data5
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.https_verify_certificate !== void 0) {
			let data6 = data.https_verify_certificate;
			if (typeof data6 !== "boolean") {
				const err14 = {
					instancePath: instancePath + "/https_verify_certificate",
					schemaPath: "#/properties/https_verify_certificate/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema109.properties.https_verify_certificate.type,
					parentSchema: schema109.properties.https_verify_certificate,
					data: data6
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.req_headers !== void 0) {
			let data7 = data.req_headers;
			if (Array.isArray(data7)) {
				if (data7.length < 1) {
					const err15 = {
						instancePath: instancePath + "/req_headers",
						schemaPath: "#/properties/req_headers/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema109.properties.req_headers,
						data: data7
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				const len0 = data7.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data8 = data7[i0];
					if (typeof data8 === "string") {
						if (!pattern28.test(data8)) {
							const err16 = {
								instancePath: instancePath + "/req_headers/" + i0,
								schemaPath: "#/properties/req_headers/items/pattern",
								keyword: "pattern",
								params: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$" },
								message: "must match pattern \"^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$\"",
								schema: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*$",
								parentSchema: schema109.properties.req_headers.items,
								data: data8
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
					} else {
						const err17 = {
							instancePath: instancePath + "/req_headers/" + i0,
							schemaPath: "#/properties/req_headers/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema109.properties.req_headers.items.type,
							parentSchema: schema109.properties.req_headers.items,
							data: data8
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
				}
				let i1 = data7.length;
				let j0;
				if (i1 > 1) {
					const indices0 = {};
					for (; i1--;) {
						let item0 = data7[i1];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j0 = indices0[item0];
							const err18 = {
								instancePath: instancePath + "/req_headers",
								schemaPath: "#/properties/req_headers/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i1,
									j: j0
								},
								message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)",
								schema: true,
								parentSchema: schema109.properties.req_headers,
								data: data7
							};
							if (vErrors === null) vErrors = [err18];
							else vErrors.push(err18);
							errors++;
							break;
						}
						indices0[item0] = i1;
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/req_headers",
					schemaPath: "#/properties/req_headers/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema109.properties.req_headers.type,
					parentSchema: schema109.properties.req_headers,
					data: data7
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.healthy !== void 0) {
			let data9 = data.healthy;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				for (const key1 in data9) if (!(key1 === "interval" || key1 === "http_statuses" || key1 === "successes")) {
					const err20 = {
						instancePath: instancePath + "/healthy",
						schemaPath: "#/properties/healthy/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema109.properties.healthy,
						data: data9
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
				if (data9.interval !== void 0) {
					let data10 = data9.interval;
					if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
						const err21 = {
							instancePath: instancePath + "/healthy/interval",
							schemaPath: "#/properties/healthy/properties/interval/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema109.properties.healthy.properties.interval.type,
							parentSchema: schema109.properties.healthy.properties.interval,
							data: data10
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
					if (typeof data10 == "number" && isFinite(data10)) {
						if (data10 < 1 || isNaN(data10)) {
							const err22 = {
								instancePath: instancePath + "/healthy/interval",
								schemaPath: "#/properties/healthy/properties/interval/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema109.properties.healthy.properties.interval,
								data: data10
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
					}
				}
				if (data9.http_statuses !== void 0) {
					if (!validate262(data9.http_statuses, {
						instancePath: instancePath + "/healthy/http_statuses",
						parentData: data9,
						parentDataProperty: "http_statuses",
						rootData
					})) {
						vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
						errors = vErrors.length;
					}
				}
				if (data9.successes !== void 0) {
					let data12 = data9.successes;
					if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
						const err23 = {
							instancePath: instancePath + "/healthy/successes",
							schemaPath: "#/properties/healthy/properties/successes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema109.properties.healthy.properties.successes.type,
							parentSchema: schema109.properties.healthy.properties.successes,
							data: data12
						};
						if (vErrors === null) vErrors = [err23];
						else vErrors.push(err23);
						errors++;
					}
					if (typeof data12 == "number" && isFinite(data12)) {
						if (data12 > 254 || isNaN(data12)) {
							const err24 = {
								instancePath: instancePath + "/healthy/successes",
								schemaPath: "#/properties/healthy/properties/successes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema109.properties.healthy.properties.successes,
								data: data12
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
						if (data12 < 1 || isNaN(data12)) {
							const err25 = {
								instancePath: instancePath + "/healthy/successes",
								schemaPath: "#/properties/healthy/properties/successes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema109.properties.healthy.properties.successes,
								data: data12
							};
							if (vErrors === null) vErrors = [err25];
							else vErrors.push(err25);
							errors++;
						}
					}
				}
			} else {
				const err26 = {
					instancePath: instancePath + "/healthy",
					schemaPath: "#/properties/healthy/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema109.properties.healthy.type,
					parentSchema: schema109.properties.healthy,
					data: data9
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
		}
		if (data.unhealthy !== void 0) {
			let data13 = data.unhealthy;
			if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
				for (const key2 in data13) if (!(key2 === "interval" || key2 === "http_statuses" || key2 === "http_failures" || key2 === "tcp_failures" || key2 === "timeouts")) {
					const err27 = {
						instancePath: instancePath + "/unhealthy",
						schemaPath: "#/properties/unhealthy/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema109.properties.unhealthy,
						data: data13
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
				if (data13.interval !== void 0) {
					let data14 = data13.interval;
					if (!(typeof data14 == "number" && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
						const err28 = {
							instancePath: instancePath + "/unhealthy/interval",
							schemaPath: "#/properties/unhealthy/properties/interval/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema109.properties.unhealthy.properties.interval.type,
							parentSchema: schema109.properties.unhealthy.properties.interval,
							data: data14
						};
						if (vErrors === null) vErrors = [err28];
						else vErrors.push(err28);
						errors++;
					}
					if (typeof data14 == "number" && isFinite(data14)) {
						if (data14 < 1 || isNaN(data14)) {
							const err29 = {
								instancePath: instancePath + "/unhealthy/interval",
								schemaPath: "#/properties/unhealthy/properties/interval/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema109.properties.unhealthy.properties.interval,
								data: data14
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
					}
				}
				if (data13.http_statuses !== void 0) {
					if (!validate262(data13.http_statuses, {
						instancePath: instancePath + "/unhealthy/http_statuses",
						parentData: data13,
						parentDataProperty: "http_statuses",
						rootData
					})) {
						vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
						errors = vErrors.length;
					}
				}
				if (data13.http_failures !== void 0) {
					let data16 = data13.http_failures;
					if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
						const err30 = {
							instancePath: instancePath + "/unhealthy/http_failures",
							schemaPath: "#/properties/unhealthy/properties/http_failures/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema109.properties.unhealthy.properties.http_failures.type,
							parentSchema: schema109.properties.unhealthy.properties.http_failures,
							data: data16
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
					if (typeof data16 == "number" && isFinite(data16)) {
						if (data16 > 254 || isNaN(data16)) {
							const err31 = {
								instancePath: instancePath + "/unhealthy/http_failures",
								schemaPath: "#/properties/unhealthy/properties/http_failures/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema109.properties.unhealthy.properties.http_failures,
								data: data16
							};
							if (vErrors === null) vErrors = [err31];
							else vErrors.push(err31);
							errors++;
						}
						if (data16 < 1 || isNaN(data16)) {
							const err32 = {
								instancePath: instancePath + "/unhealthy/http_failures",
								schemaPath: "#/properties/unhealthy/properties/http_failures/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema109.properties.unhealthy.properties.http_failures,
								data: data16
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
					}
				}
				if (data13.tcp_failures !== void 0) {
					let data17 = data13.tcp_failures;
					if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
						const err33 = {
							instancePath: instancePath + "/unhealthy/tcp_failures",
							schemaPath: "#/properties/unhealthy/properties/tcp_failures/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema109.properties.unhealthy.properties.tcp_failures.type,
							parentSchema: schema109.properties.unhealthy.properties.tcp_failures,
							data: data17
						};
						if (vErrors === null) vErrors = [err33];
						else vErrors.push(err33);
						errors++;
					}
					if (typeof data17 == "number" && isFinite(data17)) {
						if (data17 > 254 || isNaN(data17)) {
							const err34 = {
								instancePath: instancePath + "/unhealthy/tcp_failures",
								schemaPath: "#/properties/unhealthy/properties/tcp_failures/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema109.properties.unhealthy.properties.tcp_failures,
								data: data17
							};
							if (vErrors === null) vErrors = [err34];
							else vErrors.push(err34);
							errors++;
						}
						if (data17 < 1 || isNaN(data17)) {
							const err35 = {
								instancePath: instancePath + "/unhealthy/tcp_failures",
								schemaPath: "#/properties/unhealthy/properties/tcp_failures/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema109.properties.unhealthy.properties.tcp_failures,
								data: data17
							};
							if (vErrors === null) vErrors = [err35];
							else vErrors.push(err35);
							errors++;
						}
					}
				}
				if (data13.timeouts !== void 0) {
					let data18 = data13.timeouts;
					if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
						const err36 = {
							instancePath: instancePath + "/unhealthy/timeouts",
							schemaPath: "#/properties/unhealthy/properties/timeouts/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema109.properties.unhealthy.properties.timeouts.type,
							parentSchema: schema109.properties.unhealthy.properties.timeouts,
							data: data18
						};
						if (vErrors === null) vErrors = [err36];
						else vErrors.push(err36);
						errors++;
					}
					if (typeof data18 == "number" && isFinite(data18)) {
						if (data18 > 254 || isNaN(data18)) {
							const err37 = {
								instancePath: instancePath + "/unhealthy/timeouts",
								schemaPath: "#/properties/unhealthy/properties/timeouts/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema109.properties.unhealthy.properties.timeouts,
								data: data18
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
						if (data18 < 1 || isNaN(data18)) {
							const err38 = {
								instancePath: instancePath + "/unhealthy/timeouts",
								schemaPath: "#/properties/unhealthy/properties/timeouts/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema109.properties.unhealthy.properties.timeouts,
								data: data18
							};
							if (vErrors === null) vErrors = [err38];
							else vErrors.push(err38);
							errors++;
						}
					}
				}
			} else {
				const err39 = {
					instancePath: instancePath + "/unhealthy",
					schemaPath: "#/properties/unhealthy/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema109.properties.unhealthy.type,
					parentSchema: schema109.properties.unhealthy,
					data: data13
				};
				if (vErrors === null) vErrors = [err39];
				else vErrors.push(err39);
				errors++;
			}
		}
	} else {
		const err40 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema109.type,
			parentSchema: schema109,
			data
		};
		if (vErrors === null) vErrors = [err40];
		else vErrors.push(err40);
		errors++;
	}
	validate261.errors = vErrors;
	return errors === 0;
}
const schema111 = {
	"title": "PassiveHealthCheck",
	"description": "What the answers to clients' requests tell of a node.",
	"type": "object",
	"properties": {
		"type": {
			"type": "string",
			"enum": [
				"http",
				"https",
				"tcp"
			],
			"default": "http",
			"description": "tcp: statuses are not looked at."
		},
		"healthy": {
			"title": "PassiveHealthy",
			"description": "When a node that was taken out is used again.",
			"type": "object",
			"properties": {
				"http_statuses": {
					"allOf": [{ "$ref": "#/definitions/statuses" }],
					"default": [
						200,
						201,
						202,
						203,
						204,
						205,
						206,
						207,
						208,
						226,
						300,
						301,
						302,
						303,
						304,
						305,
						306,
						307,
						308
					],
					"description": "Statuses that count as a success."
				},
				"successes": {
					"type": "integer",
					"minimum": 0,
					"maximum": 254,
					"default": 5,
					"description": "Successes in a row that are needed; 0: none are counted."
				}
			},
			"additionalProperties": false
		},
		"unhealthy": {
			"title": "PassiveUnhealthy",
			"description": "When a node is taken out.",
			"type": "object",
			"properties": {
				"http_statuses": {
					"allOf": [{ "$ref": "#/definitions/statuses" }],
					"default": [
						429,
						500,
						503
					],
					"description": "Statuses that count as a failure."
				},
				"http_failures": {
					"type": "integer",
					"minimum": 0,
					"maximum": 254,
					"default": 5,
					"description": "Such statuses without a success in between; 0: none are counted."
				},
				"tcp_failures": {
					"type": "integer",
					"minimum": 0,
					"maximum": 254,
					"default": 2,
					"description": "Broken or refused connections without a success in between; 0: none are counted."
				},
				"timeouts": {
					"type": "integer",
					"minimum": 0,
					"maximum": 254,
					"default": 7,
					"description": "Requests without an answer in time, without a success in between; 0: none are counted."
				}
			},
			"additionalProperties": false
		}
	},
	"additionalProperties": false
};
function validate266(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "type" || key0 === "healthy" || key0 === "unhealthy")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema111,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.type !== void 0) {
			let data0 = data.type;
			if (typeof data0 !== "string") {
				const err1 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema111.properties.type.type,
					parentSchema: schema111.properties.type,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!(data0 === "http" || data0 === "https" || data0 === "tcp")) {
				const err2 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/enum",
					keyword: "enum",
					params: { allowedValues: schema111.properties.type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema111.properties.type.enum,
					parentSchema: schema111.properties.type,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.healthy !== void 0) {
			let data1 = data.healthy;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				for (const key1 in data1) if (!(key1 === "http_statuses" || key1 === "successes")) {
					const err3 = {
						instancePath: instancePath + "/healthy",
						schemaPath: "#/properties/healthy/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema111.properties.healthy,
						data: data1
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
				if (data1.http_statuses !== void 0) {
					if (!validate262(data1.http_statuses, {
						instancePath: instancePath + "/healthy/http_statuses",
						parentData: data1,
						parentDataProperty: "http_statuses",
						rootData
					})) {
						vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
						errors = vErrors.length;
					}
				}
				if (data1.successes !== void 0) {
					let data3 = data1.successes;
					if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
						const err4 = {
							instancePath: instancePath + "/healthy/successes",
							schemaPath: "#/properties/healthy/properties/successes/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema111.properties.healthy.properties.successes.type,
							parentSchema: schema111.properties.healthy.properties.successes,
							data: data3
						};
						if (vErrors === null) vErrors = [err4];
						else vErrors.push(err4);
						errors++;
					}
					if (typeof data3 == "number" && isFinite(data3)) {
						if (data3 > 254 || isNaN(data3)) {
							const err5 = {
								instancePath: instancePath + "/healthy/successes",
								schemaPath: "#/properties/healthy/properties/successes/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema111.properties.healthy.properties.successes,
								data: data3
							};
							if (vErrors === null) vErrors = [err5];
							else vErrors.push(err5);
							errors++;
						}
						if (data3 < 0 || isNaN(data3)) {
							const err6 = {
								instancePath: instancePath + "/healthy/successes",
								schemaPath: "#/properties/healthy/properties/successes/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema111.properties.healthy.properties.successes,
								data: data3
							};
							if (vErrors === null) vErrors = [err6];
							else vErrors.push(err6);
							errors++;
						}
					}
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/healthy",
					schemaPath: "#/properties/healthy/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema111.properties.healthy.type,
					parentSchema: schema111.properties.healthy,
					data: data1
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.unhealthy !== void 0) {
			let data4 = data.unhealthy;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				for (const key2 in data4) if (!(key2 === "http_statuses" || key2 === "http_failures" || key2 === "tcp_failures" || key2 === "timeouts")) {
					const err8 = {
						instancePath: instancePath + "/unhealthy",
						schemaPath: "#/properties/unhealthy/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema111.properties.unhealthy,
						data: data4
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				if (data4.http_statuses !== void 0) {
					if (!validate262(data4.http_statuses, {
						instancePath: instancePath + "/unhealthy/http_statuses",
						parentData: data4,
						parentDataProperty: "http_statuses",
						rootData
					})) {
						vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
						errors = vErrors.length;
					}
				}
				if (data4.http_failures !== void 0) {
					let data6 = data4.http_failures;
					if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
						const err9 = {
							instancePath: instancePath + "/unhealthy/http_failures",
							schemaPath: "#/properties/unhealthy/properties/http_failures/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema111.properties.unhealthy.properties.http_failures.type,
							parentSchema: schema111.properties.unhealthy.properties.http_failures,
							data: data6
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
					if (typeof data6 == "number" && isFinite(data6)) {
						if (data6 > 254 || isNaN(data6)) {
							const err10 = {
								instancePath: instancePath + "/unhealthy/http_failures",
								schemaPath: "#/properties/unhealthy/properties/http_failures/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema111.properties.unhealthy.properties.http_failures,
								data: data6
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
						if (data6 < 0 || isNaN(data6)) {
							const err11 = {
								instancePath: instancePath + "/unhealthy/http_failures",
								schemaPath: "#/properties/unhealthy/properties/http_failures/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema111.properties.unhealthy.properties.http_failures,
								data: data6
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
					}
				}
				if (data4.tcp_failures !== void 0) {
					let data7 = data4.tcp_failures;
					if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
						const err12 = {
							instancePath: instancePath + "/unhealthy/tcp_failures",
							schemaPath: "#/properties/unhealthy/properties/tcp_failures/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema111.properties.unhealthy.properties.tcp_failures.type,
							parentSchema: schema111.properties.unhealthy.properties.tcp_failures,
							data: data7
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
					if (typeof data7 == "number" && isFinite(data7)) {
						if (data7 > 254 || isNaN(data7)) {
							const err13 = {
								instancePath: instancePath + "/unhealthy/tcp_failures",
								schemaPath: "#/properties/unhealthy/properties/tcp_failures/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema111.properties.unhealthy.properties.tcp_failures,
								data: data7
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
						if (data7 < 0 || isNaN(data7)) {
							const err14 = {
								instancePath: instancePath + "/unhealthy/tcp_failures",
								schemaPath: "#/properties/unhealthy/properties/tcp_failures/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema111.properties.unhealthy.properties.tcp_failures,
								data: data7
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
					}
				}
				if (data4.timeouts !== void 0) {
					let data8 = data4.timeouts;
					if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
						const err15 = {
							instancePath: instancePath + "/unhealthy/timeouts",
							schemaPath: "#/properties/unhealthy/properties/timeouts/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema111.properties.unhealthy.properties.timeouts.type,
							parentSchema: schema111.properties.unhealthy.properties.timeouts,
							data: data8
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
					if (typeof data8 == "number" && isFinite(data8)) {
						if (data8 > 254 || isNaN(data8)) {
							const err16 = {
								instancePath: instancePath + "/unhealthy/timeouts",
								schemaPath: "#/properties/unhealthy/properties/timeouts/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 254
								},
								message: "must be <= 254",
								schema: 254,
								parentSchema: schema111.properties.unhealthy.properties.timeouts,
								data: data8
							};
							if (vErrors === null) vErrors = [err16];
							else vErrors.push(err16);
							errors++;
						}
						if (data8 < 0 || isNaN(data8)) {
							const err17 = {
								instancePath: instancePath + "/unhealthy/timeouts",
								schemaPath: "#/properties/unhealthy/properties/timeouts/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema111.properties.unhealthy.properties.timeouts,
								data: data8
							};
							if (vErrors === null) vErrors = [err17];
							else vErrors.push(err17);
							errors++;
						}
					}
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/unhealthy",
					schemaPath: "#/properties/unhealthy/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema111.properties.unhealthy.type,
					parentSchema: schema111.properties.unhealthy,
					data: data4
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
	} else {
		const err19 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema111.type,
			parentSchema: schema111,
			data
		};
		if (vErrors === null) vErrors = [err19];
		else vErrors.push(err19);
		errors++;
	}
	validate266.errors = vErrors;
	return errors === 0;
}
function validate270(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate270.errors = vErrors;
	return errors === 0;
}
function validate248(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.pass_host === void 0 && "pass_host") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		} else if (data.pass_host !== void 0) {
			if ("rewrite" !== data.pass_host) {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (_valid0) {
		const _errs5 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.upstream_host === void 0) {
				const err2 = {
					instancePath,
					schemaPath: "#/allOf/0/then/required",
					keyword: "required",
					params: { missingProperty: "upstream_host" },
					message: "must have required property 'upstream_host'",
					schema: schema102.allOf[0].then.required,
					parentSchema: schema102.allOf[0].then,
					data
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		var _valid0 = _errs5 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err3 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema102.allOf[0].if,
			parentSchema: schema102.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	const _errs7 = errors;
	let valid3 = true;
	const _errs8 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.type === void 0 && "type") {
			const err4 = {};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		} else {
			if (data.type !== void 0) {
				const _errs9 = errors;
				if ("chash" !== data.type) {
					const err5 = {};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				var valid4 = _errs9 === errors;
			} else var valid4 = true;
			if (valid4) {
				if (data.hash_on !== void 0) {
					const _errs10 = errors;
					const _errs11 = errors;
					const _errs12 = errors;
					if ("consumer" !== data.hash_on) {
						const err6 = {};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
					if (_errs12 === errors) {
						const err7 = {};
						if (vErrors === null) vErrors = [err7];
						else vErrors.push(err7);
						errors++;
					} else {
						errors = _errs11;
						if (vErrors !== null) {
							if (_errs11) vErrors.length = _errs11;
							else vErrors = null;
						}
					}
					var valid4 = _errs10 === errors;
				} else var valid4 = true;
			}
		}
	}
	var _valid1 = _errs8 === errors;
	errors = _errs7;
	if (vErrors !== null) {
		if (_errs7) vErrors.length = _errs7;
		else vErrors = null;
	}
	if (_valid1) {
		const _errs13 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.key === void 0) {
				const err8 = {
					instancePath,
					schemaPath: "#/allOf/1/then/required",
					keyword: "required",
					params: { missingProperty: "key" },
					message: "must have required property 'key'",
					schema: schema102.allOf[1].then.required,
					parentSchema: schema102.allOf[1].then,
					data
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		var _valid1 = _errs13 === errors;
		valid3 = _valid1;
	}
	if (!valid3) {
		const err9 = {
			instancePath,
			schemaPath: "#/allOf/1/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema102.allOf[1].if,
			parentSchema: schema102.allOf[1],
			data
		};
		if (vErrors === null) vErrors = [err9];
		else vErrors.push(err9);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id !== void 0) {
			if (!validate249(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate249.errors : vErrors.concat(validate249.errors);
				errors = vErrors.length;
			}
		}
		if (data.name !== void 0) {
			if (!validate251(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData
			})) {
				vErrors = vErrors === null ? validate251.errors : vErrors.concat(validate251.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate253(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate253.errors : vErrors.concat(validate253.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate255(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate255.errors : vErrors.concat(validate255.errors);
				errors = vErrors.length;
			}
		}
		if (data.nodes !== void 0) {
			let data7 = data.nodes;
			if (!data7 || typeof data7 != "object") {
				const err10 = {
					instancePath: instancePath + "/nodes",
					schemaPath: "#/properties/nodes/type",
					keyword: "type",
					params: { type: schema102.properties.nodes.type },
					message: "must be object,array",
					schema: schema102.properties.nodes.type,
					parentSchema: schema102.properties.nodes,
					data: data7
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
			if (Array.isArray(data7)) {
				const len0 = data7.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate257(data7[i0], {
					instancePath: instancePath + "/nodes/" + i0,
					parentData: data7,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate257.errors : vErrors.concat(validate257.errors);
					errors = vErrors.length;
				}
			}
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) for (const key0 in data7) {
				let data9 = data7[key0];
				if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
					const err11 = {
						instancePath: instancePath + "/nodes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/nodes/additionalProperties/type",
						keyword: "type",
						params: { type: "integer" },
						message: "must be integer",
						schema: schema102.properties.nodes.additionalProperties.type,
						parentSchema: schema102.properties.nodes.additionalProperties,
						data: data9
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
				if (typeof data9 == "number" && isFinite(data9)) {
					if (data9 < 0 || isNaN(data9)) {
						const err12 = {
							instancePath: instancePath + "/nodes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/nodes/additionalProperties/minimum",
							keyword: "minimum",
							params: {
								comparison: ">=",
								limit: 0
							},
							message: "must be >= 0",
							schema: 0,
							parentSchema: schema102.properties.nodes.additionalProperties,
							data: data9
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
			}
		}
		if (data.type !== void 0) {
			let data10 = data.type;
			if (typeof data10 !== "string") {
				const err13 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema102.properties.type.type,
					parentSchema: schema102.properties.type,
					data: data10
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
			if (!(data10 === "roundrobin" || data10 === "chash" || data10 === "ewma" || data10 === "least_conn")) {
				const err14 = {
					instancePath: instancePath + "/type",
					schemaPath: "#/properties/type/enum",
					keyword: "enum",
					params: { allowedValues: schema102.properties.type.enum },
					message: "must be equal to one of the allowed values",
					schema: schema102.properties.type.enum,
					parentSchema: schema102.properties.type,
					data: data10
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.hash_on !== void 0) {
			let data11 = data.hash_on;
			if (typeof data11 !== "string") {
				const err15 = {
					instancePath: instancePath + "/hash_on",
					schemaPath: "#/properties/hash_on/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema102.properties.hash_on.type,
					parentSchema: schema102.properties.hash_on,
					data: data11
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
			if (!(data11 === "vars" || data11 === "header" || data11 === "cookie" || data11 === "consumer" || data11 === "vars_combinations")) {
				const err16 = {
					instancePath: instancePath + "/hash_on",
					schemaPath: "#/properties/hash_on/enum",
					keyword: "enum",
					params: { allowedValues: schema102.properties.hash_on.enum },
					message: "must be equal to one of the allowed values",
					schema: schema102.properties.hash_on.enum,
					parentSchema: schema102.properties.hash_on,
					data: data11
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.key !== void 0) {
			let data12 = data.key;
			if (typeof data12 !== "string") {
				const err17 = {
					instancePath: instancePath + "/key",
					schemaPath: "#/properties/key/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema102.properties.key.type,
					parentSchema: schema102.properties.key,
					data: data12
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.scheme !== void 0) {
			let data13 = data.scheme;
			if (typeof data13 !== "string") {
				const err18 = {
					instancePath: instancePath + "/scheme",
					schemaPath: "#/properties/scheme/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema102.properties.scheme.type,
					parentSchema: schema102.properties.scheme,
					data: data13
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
			if (!(data13 === "http" || data13 === "https" || data13 === "grpc" || data13 === "grpcs" || data13 === "tcp" || data13 === "tls" || data13 === "udp" || data13 === "kafka")) {
				const err19 = {
					instancePath: instancePath + "/scheme",
					schemaPath: "#/properties/scheme/enum",
					keyword: "enum",
					params: { allowedValues: schema102.properties.scheme.enum },
					message: "must be equal to one of the allowed values",
					schema: schema102.properties.scheme.enum,
					parentSchema: schema102.properties.scheme,
					data: data13
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.pass_host !== void 0) {
			let data14 = data.pass_host;
			if (typeof data14 !== "string") {
				const err20 = {
					instancePath: instancePath + "/pass_host",
					schemaPath: "#/properties/pass_host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema102.properties.pass_host.type,
					parentSchema: schema102.properties.pass_host,
					data: data14
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
			if (!(data14 === "pass" || data14 === "node" || data14 === "rewrite")) {
				const err21 = {
					instancePath: instancePath + "/pass_host",
					schemaPath: "#/properties/pass_host/enum",
					keyword: "enum",
					params: { allowedValues: schema102.properties.pass_host.enum },
					message: "must be equal to one of the allowed values",
					schema: schema102.properties.pass_host.enum,
					parentSchema: schema102.properties.pass_host,
					data: data14
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.upstream_host !== void 0) {
			let data15 = data.upstream_host;
			if (typeof data15 === "string") {
				if (func2(data15) < 1) {
					const err22 = {
						instancePath: instancePath + "/upstream_host",
						schemaPath: "#/properties/upstream_host/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema102.properties.upstream_host,
						data: data15
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/upstream_host",
					schemaPath: "#/properties/upstream_host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema102.properties.upstream_host.type,
					parentSchema: schema102.properties.upstream_host,
					data: data15
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.retries !== void 0) {
			let data16 = data.retries;
			if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
				const err24 = {
					instancePath: instancePath + "/retries",
					schemaPath: "#/properties/retries/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema102.properties.retries.type,
					parentSchema: schema102.properties.retries,
					data: data16
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
			if (typeof data16 == "number" && isFinite(data16)) {
				if (data16 < 0 || isNaN(data16)) {
					const err25 = {
						instancePath: instancePath + "/retries",
						schemaPath: "#/properties/retries/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0",
						schema: 0,
						parentSchema: schema102.properties.retries,
						data: data16
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
			}
		}
		if (data.timeout !== void 0) {
			if (!validate259(data.timeout, {
				instancePath: instancePath + "/timeout",
				parentData: data,
				parentDataProperty: "timeout",
				rootData
			})) {
				vErrors = vErrors === null ? validate259.errors : vErrors.concat(validate259.errors);
				errors = vErrors.length;
			}
		}
		if (data.keepalive_pool !== void 0) {
			let data18 = data.keepalive_pool;
			if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
				for (const key1 in data18) if (!(key1 === "size" || key1 === "idle_timeout" || key1 === "requests")) {
					const err26 = {
						instancePath: instancePath + "/keepalive_pool",
						schemaPath: "#/properties/keepalive_pool/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema102.properties.keepalive_pool,
						data: data18
					};
					if (vErrors === null) vErrors = [err26];
					else vErrors.push(err26);
					errors++;
				}
				if (data18.size !== void 0) {
					let data19 = data18.size;
					if (!(typeof data19 == "number" && !(data19 % 1) && !isNaN(data19) && isFinite(data19))) {
						const err27 = {
							instancePath: instancePath + "/keepalive_pool/size",
							schemaPath: "#/properties/keepalive_pool/properties/size/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema102.properties.keepalive_pool.properties.size.type,
							parentSchema: schema102.properties.keepalive_pool.properties.size,
							data: data19
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
					if (typeof data19 == "number" && isFinite(data19)) {
						if (data19 < 1 || isNaN(data19)) {
							const err28 = {
								instancePath: instancePath + "/keepalive_pool/size",
								schemaPath: "#/properties/keepalive_pool/properties/size/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema102.properties.keepalive_pool.properties.size,
								data: data19
							};
							if (vErrors === null) vErrors = [err28];
							else vErrors.push(err28);
							errors++;
						}
					}
				}
				if (data18.idle_timeout !== void 0) {
					let data20 = data18.idle_timeout;
					if (typeof data20 == "number" && isFinite(data20)) {
						if (data20 < 0 || isNaN(data20)) {
							const err29 = {
								instancePath: instancePath + "/keepalive_pool/idle_timeout",
								schemaPath: "#/properties/keepalive_pool/properties/idle_timeout/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema102.properties.keepalive_pool.properties.idle_timeout,
								data: data20
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
					} else {
						const err30 = {
							instancePath: instancePath + "/keepalive_pool/idle_timeout",
							schemaPath: "#/properties/keepalive_pool/properties/idle_timeout/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number",
							schema: schema102.properties.keepalive_pool.properties.idle_timeout.type,
							parentSchema: schema102.properties.keepalive_pool.properties.idle_timeout,
							data: data20
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
				if (data18.requests !== void 0) {
					let data21 = data18.requests;
					if (!(typeof data21 == "number" && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
						const err31 = {
							instancePath: instancePath + "/keepalive_pool/requests",
							schemaPath: "#/properties/keepalive_pool/properties/requests/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema102.properties.keepalive_pool.properties.requests.type,
							parentSchema: schema102.properties.keepalive_pool.properties.requests,
							data: data21
						};
						if (vErrors === null) vErrors = [err31];
						else vErrors.push(err31);
						errors++;
					}
					if (typeof data21 == "number" && isFinite(data21)) {
						if (data21 < 1 || isNaN(data21)) {
							const err32 = {
								instancePath: instancePath + "/keepalive_pool/requests",
								schemaPath: "#/properties/keepalive_pool/properties/requests/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema102.properties.keepalive_pool.properties.requests,
								data: data21
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
					}
				}
			} else {
				const err33 = {
					instancePath: instancePath + "/keepalive_pool",
					schemaPath: "#/properties/keepalive_pool/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema102.properties.keepalive_pool.type,
					parentSchema: schema102.properties.keepalive_pool,
					data: data18
				};
				if (vErrors === null) vErrors = [err33];
				else vErrors.push(err33);
				errors++;
			}
		}
		if (data.checks !== void 0) {
			let data22 = data.checks;
			if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
				if (data22.active === void 0) {
					const err34 = {
						instancePath: instancePath + "/checks",
						schemaPath: "#/properties/checks/required",
						keyword: "required",
						params: { missingProperty: "active" },
						message: "must have required property 'active'",
						schema: schema102.properties.checks.required,
						parentSchema: schema102.properties.checks,
						data: data22
					};
					if (vErrors === null) vErrors = [err34];
					else vErrors.push(err34);
					errors++;
				}
				for (const key2 in data22) if (!(key2 === "active" || key2 === "passive")) {
					const err35 = {
						instancePath: instancePath + "/checks",
						schemaPath: "#/properties/checks/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema102.properties.checks,
						data: data22
					};
					if (vErrors === null) vErrors = [err35];
					else vErrors.push(err35);
					errors++;
				}
				if (data22.active !== void 0) {
					if (!validate261(data22.active, {
						instancePath: instancePath + "/checks/active",
						parentData: data22,
						parentDataProperty: "active",
						rootData
					})) {
						vErrors = vErrors === null ? validate261.errors : vErrors.concat(validate261.errors);
						errors = vErrors.length;
					}
				}
				if (data22.passive !== void 0) {
					if (!validate266(data22.passive, {
						instancePath: instancePath + "/checks/passive",
						parentData: data22,
						parentDataProperty: "passive",
						rootData
					})) {
						vErrors = vErrors === null ? validate266.errors : vErrors.concat(validate266.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err36 = {
					instancePath: instancePath + "/checks",
					schemaPath: "#/properties/checks/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema102.properties.checks.type,
					parentSchema: schema102.properties.checks,
					data: data22
				};
				if (vErrors === null) vErrors = [err36];
				else vErrors.push(err36);
				errors++;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate270(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate270.errors : vErrors.concat(validate270.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate270(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate270.errors : vErrors.concat(validate270.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err37 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema102.type,
			parentSchema: schema102,
			data
		};
		if (vErrors === null) vErrors = [err37];
		else vErrors.push(err37);
		errors++;
	}
	validate248.errors = vErrors;
	return errors === 0;
}
function validate274(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "connect" || key0 === "send" || key0 === "read")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema108,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.connect !== void 0) {
			let data0 = data.connect;
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 <= 0 || isNaN(data0)) {
					const err1 = {
						instancePath: instancePath + "/connect",
						schemaPath: "#/properties/connect/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema108.properties.connect,
						data: data0
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/connect",
					schemaPath: "#/properties/connect/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema108.properties.connect.type,
					parentSchema: schema108.properties.connect,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.send !== void 0) {
			let data1 = data.send;
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 <= 0 || isNaN(data1)) {
					const err3 = {
						instancePath: instancePath + "/send",
						schemaPath: "#/properties/send/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema108.properties.send,
						data: data1
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/send",
					schemaPath: "#/properties/send/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema108.properties.send.type,
					parentSchema: schema108.properties.send,
					data: data1
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.read !== void 0) {
			let data2 = data.read;
			if (typeof data2 == "number" && isFinite(data2)) {
				if (data2 <= 0 || isNaN(data2)) {
					const err5 = {
						instancePath: instancePath + "/read",
						schemaPath: "#/properties/read/exclusiveMinimum",
						keyword: "exclusiveMinimum",
						params: {
							comparison: ">",
							limit: 0
						},
						message: "must be > 0",
						schema: 0,
						parentSchema: schema108.properties.read,
						data: data2
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/read",
					schemaPath: "#/properties/read/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema108.properties.read.type,
					parentSchema: schema108.properties.read,
					data: data2
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
	} else {
		const err7 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema108.type,
			parentSchema: schema108,
			data
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	validate274.errors = vErrors;
	return errors === 0;
}
function validate276(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate276.errors = vErrors;
	return errors === 0;
}
const func0 = isDeepEqual;
function validate167(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs2 = errors;
	let valid1 = true;
	const _errs3 = errors;
	const _errs4 = errors;
	let valid2 = false;
	const _errs5 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.uri === void 0 && "uri") {
			const err0 = {};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	}
	var _valid1 = _errs5 === errors;
	valid2 = valid2 || _valid1;
	if (!valid2) {
		const _errs6 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.uris === void 0 && "uris") {
				const err1 = {};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		var _valid1 = _errs6 === errors;
		valid2 = valid2 || _valid1;
	}
	if (!valid2) {
		const err2 = {};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	} else {
		errors = _errs4;
		if (vErrors !== null) {
			if (_errs4) vErrors.length = _errs4;
			else vErrors = null;
		}
	}
	var _valid0 = _errs3 === errors;
	errors = _errs2;
	if (vErrors !== null) {
		if (_errs2) vErrors.length = _errs2;
		else vErrors = null;
	}
	if (!_valid0) {
		const _errs7 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.uri === void 0) {
				const err3 = {
					instancePath,
					schemaPath: "#/allOf/0/else/required",
					keyword: "required",
					params: { missingProperty: "uri" },
					message: "must have required property 'uri'",
					schema: schema75.allOf[0].else.required,
					parentSchema: schema75.allOf[0].else,
					data
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		var _valid0 = _errs7 === errors;
		valid1 = _valid0;
	}
	if (!valid1) {
		const err4 = {
			instancePath,
			schemaPath: "#/allOf/0/if",
			keyword: "if",
			params: { failingKeyword: "else" },
			message: "must match \"else\" schema",
			schema: schema75.allOf[0].if,
			parentSchema: schema75.allOf[0],
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	const _errs9 = errors;
	let valid3 = true;
	const _errs10 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.uri === void 0 && "uri") {
			const err5 = {};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
	}
	var _valid2 = _errs10 === errors;
	errors = _errs9;
	if (vErrors !== null) {
		if (_errs9) vErrors.length = _errs9;
		else vErrors = null;
	}
	if (_valid2) {
		const _errs11 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.uris !== void 0) {
				const err6 = {
					instancePath: instancePath + "/uris",
					schemaPath: "#/allOf/1/then/properties/uris/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema75.allOf[1].then.properties.uris.not,
					parentSchema: schema75.allOf[1].then.properties.uris,
					data: data.uris
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		var _valid2 = _errs11 === errors;
		valid3 = _valid2;
	}
	if (!valid3) {
		const err7 = {
			instancePath,
			schemaPath: "#/allOf/1/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema75.allOf[1].if,
			parentSchema: schema75.allOf[1],
			data
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	const _errs15 = errors;
	let valid5 = true;
	const _errs16 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.host === void 0 && "host") {
			const err8 = {};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
	}
	var _valid3 = _errs16 === errors;
	errors = _errs15;
	if (vErrors !== null) {
		if (_errs15) vErrors.length = _errs15;
		else vErrors = null;
	}
	if (_valid3) {
		const _errs17 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.hosts !== void 0) {
				const err9 = {
					instancePath: instancePath + "/hosts",
					schemaPath: "#/allOf/2/then/properties/hosts/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema75.allOf[2].then.properties.hosts.not,
					parentSchema: schema75.allOf[2].then.properties.hosts,
					data: data.hosts
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		var _valid3 = _errs17 === errors;
		valid5 = _valid3;
	}
	if (!valid5) {
		const err10 = {
			instancePath,
			schemaPath: "#/allOf/2/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema75.allOf[2].if,
			parentSchema: schema75.allOf[2],
			data
		};
		if (vErrors === null) vErrors = [err10];
		else vErrors.push(err10);
		errors++;
	}
	const _errs21 = errors;
	let valid7 = true;
	const _errs22 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.remote_addr === void 0 && "remote_addr") {
			const err11 = {};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
	}
	var _valid4 = _errs22 === errors;
	errors = _errs21;
	if (vErrors !== null) {
		if (_errs21) vErrors.length = _errs21;
		else vErrors = null;
	}
	if (_valid4) {
		const _errs23 = errors;
		if (data && typeof data == "object" && !Array.isArray(data)) {
			if (data.remote_addrs !== void 0) {
				const err12 = {
					instancePath: instancePath + "/remote_addrs",
					schemaPath: "#/allOf/3/then/properties/remote_addrs/not",
					keyword: "not",
					params: {},
					message: "must NOT be valid",
					schema: schema75.allOf[3].then.properties.remote_addrs.not,
					parentSchema: schema75.allOf[3].then.properties.remote_addrs,
					data: data.remote_addrs
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		var _valid4 = _errs23 === errors;
		valid7 = _valid4;
	}
	if (!valid7) {
		const err13 = {
			instancePath,
			schemaPath: "#/allOf/3/if",
			keyword: "if",
			params: { failingKeyword: "then" },
			message: "must match \"then\" schema",
			schema: schema75.allOf[3].if,
			parentSchema: schema75.allOf[3],
			data
		};
		if (vErrors === null) vErrors = [err13];
		else vErrors.push(err13);
		errors++;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id !== void 0) {
			if (!validate168(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
				errors = vErrors.length;
			}
		}
		if (data.name !== void 0) {
			if (!validate170(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData
			})) {
				vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate172(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate174(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
				errors = vErrors.length;
			}
		}
		if (data.uri !== void 0) {
			if (!validate176(data.uri, {
				instancePath: instancePath + "/uri",
				parentData: data,
				parentDataProperty: "uri",
				rootData
			})) {
				vErrors = vErrors === null ? validate176.errors : vErrors.concat(validate176.errors);
				errors = vErrors.length;
			}
		}
		if (data.uris !== void 0) {
			let data8 = data.uris;
			if (Array.isArray(data8)) {
				if (data8.length < 1) {
					const err14 = {
						instancePath: instancePath + "/uris",
						schemaPath: "#/properties/uris/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema75.properties.uris,
						data: data8
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				const len0 = data8.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate176(data8[i0], {
					instancePath: instancePath + "/uris/" + i0,
					parentData: data8,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate176.errors : vErrors.concat(validate176.errors);
					errors = vErrors.length;
				}
				let i1 = data8.length;
				let j0;
				if (i1 > 1) {
					outer0: for (; i1--;) for (j0 = i1; j0--;) if (func0(data8[i1], data8[j0])) {
						const err15 = {
							instancePath: instancePath + "/uris",
							schemaPath: "#/properties/uris/uniqueItems",
							keyword: "uniqueItems",
							params: {
								i: i1,
								j: j0
							},
							message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)",
							schema: true,
							parentSchema: schema75.properties.uris,
							data: data8
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
						break outer0;
					}
				}
			} else {
				const err16 = {
					instancePath: instancePath + "/uris",
					schemaPath: "#/properties/uris/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema75.properties.uris.type,
					parentSchema: schema75.properties.uris,
					data: data8
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.host !== void 0) {
			if (!validate179(data.host, {
				instancePath: instancePath + "/host",
				parentData: data,
				parentDataProperty: "host",
				rootData
			})) {
				vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors);
				errors = vErrors.length;
			}
		}
		if (data.hosts !== void 0) {
			let data11 = data.hosts;
			if (Array.isArray(data11)) {
				if (data11.length < 1) {
					const err17 = {
						instancePath: instancePath + "/hosts",
						schemaPath: "#/properties/hosts/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema75.properties.hosts,
						data: data11
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				const len1 = data11.length;
				for (let i2 = 0; i2 < len1; i2++) if (!validate179(data11[i2], {
					instancePath: instancePath + "/hosts/" + i2,
					parentData: data11,
					parentDataProperty: i2,
					rootData
				})) {
					vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors);
					errors = vErrors.length;
				}
				let i3 = data11.length;
				let j1;
				if (i3 > 1) {
					outer1: for (; i3--;) for (j1 = i3; j1--;) if (func0(data11[i3], data11[j1])) {
						const err18 = {
							instancePath: instancePath + "/hosts",
							schemaPath: "#/properties/hosts/uniqueItems",
							keyword: "uniqueItems",
							params: {
								i: i3,
								j: j1
							},
							message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)",
							schema: true,
							parentSchema: schema75.properties.hosts,
							data: data11
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
						break outer1;
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/hosts",
					schemaPath: "#/properties/hosts/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema75.properties.hosts.type,
					parentSchema: schema75.properties.hosts,
					data: data11
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.methods !== void 0) {
			let data13 = data.methods;
			if (Array.isArray(data13)) {
				const len2 = data13.length;
				for (let i4 = 0; i4 < len2; i4++) {
					let data14 = data13[i4];
					if (typeof data14 !== "string") {
						const err20 = {
							instancePath: instancePath + "/methods/" + i4,
							schemaPath: "#/properties/methods/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema75.properties.methods.items.type,
							parentSchema: schema75.properties.methods.items,
							data: data14
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
					if (!(data14 === "GET" || data14 === "POST" || data14 === "PUT" || data14 === "DELETE" || data14 === "PATCH" || data14 === "HEAD" || data14 === "OPTIONS" || data14 === "CONNECT" || data14 === "TRACE" || data14 === "PURGE")) {
						const err21 = {
							instancePath: instancePath + "/methods/" + i4,
							schemaPath: "#/properties/methods/items/enum",
							keyword: "enum",
							params: { allowedValues: schema75.properties.methods.items.enum },
							message: "must be equal to one of the allowed values",
							schema: schema75.properties.methods.items.enum,
							parentSchema: schema75.properties.methods.items,
							data: data14
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
				}
				let i5 = data13.length;
				let j2;
				if (i5 > 1) {
					const indices0 = {};
					for (; i5--;) {
						let item0 = data13[i5];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j2 = indices0[item0];
							const err22 = {
								instancePath: instancePath + "/methods",
								schemaPath: "#/properties/methods/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i5,
									j: j2
								},
								message: "must NOT have duplicate items (items ## " + j2 + " and " + i5 + " are identical)",
								schema: true,
								parentSchema: schema75.properties.methods,
								data: data13
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
							break;
						}
						indices0[item0] = i5;
					}
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/methods",
					schemaPath: "#/properties/methods/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema75.properties.methods.type,
					parentSchema: schema75.properties.methods,
					data: data13
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.priority !== void 0) {
			let data15 = data.priority;
			if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
				const err24 = {
					instancePath: instancePath + "/priority",
					schemaPath: "#/properties/priority/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema75.properties.priority.type,
					parentSchema: schema75.properties.priority,
					data: data15
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.remote_addr !== void 0) {
			if (!validate182(data.remote_addr, {
				instancePath: instancePath + "/remote_addr",
				parentData: data,
				parentDataProperty: "remote_addr",
				rootData
			})) {
				vErrors = vErrors === null ? validate182.errors : vErrors.concat(validate182.errors);
				errors = vErrors.length;
			}
		}
		if (data.remote_addrs !== void 0) {
			let data17 = data.remote_addrs;
			if (Array.isArray(data17)) {
				if (data17.length < 1) {
					const err25 = {
						instancePath: instancePath + "/remote_addrs",
						schemaPath: "#/properties/remote_addrs/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema75.properties.remote_addrs,
						data: data17
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
				const len3 = data17.length;
				for (let i6 = 0; i6 < len3; i6++) if (!validate182(data17[i6], {
					instancePath: instancePath + "/remote_addrs/" + i6,
					parentData: data17,
					parentDataProperty: i6,
					rootData
				})) {
					vErrors = vErrors === null ? validate182.errors : vErrors.concat(validate182.errors);
					errors = vErrors.length;
				}
				let i7 = data17.length;
				let j3;
				if (i7 > 1) {
					outer2: for (; i7--;) for (j3 = i7; j3--;) if (func0(data17[i7], data17[j3])) {
						const err26 = {
							instancePath: instancePath + "/remote_addrs",
							schemaPath: "#/properties/remote_addrs/uniqueItems",
							keyword: "uniqueItems",
							params: {
								i: i7,
								j: j3
							},
							message: "must NOT have duplicate items (items ## " + j3 + " and " + i7 + " are identical)",
							schema: true,
							parentSchema: schema75.properties.remote_addrs,
							data: data17
						};
						if (vErrors === null) vErrors = [err26];
						else vErrors.push(err26);
						errors++;
						break outer2;
					}
				}
			} else {
				const err27 = {
					instancePath: instancePath + "/remote_addrs",
					schemaPath: "#/properties/remote_addrs/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema75.properties.remote_addrs.type,
					parentSchema: schema75.properties.remote_addrs,
					data: data17
				};
				if (vErrors === null) vErrors = [err27];
				else vErrors.push(err27);
				errors++;
			}
		}
		if (data.vars !== void 0) {
			let data19 = data.vars;
			if (!Array.isArray(data19)) {
				const err28 = {
					instancePath: instancePath + "/vars",
					schemaPath: "#/properties/vars/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema75.properties.vars.type,
					parentSchema: schema75.properties.vars,
					data: data19
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate185(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
				errors = vErrors.length;
			}
		}
		if (data.plugin_config_id !== void 0) {
			if (!validate168(data.plugin_config_id, {
				instancePath: instancePath + "/plugin_config_id",
				parentData: data,
				parentDataProperty: "plugin_config_id",
				rootData
			})) {
				vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
				errors = vErrors.length;
			}
		}
		if (data.service_id !== void 0) {
			if (!validate168(data.service_id, {
				instancePath: instancePath + "/service_id",
				parentData: data,
				parentDataProperty: "service_id",
				rootData
			})) {
				vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
				errors = vErrors.length;
			}
		}
		if (data.upstream_id !== void 0) {
			if (!validate168(data.upstream_id, {
				instancePath: instancePath + "/upstream_id",
				parentData: data,
				parentDataProperty: "upstream_id",
				rootData
			})) {
				vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
				errors = vErrors.length;
			}
		}
		if (data.upstream !== void 0) {
			if (!validate248(data.upstream, {
				instancePath: instancePath + "/upstream",
				parentData: data,
				parentDataProperty: "upstream",
				rootData
			})) {
				vErrors = vErrors === null ? validate248.errors : vErrors.concat(validate248.errors);
				errors = vErrors.length;
			}
		}
		if (data.timeout !== void 0) {
			if (!validate274(data.timeout, {
				instancePath: instancePath + "/timeout",
				parentData: data,
				parentDataProperty: "timeout",
				rootData
			})) {
				vErrors = vErrors === null ? validate274.errors : vErrors.concat(validate274.errors);
				errors = vErrors.length;
			}
		}
		if (data.enable_websocket !== void 0) {
			let data26 = data.enable_websocket;
			if (typeof data26 !== "boolean") {
				const err29 = {
					instancePath: instancePath + "/enable_websocket",
					schemaPath: "#/properties/enable_websocket/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema75.properties.enable_websocket.type,
					parentSchema: schema75.properties.enable_websocket,
					data: data26
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			}
		}
		if (data.status !== void 0) {
			let data27 = data.status;
			if (!(typeof data27 == "number" && !(data27 % 1) && !isNaN(data27) && isFinite(data27))) {
				const err30 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema75.properties.status.type,
					parentSchema: schema75.properties.status,
					data: data27
				};
				if (vErrors === null) vErrors = [err30];
				else vErrors.push(err30);
				errors++;
			}
			if (!(data27 === 0 || data27 === 1)) {
				const err31 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/enum",
					keyword: "enum",
					params: { allowedValues: schema75.properties.status.enum },
					message: "must be equal to one of the allowed values",
					schema: schema75.properties.status.enum,
					parentSchema: schema75.properties.status,
					data: data27
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate276(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate276.errors : vErrors.concat(validate276.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate276(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate276.errors : vErrors.concat(validate276.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err32 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema75.type,
			parentSchema: schema75,
			data
		};
		if (vErrors === null) vErrors = [err32];
		else vErrors.push(err32);
		errors++;
	}
	validate167.errors = vErrors;
	return errors === 0;
}
const service = validate279;
const schema115 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/service.schema.json",
	"title": "Service",
	"description": "An upstream and plugins that several routes share.",
	"type": "object",
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"name": { "$ref": "defs.schema.json#/definitions/name" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"hosts": {
			"type": "array",
			"minItems": 1,
			"uniqueItems": true,
			"items": { "$ref": "defs.schema.json#/definitions/host" },
			"description": "Hosts of the service's routes."
		},
		"plugins": { "$ref": "plugins/route.schema.json" },
		"upstream_id": { "$ref": "defs.schema.json#/definitions/id" },
		"upstream": { "$ref": "upstream.schema.json" },
		"enable_websocket": {
			"type": "boolean",
			"description": "Let requests upgrade to a websocket."
		},
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": true
};
function validate280(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate280.errors = vErrors;
	return errors === 0;
}
function validate282(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema63.type,
			parentSchema: schema63,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate282.errors = vErrors;
	return errors === 0;
}
function validate284(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate284.errors = vErrors;
	return errors === 0;
}
function validate286(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate286.errors = vErrors;
	return errors === 0;
}
function validate288(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (!pattern6.test(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\*?[0-9a-zA-Z-._\\[\\]:]+$" },
				message: "must match pattern \"^\\*?[0-9a-zA-Z-._\\[\\]:]+$\"",
				schema: "^\\*?[0-9a-zA-Z-._\\[\\]:]+$",
				parentSchema: schema52,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema52.type,
			parentSchema: schema52,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate288.errors = vErrors;
	return errors === 0;
}
function validate293(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate293.errors = vErrors;
	return errors === 0;
}
function validate279(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id !== void 0) {
			if (!validate280(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate280.errors : vErrors.concat(validate280.errors);
				errors = vErrors.length;
			}
		}
		if (data.name !== void 0) {
			if (!validate282(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData
			})) {
				vErrors = vErrors === null ? validate282.errors : vErrors.concat(validate282.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate284(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate284.errors : vErrors.concat(validate284.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate286(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate286.errors : vErrors.concat(validate286.errors);
				errors = vErrors.length;
			}
		}
		if (data.hosts !== void 0) {
			let data4 = data.hosts;
			if (Array.isArray(data4)) {
				if (data4.length < 1) {
					const err0 = {
						instancePath: instancePath + "/hosts",
						schemaPath: "#/properties/hosts/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema115.properties.hosts,
						data: data4
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				const len0 = data4.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate288(data4[i0], {
					instancePath: instancePath + "/hosts/" + i0,
					parentData: data4,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
					errors = vErrors.length;
				}
				let i1 = data4.length;
				let j0;
				if (i1 > 1) {
					outer0: for (; i1--;) for (j0 = i1; j0--;) if (func0(data4[i1], data4[j0])) {
						const err1 = {
							instancePath: instancePath + "/hosts",
							schemaPath: "#/properties/hosts/uniqueItems",
							keyword: "uniqueItems",
							params: {
								i: i1,
								j: j0
							},
							message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)",
							schema: true,
							parentSchema: schema115.properties.hosts,
							data: data4
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
						break outer0;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/hosts",
					schemaPath: "#/properties/hosts/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema115.properties.hosts.type,
					parentSchema: schema115.properties.hosts,
					data: data4
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate185(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
				errors = vErrors.length;
			}
		}
		if (data.upstream_id !== void 0) {
			if (!validate280(data.upstream_id, {
				instancePath: instancePath + "/upstream_id",
				parentData: data,
				parentDataProperty: "upstream_id",
				rootData
			})) {
				vErrors = vErrors === null ? validate280.errors : vErrors.concat(validate280.errors);
				errors = vErrors.length;
			}
		}
		if (data.upstream !== void 0) {
			if (!validate248(data.upstream, {
				instancePath: instancePath + "/upstream",
				parentData: data,
				parentDataProperty: "upstream",
				rootData
			})) {
				vErrors = vErrors === null ? validate248.errors : vErrors.concat(validate248.errors);
				errors = vErrors.length;
			}
		}
		if (data.enable_websocket !== void 0) {
			let data9 = data.enable_websocket;
			if (typeof data9 !== "boolean") {
				const err3 = {
					instancePath: instancePath + "/enable_websocket",
					schemaPath: "#/properties/enable_websocket/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema115.properties.enable_websocket.type,
					parentSchema: schema115.properties.enable_websocket,
					data: data9
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate293(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate293.errors : vErrors.concat(validate293.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate293(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate293.errors : vErrors.concat(validate293.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema115.type,
			parentSchema: schema115,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate279.errors = vErrors;
	return errors === 0;
}
const upstream = validate248;
const global_rule = validate296;
const schema122 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/global-rule.schema.json",
	"title": "GlobalRule",
	"description": "Plugins that run for every request, before the route's.",
	"type": "object",
	"required": ["id", "plugins"],
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"plugins": { "$ref": "plugins/route.schema.json" },
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": false
};
function validate297(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate297.errors = vErrors;
	return errors === 0;
}
function validate300(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate300.errors = vErrors;
	return errors === 0;
}
function validate296(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'",
				schema: schema122.required,
				parentSchema: schema122,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.plugins === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "plugins" },
				message: "must have required property 'plugins'",
				schema: schema122.required,
				parentSchema: schema122,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "plugins" || key0 === "create_time" || key0 === "update_time")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema122,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate297(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate297.errors : vErrors.concat(validate297.errors);
				errors = vErrors.length;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate185(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
				errors = vErrors.length;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate300(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate300(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema122.type,
			parentSchema: schema122,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate296.errors = vErrors;
	return errors === 0;
}
const plugin_config = validate303;
const schema125 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/plugin-config.schema.json",
	"title": "PluginConfig",
	"description": "A named set of plugins that routes take up with plugin_config_id.",
	"type": "object",
	"required": ["id", "plugins"],
	"properties": {
		"id": { "$ref": "defs.schema.json#/definitions/id" },
		"name": { "$ref": "defs.schema.json#/definitions/name" },
		"desc": { "$ref": "defs.schema.json#/definitions/desc" },
		"labels": { "$ref": "defs.schema.json#/definitions/labels" },
		"plugins": { "$ref": "plugins/route.schema.json" },
		"create_time": { "$ref": "defs.schema.json#/definitions/serverTime" },
		"update_time": { "$ref": "defs.schema.json#/definitions/serverTime" }
	},
	"additionalProperties": false
};
function validate304(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && !(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema60.type },
			message: "must be string,integer",
			schema: schema60.type,
			parentSchema: schema60,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 1 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	}
	if (typeof data === "string") {
		if (func2(data) > 64) {
			const err2 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 64 },
				message: "must NOT have more than 64 characters",
				schema: 64,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (func2(data) < 1) {
			const err3 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (!pattern8.test(data)) {
			const err4 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^[a-zA-Z0-9-_.]+$" },
				message: "must match pattern \"^[a-zA-Z0-9-_.]+$\"",
				schema: "^[a-zA-Z0-9-_.]+$",
				parentSchema: schema60,
				data
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
	}
	validate304.errors = vErrors;
	return errors === 0;
}
function validate306(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (func2(data) < 1) {
			const err1 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters",
				schema: 1,
				parentSchema: schema63,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema63.type,
			parentSchema: schema63,
			data
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate306.errors = vErrors;
	return errors === 0;
}
function validate308(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 256) {
			const err0 = {
				instancePath,
				schemaPath: "#/maxLength",
				keyword: "maxLength",
				params: { limit: 256 },
				message: "must NOT have more than 256 characters",
				schema: 256,
				parentSchema: schema9,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.type,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate308.errors = vErrors;
	return errors === 0;
}
function validate310(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		if (typeof data0 === "string") {
			if (func2(data0) > 256) {
				const err0 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/maxLength",
					keyword: "maxLength",
					params: { limit: 256 },
					message: "must NOT have more than 256 characters",
					schema: 256,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err0];
				else vErrors.push(err0);
				errors++;
			}
			if (func2(data0) < 1) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/minLength",
					keyword: "minLength",
					params: { limit: 1 },
					message: "must NOT have fewer than 1 characters",
					schema: 1,
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (!pattern1.test(data0)) {
				const err2 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/pattern",
					keyword: "pattern",
					params: { pattern: "^\\S+$" },
					message: "must match pattern \"^\\S+$\"",
					schema: "^\\S+$",
					parentSchema: schema10.additionalProperties,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		} else {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema10.additionalProperties.type,
				parentSchema: schema10.additionalProperties,
				data: data0
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate310.errors = vErrors;
	return errors === 0;
}
function validate313(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const err0 = {
		instancePath,
		schemaPath: "#/not",
		keyword: "not",
		params: {},
		message: "must NOT be valid",
		schema: schema67.not,
		parentSchema: schema67,
		data
	};
	if (vErrors === null) vErrors = [err0];
	else vErrors.push(err0);
	errors++;
	validate313.errors = vErrors;
	return errors === 0;
}
function validate303(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'",
				schema: schema125.required,
				parentSchema: schema125,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.plugins === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "plugins" },
				message: "must have required property 'plugins'",
				schema: schema125.required,
				parentSchema: schema125,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "id" || key0 === "name" || key0 === "desc" || key0 === "labels" || key0 === "plugins" || key0 === "create_time" || key0 === "update_time")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema125,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate304(data.id, {
				instancePath: instancePath + "/id",
				parentData: data,
				parentDataProperty: "id",
				rootData
			})) {
				vErrors = vErrors === null ? validate304.errors : vErrors.concat(validate304.errors);
				errors = vErrors.length;
			}
		}
		if (data.name !== void 0) {
			if (!validate306(data.name, {
				instancePath: instancePath + "/name",
				parentData: data,
				parentDataProperty: "name",
				rootData
			})) {
				vErrors = vErrors === null ? validate306.errors : vErrors.concat(validate306.errors);
				errors = vErrors.length;
			}
		}
		if (data.desc !== void 0) {
			if (!validate308(data.desc, {
				instancePath: instancePath + "/desc",
				parentData: data,
				parentDataProperty: "desc",
				rootData
			})) {
				vErrors = vErrors === null ? validate308.errors : vErrors.concat(validate308.errors);
				errors = vErrors.length;
			}
		}
		if (data.labels !== void 0) {
			if (!validate310(data.labels, {
				instancePath: instancePath + "/labels",
				parentData: data,
				parentDataProperty: "labels",
				rootData
			})) {
				vErrors = vErrors === null ? validate310.errors : vErrors.concat(validate310.errors);
				errors = vErrors.length;
			}
		}
		if (data.plugins !== void 0) {
			if (!validate185(data.plugins, {
				instancePath: instancePath + "/plugins",
				parentData: data,
				parentDataProperty: "plugins",
				rootData
			})) {
				vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
				errors = vErrors.length;
			}
		}
		if (data.create_time !== void 0) {
			if (!validate313(data.create_time, {
				instancePath: instancePath + "/create_time",
				parentData: data,
				parentDataProperty: "create_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
				errors = vErrors.length;
			}
		}
		if (data.update_time !== void 0) {
			if (!validate313(data.update_time, {
				instancePath: instancePath + "/update_time",
				parentData: data,
				parentDataProperty: "update_time",
				rootData
			})) {
				vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
				errors = vErrors.length;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema125.type,
			parentSchema: schema125,
			data
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate303.errors = vErrors;
	return errors === 0;
}

export { consumer, consumer_group, credential, global_rule, plugin_config, route, service, upstream };