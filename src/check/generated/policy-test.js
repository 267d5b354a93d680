// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
// @ts-nocheck
// validators.js
function codePointCount(text) {
	if (!/[\ud800-\udbff]/.test(text)) return text.length;
	let count = 0;
	for (const _character of text) count++;
	return count;
}
const policy_test = validate21;
const schema6 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/policy-test.schema.json",
	"title": "PolicyTest",
	"description": "Policy tests (*.test.yaml, .yml or .json), which `rollcall test` runs: requests, and what the gateway must do with each.",
	"type": "object",
	"required": ["cases"],
	"additionalProperties": false,
	"properties": {
		"$schema": {
			"type": "string",
			"description": "Where an editor finds the schema of this file; not used otherwise."
		},
		"given": {
			"title": "PolicyTestGiven",
			"type": "object",
			"additionalProperties": false,
			"description": "The configuration that is tested.",
			"properties": {
				"files": {
					"type": "array",
					"minItems": 1,
					"items": {
						"type": "string",
						"minLength": 1
					},
					"description": "Files, folders and globs, taken from the folder of this file. By default the inputs of the project, else the folder of this file."
				},
				"env": {
					"type": "object",
					"additionalProperties": { "type": "string" },
					"description": "Values for `${VAR}` and `$env://VAR`; they win over the environment."
				}
			}
		},
		"clock": {
			"type": "string",
			"pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$",
			"x-message": "a time with its zone, such as 2026-12-01T08:00:00Z",
			"description": "The time at which every case begins; 2026-01-01T00:00:00Z by default."
		},
		"cases": {
			"type": "array",
			"minItems": 1,
			"description": "Each begins with empty counters.",
			"items": { "$ref": "#/definitions/case" }
		}
	},
	"definitions": {
		"case": {
			"title": "PolicyTestCase",
			"type": "object",
			"required": ["name"],
			"additionalProperties": false,
			"properties": {
				"name": {
					"type": "string",
					"minLength": 1,
					"description": "What is claimed; no two cases of a file have the same."
				},
				"clock": { "$ref": "#/properties/clock" },
				"request": { "$ref": "#/definitions/request" },
				"expect": { "$ref": "#/definitions/expectation" },
				"repeat": { "$ref": "#/definitions/repeat" },
				"steps": {
					"type": "array",
					"minItems": 1,
					"items": { "$ref": "#/definitions/step" },
					"description": "Several requests in order; where a step leaves `request` out, the case's is sent again."
				}
			}
		},
		"step": {
			"title": "PolicyTestStep",
			"type": "object",
			"additionalProperties": false,
			"required": ["expect"],
			"properties": {
				"advance": {
					"type": "string",
					"pattern": "^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$",
					"x-message": "a time such as 61s, 500ms, 2h or 1m30s",
					"description": "How far the clock moves before the request."
				},
				"request": { "$ref": "#/definitions/request" },
				"expect": { "$ref": "#/definitions/expectation" },
				"repeat": { "$ref": "#/definitions/repeat" }
			}
		},
		"repeat": {
			"type": "integer",
			"minimum": 1,
			"maximum": 1e5,
			"description": "The request is sent so often, and each time must meet what is expected."
		},
		"request": {
			"description": "The request; `GET /path` for one that needs no more.",
			"oneOf": [{
				"type": "string",
				"pattern": "^[A-Z]+ \\S+$",
				"x-message": "a method and a path, such as GET /orders"
			}, {
				"title": "PolicyTestRequest",
				"type": "object",
				"required": ["path"],
				"additionalProperties": false,
				"properties": {
					"method": {
						"type": "string",
						"pattern": "^[A-Z]+$",
						"description": "GET by default."
					},
					"path": {
						"type": "string",
						"pattern": "^/\\S*$",
						"description": "Path and query, as they would be on the request line."
					},
					"host": {
						"type": "string",
						"minLength": 1,
						"description": "The Host header."
					},
					"scheme": {
						"type": "string",
						"enum": ["http", "https"],
						"description": "https by default."
					},
					"headers": {
						"type": "object",
						"additionalProperties": { "oneOf": [{ "type": "string" }, {
							"type": "array",
							"items": { "type": "string" }
						}] },
						"description": "Headers by name; a list is sent as several."
					},
					"body": {
						"type": "string",
						"description": "The body, as UTF-8."
					},
					"from": {
						"type": "string",
						"minLength": 1,
						"description": "Address of the client; 192.0.2.1 by default."
					},
					"as": {
						"description": "Whose declared credential is presented, in the way the route asks for it: a username, or with `credential` one of several.",
						"oneOf": [{
							"type": "string",
							"minLength": 1
						}, {
							"title": "PolicyTestCaller",
							"type": "object",
							"required": ["consumer"],
							"additionalProperties": false,
							"properties": {
								"consumer": {
									"type": "string",
									"minLength": 1,
									"description": "Its username."
								},
								"credential": {
									"type": "string",
									"minLength": 1,
									"description": "Name or id of the credential."
								}
							}
						}]
					}
				}
			}]
		},
		"values": {
			"type": "object",
			"additionalProperties": { "anyOf": [
				{ "type": "string" },
				{ "type": "number" },
				{ "type": "null" }
			] },
			"description": "Headers by name; null for one that must be absent."
		},
		"expectation": {
			"title": "PolicyTestExpectation",
			"type": "object",
			"additionalProperties": false,
			"minProperties": 1,
			"description": "What must come of it; what is not named may be anything.",
			"properties": {
				"status": {
					"type": "integer",
					"minimum": 100,
					"maximum": 599,
					"description": "What the client gets. Behind every route stands an upstream that answers 200."
				},
				"forwarded": {
					"type": "boolean",
					"description": "Whether the request goes upstream."
				},
				"route": {
					"type": ["string", "null"],
					"description": "Id or name of the route that matches; null for none."
				},
				"consumer": {
					"type": ["string", "null"],
					"description": "Username of the consumer; null for nobody."
				},
				"credential": {
					"type": ["string", "null"],
					"description": "Id of the credential; null for none."
				},
				"plugin": {
					"type": ["string", "null"],
					"description": "The plugin that refuses; null if none does."
				},
				"reason": {
					"type": "string",
					"description": "Why it is refused, as `explain` tells it: a part of that text."
				},
				"headers": { "$ref": "#/definitions/values" },
				"body": {
					"anyOf": [{ "type": "string" }, { "type": "object" }],
					"description": "Of a refusal: the text, or a map that it must be as JSON."
				},
				"upstream": {
					"title": "PolicyTestUpstream",
					"type": "object",
					"additionalProperties": false,
					"minProperties": 1,
					"description": "What goes upstream.",
					"properties": {
						"method": {
							"type": "string",
							"description": "Its method."
						},
						"host": {
							"type": "string",
							"description": "The Host header with which the route's upstream is asked."
						},
						"path": {
							"type": "string",
							"description": "Path and query."
						},
						"headers": { "$ref": "#/definitions/values" }
					}
				}
			}
		}
	}
};
const func2 = codePointCount;
const pattern0 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$", "u");
const schema7 = {
	"title": "PolicyTestCase",
	"type": "object",
	"required": ["name"],
	"additionalProperties": false,
	"properties": {
		"name": {
			"type": "string",
			"minLength": 1,
			"description": "What is claimed; no two cases of a file have the same."
		},
		"clock": { "$ref": "#/properties/clock" },
		"request": { "$ref": "#/definitions/request" },
		"expect": { "$ref": "#/definitions/expectation" },
		"repeat": { "$ref": "#/definitions/repeat" },
		"steps": {
			"type": "array",
			"minItems": 1,
			"items": { "$ref": "#/definitions/step" },
			"description": "Several requests in order; where a step leaves `request` out, the case's is sent again."
		}
	}
};
const schema8 = {
	"type": "string",
	"pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$",
	"x-message": "a time with its zone, such as 2026-12-01T08:00:00Z",
	"description": "The time at which every case begins; 2026-01-01T00:00:00Z by default."
};
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern0.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$" },
				message: "must match pattern \"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$\"",
				schema: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$",
				parentSchema: schema8,
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
			schema: schema8.type,
			parentSchema: schema8,
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
const schema9 = {
	"description": "The request; `GET /path` for one that needs no more.",
	"oneOf": [{
		"type": "string",
		"pattern": "^[A-Z]+ \\S+$",
		"x-message": "a method and a path, such as GET /orders"
	}, {
		"title": "PolicyTestRequest",
		"type": "object",
		"required": ["path"],
		"additionalProperties": false,
		"properties": {
			"method": {
				"type": "string",
				"pattern": "^[A-Z]+$",
				"description": "GET by default."
			},
			"path": {
				"type": "string",
				"pattern": "^/\\S*$",
				"description": "Path and query, as they would be on the request line."
			},
			"host": {
				"type": "string",
				"minLength": 1,
				"description": "The Host header."
			},
			"scheme": {
				"type": "string",
				"enum": ["http", "https"],
				"description": "https by default."
			},
			"headers": {
				"type": "object",
				"additionalProperties": { "oneOf": [{ "type": "string" }, {
					"type": "array",
					"items": { "type": "string" }
				}] },
				"description": "Headers by name; a list is sent as several."
			},
			"body": {
				"type": "string",
				"description": "The body, as UTF-8."
			},
			"from": {
				"type": "string",
				"minLength": 1,
				"description": "Address of the client; 192.0.2.1 by default."
			},
			"as": {
				"description": "Whose declared credential is presented, in the way the route asks for it: a username, or with `credential` one of several.",
				"oneOf": [{
					"type": "string",
					"minLength": 1
				}, {
					"title": "PolicyTestCaller",
					"type": "object",
					"required": ["consumer"],
					"additionalProperties": false,
					"properties": {
						"consumer": {
							"type": "string",
							"minLength": 1,
							"description": "Its username."
						},
						"credential": {
							"type": "string",
							"minLength": 1,
							"description": "Name or id of the credential."
						}
					}
				}]
			}
		}
	}]
};
const pattern2 = new RegExp("^[A-Z]+ \\S+$", "u");
const pattern3 = new RegExp("^[A-Z]+$", "u");
const pattern4 = new RegExp("^/\\S*$", "u");
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	let passing0 = null;
	const _errs1 = errors;
	if (typeof data === "string") {
		if (!pattern2.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/oneOf/0/pattern",
				keyword: "pattern",
				params: { pattern: "^[A-Z]+ \\S+$" },
				message: "must match pattern \"^[A-Z]+ \\S+$\"",
				schema: "^[A-Z]+ \\S+$",
				parentSchema: schema9.oneOf[0],
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/oneOf/0/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string",
			schema: schema9.oneOf[0].type,
			parentSchema: schema9.oneOf[0],
			data
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	var _valid0 = _errs1 === errors;
	if (_valid0) {
		valid0 = true;
		passing0 = 0;
	}
	const _errs3 = errors;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/oneOf/1/required",
				keyword: "required",
				params: { missingProperty: "path" },
				message: "must have required property 'path'",
				schema: schema9.oneOf[1].required,
				parentSchema: schema9.oneOf[1],
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "method" || key0 === "path" || key0 === "host" || key0 === "scheme" || key0 === "headers" || key0 === "body" || key0 === "from" || key0 === "as")) {
			const err3 = {
				instancePath,
				schemaPath: "#/oneOf/1/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema9.oneOf[1],
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.method !== void 0) {
			let data0 = data.method;
			if (typeof data0 === "string") {
				if (!pattern3.test(data0)) {
					const err4 = {
						instancePath: instancePath + "/method",
						schemaPath: "#/oneOf/1/properties/method/pattern",
						keyword: "pattern",
						params: { pattern: "^[A-Z]+$" },
						message: "must match pattern \"^[A-Z]+$\"",
						schema: "^[A-Z]+$",
						parentSchema: schema9.oneOf[1].properties.method,
						data: data0
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/oneOf/1/properties/method/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.method.type,
					parentSchema: schema9.oneOf[1].properties.method,
					data: data0
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.path !== void 0) {
			let data1 = data.path;
			if (typeof data1 === "string") {
				if (!pattern4.test(data1)) {
					const err6 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/oneOf/1/properties/path/pattern",
						keyword: "pattern",
						params: { pattern: "^/\\S*$" },
						message: "must match pattern \"^/\\S*$\"",
						schema: "^/\\S*$",
						parentSchema: schema9.oneOf[1].properties.path,
						data: data1
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/oneOf/1/properties/path/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.path.type,
					parentSchema: schema9.oneOf[1].properties.path,
					data: data1
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.host !== void 0) {
			let data2 = data.host;
			if (typeof data2 === "string") {
				if (func2(data2) < 1) {
					const err8 = {
						instancePath: instancePath + "/host",
						schemaPath: "#/oneOf/1/properties/host/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema9.oneOf[1].properties.host,
						data: data2
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/host",
					schemaPath: "#/oneOf/1/properties/host/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.host.type,
					parentSchema: schema9.oneOf[1].properties.host,
					data: data2
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.scheme !== void 0) {
			let data3 = data.scheme;
			if (typeof data3 !== "string") {
				const err10 = {
					instancePath: instancePath + "/scheme",
					schemaPath: "#/oneOf/1/properties/scheme/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.scheme.type,
					parentSchema: schema9.oneOf[1].properties.scheme,
					data: data3
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
			if (!(data3 === "http" || data3 === "https")) {
				const err11 = {
					instancePath: instancePath + "/scheme",
					schemaPath: "#/oneOf/1/properties/scheme/enum",
					keyword: "enum",
					params: { allowedValues: schema9.oneOf[1].properties.scheme.enum },
					message: "must be equal to one of the allowed values",
					schema: schema9.oneOf[1].properties.scheme.enum,
					parentSchema: schema9.oneOf[1].properties.scheme,
					data: data3
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.headers !== void 0) {
			let data4 = data.headers;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) for (const key1 in data4) {
				let data5 = data4[key1];
				const _errs18 = errors;
				let valid3 = false;
				let passing1 = null;
				const _errs19 = errors;
				if (typeof data5 !== "string") {
					const err12 = {
						instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/oneOf/1/properties/headers/additionalProperties/oneOf/0/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string",
						schema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf[0].type,
						parentSchema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf[0],
						data: data5
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				var _valid1 = _errs19 === errors;
				if (_valid1) {
					valid3 = true;
					passing1 = 0;
				}
				const _errs21 = errors;
				if (Array.isArray(data5)) {
					const len0 = data5.length;
					for (let i0 = 0; i0 < len0; i0++) {
						let data6 = data5[i0];
						if (typeof data6 !== "string") {
							const err13 = {
								instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
								schemaPath: "#/oneOf/1/properties/headers/additionalProperties/oneOf/1/items/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string",
								schema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf[1].items.type,
								parentSchema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf[1].items,
								data: data6
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
					}
				} else {
					const err14 = {
						instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/oneOf/1/properties/headers/additionalProperties/oneOf/1/type",
						keyword: "type",
						params: { type: "array" },
						message: "must be array",
						schema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf[1].type,
						parentSchema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf[1],
						data: data5
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				var _valid1 = _errs21 === errors;
				if (_valid1 && valid3) {
					valid3 = false;
					passing1 = [passing1, 1];
				} else if (_valid1) {
					valid3 = true;
					passing1 = 1;
				}
				if (!valid3) {
					const err15 = {
						instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/oneOf/1/properties/headers/additionalProperties/oneOf",
						keyword: "oneOf",
						params: { passingSchemas: passing1 },
						message: "must match exactly one schema in oneOf",
						schema: schema9.oneOf[1].properties.headers.additionalProperties.oneOf,
						parentSchema: schema9.oneOf[1].properties.headers.additionalProperties,
						data: data5
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				} else {
					errors = _errs18;
					if (vErrors !== null) {
						if (_errs18) vErrors.length = _errs18;
						else vErrors = null;
					}
				}
			}
			else {
				const err16 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/oneOf/1/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema9.oneOf[1].properties.headers.type,
					parentSchema: schema9.oneOf[1].properties.headers,
					data: data4
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.body !== void 0) {
			let data7 = data.body;
			if (typeof data7 !== "string") {
				const err17 = {
					instancePath: instancePath + "/body",
					schemaPath: "#/oneOf/1/properties/body/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.body.type,
					parentSchema: schema9.oneOf[1].properties.body,
					data: data7
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.from !== void 0) {
			let data8 = data.from;
			if (typeof data8 === "string") {
				if (func2(data8) < 1) {
					const err18 = {
						instancePath: instancePath + "/from",
						schemaPath: "#/oneOf/1/properties/from/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema9.oneOf[1].properties.from,
						data: data8
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/from",
					schemaPath: "#/oneOf/1/properties/from/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.from.type,
					parentSchema: schema9.oneOf[1].properties.from,
					data: data8
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.as !== void 0) {
			let data9 = data.as;
			const _errs30 = errors;
			let valid6 = false;
			let passing2 = null;
			const _errs31 = errors;
			if (typeof data9 === "string") {
				if (func2(data9) < 1) {
					const err20 = {
						instancePath: instancePath + "/as",
						schemaPath: "#/oneOf/1/properties/as/oneOf/0/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema9.oneOf[1].properties.as.oneOf[0],
						data: data9
					};
					if (vErrors === null) vErrors = [err20];
					else vErrors.push(err20);
					errors++;
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/as",
					schemaPath: "#/oneOf/1/properties/as/oneOf/0/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema9.oneOf[1].properties.as.oneOf[0].type,
					parentSchema: schema9.oneOf[1].properties.as.oneOf[0],
					data: data9
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
			var _valid2 = _errs31 === errors;
			if (_valid2) {
				valid6 = true;
				passing2 = 0;
			}
			const _errs33 = errors;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				if (data9.consumer === void 0) {
					const err22 = {
						instancePath: instancePath + "/as",
						schemaPath: "#/oneOf/1/properties/as/oneOf/1/required",
						keyword: "required",
						params: { missingProperty: "consumer" },
						message: "must have required property 'consumer'",
						schema: schema9.oneOf[1].properties.as.oneOf[1].required,
						parentSchema: schema9.oneOf[1].properties.as.oneOf[1],
						data: data9
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
				for (const key2 in data9) if (!(key2 === "consumer" || key2 === "credential")) {
					const err23 = {
						instancePath: instancePath + "/as",
						schemaPath: "#/oneOf/1/properties/as/oneOf/1/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema9.oneOf[1].properties.as.oneOf[1],
						data: data9
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
				if (data9.consumer !== void 0) {
					let data10 = data9.consumer;
					if (typeof data10 === "string") {
						if (func2(data10) < 1) {
							const err24 = {
								instancePath: instancePath + "/as/consumer",
								schemaPath: "#/oneOf/1/properties/as/oneOf/1/properties/consumer/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema9.oneOf[1].properties.as.oneOf[1].properties.consumer,
								data: data10
							};
							if (vErrors === null) vErrors = [err24];
							else vErrors.push(err24);
							errors++;
						}
					} else {
						const err25 = {
							instancePath: instancePath + "/as/consumer",
							schemaPath: "#/oneOf/1/properties/as/oneOf/1/properties/consumer/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema9.oneOf[1].properties.as.oneOf[1].properties.consumer.type,
							parentSchema: schema9.oneOf[1].properties.as.oneOf[1].properties.consumer,
							data: data10
						};
						if (vErrors === null) vErrors = [err25];
						else vErrors.push(err25);
						errors++;
					}
				}
				if (data9.credential !== void 0) {
					let data11 = data9.credential;
					if (typeof data11 === "string") {
						if (func2(data11) < 1) {
							const err26 = {
								instancePath: instancePath + "/as/credential",
								schemaPath: "#/oneOf/1/properties/as/oneOf/1/properties/credential/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema9.oneOf[1].properties.as.oneOf[1].properties.credential,
								data: data11
							};
							if (vErrors === null) vErrors = [err26];
							else vErrors.push(err26);
							errors++;
						}
					} else {
						const err27 = {
							instancePath: instancePath + "/as/credential",
							schemaPath: "#/oneOf/1/properties/as/oneOf/1/properties/credential/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema9.oneOf[1].properties.as.oneOf[1].properties.credential.type,
							parentSchema: schema9.oneOf[1].properties.as.oneOf[1].properties.credential,
							data: data11
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
				}
			} else {
				const err28 = {
					instancePath: instancePath + "/as",
					schemaPath: "#/oneOf/1/properties/as/oneOf/1/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema9.oneOf[1].properties.as.oneOf[1].type,
					parentSchema: schema9.oneOf[1].properties.as.oneOf[1],
					data: data9
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
			var _valid2 = _errs33 === errors;
			if (_valid2 && valid6) {
				valid6 = false;
				passing2 = [passing2, 1];
			} else if (_valid2) {
				valid6 = true;
				passing2 = 1;
			}
			if (!valid6) {
				const err29 = {
					instancePath: instancePath + "/as",
					schemaPath: "#/oneOf/1/properties/as/oneOf",
					keyword: "oneOf",
					params: { passingSchemas: passing2 },
					message: "must match exactly one schema in oneOf",
					schema: schema9.oneOf[1].properties.as.oneOf,
					parentSchema: schema9.oneOf[1].properties.as,
					data: data9
				};
				if (vErrors === null) vErrors = [err29];
				else vErrors.push(err29);
				errors++;
			} else {
				errors = _errs30;
				if (vErrors !== null) {
					if (_errs30) vErrors.length = _errs30;
					else vErrors = null;
				}
			}
		}
	} else {
		const err30 = {
			instancePath,
			schemaPath: "#/oneOf/1/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema9.oneOf[1].type,
			parentSchema: schema9.oneOf[1],
			data
		};
		if (vErrors === null) vErrors = [err30];
		else vErrors.push(err30);
		errors++;
	}
	var _valid0 = _errs3 === errors;
	if (_valid0 && valid0) {
		valid0 = false;
		passing0 = [passing0, 1];
	} else if (_valid0) {
		valid0 = true;
		passing0 = 1;
	}
	if (!valid0) {
		const err31 = {
			instancePath,
			schemaPath: "#/oneOf",
			keyword: "oneOf",
			params: { passingSchemas: passing0 },
			message: "must match exactly one schema in oneOf",
			schema: schema9.oneOf,
			parentSchema: schema9,
			data
		};
		if (vErrors === null) vErrors = [err31];
		else vErrors.push(err31);
		errors++;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate25.errors = vErrors;
	return errors === 0;
}
const schema10 = {
	"title": "PolicyTestExpectation",
	"type": "object",
	"additionalProperties": false,
	"minProperties": 1,
	"description": "What must come of it; what is not named may be anything.",
	"properties": {
		"status": {
			"type": "integer",
			"minimum": 100,
			"maximum": 599,
			"description": "What the client gets. Behind every route stands an upstream that answers 200."
		},
		"forwarded": {
			"type": "boolean",
			"description": "Whether the request goes upstream."
		},
		"route": {
			"type": ["string", "null"],
			"description": "Id or name of the route that matches; null for none."
		},
		"consumer": {
			"type": ["string", "null"],
			"description": "Username of the consumer; null for nobody."
		},
		"credential": {
			"type": ["string", "null"],
			"description": "Id of the credential; null for none."
		},
		"plugin": {
			"type": ["string", "null"],
			"description": "The plugin that refuses; null if none does."
		},
		"reason": {
			"type": "string",
			"description": "Why it is refused, as `explain` tells it: a part of that text."
		},
		"headers": { "$ref": "#/definitions/values" },
		"body": {
			"anyOf": [{ "type": "string" }, { "type": "object" }],
			"description": "Of a refusal: the text, or a map that it must be as JSON."
		},
		"upstream": {
			"title": "PolicyTestUpstream",
			"type": "object",
			"additionalProperties": false,
			"minProperties": 1,
			"description": "What goes upstream.",
			"properties": {
				"method": {
					"type": "string",
					"description": "Its method."
				},
				"host": {
					"type": "string",
					"description": "The Host header with which the route's upstream is asked."
				},
				"path": {
					"type": "string",
					"description": "Path and query."
				},
				"headers": { "$ref": "#/definitions/values" }
			}
		}
	}
};
const func9 = Object.prototype.hasOwnProperty;
const schema11 = {
	"type": "object",
	"additionalProperties": { "anyOf": [
		{ "type": "string" },
		{ "type": "number" },
		{ "type": "null" }
	] },
	"description": "Headers by name; null for one that must be absent."
};
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) for (const key0 in data) {
		let data0 = data[key0];
		const _errs3 = errors;
		let valid1 = false;
		const _errs4 = errors;
		if (typeof data0 !== "string") {
			const err0 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/anyOf/0/type",
				keyword: "type",
				params: { type: "string" },
				message: "must be string",
				schema: schema11.additionalProperties.anyOf[0].type,
				parentSchema: schema11.additionalProperties.anyOf[0],
				data: data0
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		var _valid0 = _errs4 === errors;
		valid1 = valid1 || _valid0;
		if (!valid1) {
			const _errs6 = errors;
			if (!(typeof data0 == "number" && isFinite(data0))) {
				const err1 = {
					instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
					schemaPath: "#/additionalProperties/anyOf/1/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number",
					schema: schema11.additionalProperties.anyOf[1].type,
					parentSchema: schema11.additionalProperties.anyOf[1],
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			var _valid0 = _errs6 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs8 = errors;
				if (data0 !== null) {
					const err2 = {
						instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/additionalProperties/anyOf/2/type",
						keyword: "type",
						params: { type: "null" },
						message: "must be null",
						schema: schema11.additionalProperties.anyOf[2].type,
						parentSchema: schema11.additionalProperties.anyOf[2],
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				var _valid0 = _errs8 === errors;
				valid1 = valid1 || _valid0;
			}
		}
		if (!valid1) {
			const err3 = {
				instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
				schemaPath: "#/additionalProperties/anyOf",
				keyword: "anyOf",
				params: {},
				message: "must match a schema in anyOf",
				schema: schema11.additionalProperties.anyOf,
				parentSchema: schema11.additionalProperties,
				data: data0
			};
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
	}
	else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema11.type,
			parentSchema: schema11,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate28.errors = vErrors;
	return errors === 0;
}
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (Object.keys(data).length < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minProperties",
				keyword: "minProperties",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 properties",
				schema: 1,
				parentSchema: schema10,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!func9.call(schema10.properties, key0)) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema10,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.status !== void 0) {
			let data0 = data.status;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err2 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema10.properties.status.type,
					parentSchema: schema10.properties.status,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 > 599 || isNaN(data0)) {
					const err3 = {
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599",
						schema: 599,
						parentSchema: schema10.properties.status,
						data: data0
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
				if (data0 < 100 || isNaN(data0)) {
					const err4 = {
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 100
						},
						message: "must be >= 100",
						schema: 100,
						parentSchema: schema10.properties.status,
						data: data0
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			}
		}
		if (data.forwarded !== void 0) {
			let data1 = data.forwarded;
			if (typeof data1 !== "boolean") {
				const err5 = {
					instancePath: instancePath + "/forwarded",
					schemaPath: "#/properties/forwarded/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean",
					schema: schema10.properties.forwarded.type,
					parentSchema: schema10.properties.forwarded,
					data: data1
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.route !== void 0) {
			let data2 = data.route;
			if (typeof data2 !== "string" && data2 !== null) {
				const err6 = {
					instancePath: instancePath + "/route",
					schemaPath: "#/properties/route/type",
					keyword: "type",
					params: { type: schema10.properties.route.type },
					message: "must be string,null",
					schema: schema10.properties.route.type,
					parentSchema: schema10.properties.route,
					data: data2
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.consumer !== void 0) {
			let data3 = data.consumer;
			if (typeof data3 !== "string" && data3 !== null) {
				const err7 = {
					instancePath: instancePath + "/consumer",
					schemaPath: "#/properties/consumer/type",
					keyword: "type",
					params: { type: schema10.properties.consumer.type },
					message: "must be string,null",
					schema: schema10.properties.consumer.type,
					parentSchema: schema10.properties.consumer,
					data: data3
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.credential !== void 0) {
			let data4 = data.credential;
			if (typeof data4 !== "string" && data4 !== null) {
				const err8 = {
					instancePath: instancePath + "/credential",
					schemaPath: "#/properties/credential/type",
					keyword: "type",
					params: { type: schema10.properties.credential.type },
					message: "must be string,null",
					schema: schema10.properties.credential.type,
					parentSchema: schema10.properties.credential,
					data: data4
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.plugin !== void 0) {
			let data5 = data.plugin;
			if (typeof data5 !== "string" && data5 !== null) {
				const err9 = {
					instancePath: instancePath + "/plugin",
					schemaPath: "#/properties/plugin/type",
					keyword: "type",
					params: { type: schema10.properties.plugin.type },
					message: "must be string,null",
					schema: schema10.properties.plugin.type,
					parentSchema: schema10.properties.plugin,
					data: data5
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.reason !== void 0) {
			let data6 = data.reason;
			if (typeof data6 !== "string") {
				const err10 = {
					instancePath: instancePath + "/reason",
					schemaPath: "#/properties/reason/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema10.properties.reason.type,
					parentSchema: schema10.properties.reason,
					data: data6
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.headers !== void 0) {
			if (!validate28(data.headers, {
				instancePath: instancePath + "/headers",
				parentData: data,
				parentDataProperty: "headers",
				rootData
			})) {
				vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
				errors = vErrors.length;
			}
		}
		if (data.body !== void 0) {
			let data8 = data.body;
			const _errs18 = errors;
			let valid1 = false;
			const _errs19 = errors;
			if (typeof data8 !== "string") {
				const err11 = {
					instancePath: instancePath + "/body",
					schemaPath: "#/properties/body/anyOf/0/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema10.properties.body.anyOf[0].type,
					parentSchema: schema10.properties.body.anyOf[0],
					data: data8
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
			var _valid0 = _errs19 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs21 = errors;
				if (!(data8 && typeof data8 == "object" && !Array.isArray(data8))) {
					const err12 = {
						instancePath: instancePath + "/body",
						schemaPath: "#/properties/body/anyOf/1/type",
						keyword: "type",
						params: { type: "object" },
						message: "must be object",
						schema: schema10.properties.body.anyOf[1].type,
						parentSchema: schema10.properties.body.anyOf[1],
						data: data8
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				var _valid0 = _errs21 === errors;
				valid1 = valid1 || _valid0;
			}
			if (!valid1) {
				const err13 = {
					instancePath: instancePath + "/body",
					schemaPath: "#/properties/body/anyOf",
					keyword: "anyOf",
					params: {},
					message: "must match a schema in anyOf",
					schema: schema10.properties.body.anyOf,
					parentSchema: schema10.properties.body,
					data: data8
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			} else {
				errors = _errs18;
				if (vErrors !== null) {
					if (_errs18) vErrors.length = _errs18;
					else vErrors = null;
				}
			}
		}
		if (data.upstream !== void 0) {
			let data9 = data.upstream;
			if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
				if (Object.keys(data9).length < 1) {
					const err14 = {
						instancePath: instancePath + "/upstream",
						schemaPath: "#/properties/upstream/minProperties",
						keyword: "minProperties",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 properties",
						schema: 1,
						parentSchema: schema10.properties.upstream,
						data: data9
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				for (const key1 in data9) if (!(key1 === "method" || key1 === "host" || key1 === "path" || key1 === "headers")) {
					const err15 = {
						instancePath: instancePath + "/upstream",
						schemaPath: "#/properties/upstream/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema10.properties.upstream,
						data: data9
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
				if (data9.method !== void 0) {
					let data10 = data9.method;
					if (typeof data10 !== "string") {
						const err16 = {
							instancePath: instancePath + "/upstream/method",
							schemaPath: "#/properties/upstream/properties/method/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema10.properties.upstream.properties.method.type,
							parentSchema: schema10.properties.upstream.properties.method,
							data: data10
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
				if (data9.host !== void 0) {
					let data11 = data9.host;
					if (typeof data11 !== "string") {
						const err17 = {
							instancePath: instancePath + "/upstream/host",
							schemaPath: "#/properties/upstream/properties/host/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema10.properties.upstream.properties.host.type,
							parentSchema: schema10.properties.upstream.properties.host,
							data: data11
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
				}
				if (data9.path !== void 0) {
					let data12 = data9.path;
					if (typeof data12 !== "string") {
						const err18 = {
							instancePath: instancePath + "/upstream/path",
							schemaPath: "#/properties/upstream/properties/path/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema10.properties.upstream.properties.path.type,
							parentSchema: schema10.properties.upstream.properties.path,
							data: data12
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
				}
				if (data9.headers !== void 0) {
					if (!validate28(data9.headers, {
						instancePath: instancePath + "/upstream/headers",
						parentData: data9,
						parentDataProperty: "headers",
						rootData
					})) {
						vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
						errors = vErrors.length;
					}
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/upstream",
					schemaPath: "#/properties/upstream/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema10.properties.upstream.type,
					parentSchema: schema10.properties.upstream,
					data: data9
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
	} else {
		const err20 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema10.type,
			parentSchema: schema10,
			data
		};
		if (vErrors === null) vErrors = [err20];
		else vErrors.push(err20);
		errors++;
	}
	validate27.errors = vErrors;
	return errors === 0;
}
const schema12 = {
	"type": "integer",
	"minimum": 1,
	"maximum": 1e5,
	"description": "The request is sent so often, and each time must meet what is expected."
};
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" },
			message: "must be integer",
			schema: schema12.type,
			parentSchema: schema12,
			data
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data > 1e5 || isNaN(data)) {
			const err1 = {
				instancePath,
				schemaPath: "#/maximum",
				keyword: "maximum",
				params: {
					comparison: "<=",
					limit: 1e5
				},
				message: "must be <= 100000",
				schema: 1e5,
				parentSchema: schema12,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data < 1 || isNaN(data)) {
			const err2 = {
				instancePath,
				schemaPath: "#/minimum",
				keyword: "minimum",
				params: {
					comparison: ">=",
					limit: 1
				},
				message: "must be >= 1",
				schema: 1,
				parentSchema: schema12,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
	}
	validate32.errors = vErrors;
	return errors === 0;
}
const schema13 = {
	"title": "PolicyTestStep",
	"type": "object",
	"additionalProperties": false,
	"required": ["expect"],
	"properties": {
		"advance": {
			"type": "string",
			"pattern": "^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$",
			"x-message": "a time such as 61s, 500ms, 2h or 1m30s",
			"description": "How far the clock moves before the request."
		},
		"request": { "$ref": "#/definitions/request" },
		"expect": { "$ref": "#/definitions/expectation" },
		"repeat": { "$ref": "#/definitions/repeat" }
	}
};
const pattern5 = new RegExp("^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$", "u");
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.expect === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "expect" },
				message: "must have required property 'expect'",
				schema: schema13.required,
				parentSchema: schema13,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "advance" || key0 === "request" || key0 === "expect" || key0 === "repeat")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema13,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.advance !== void 0) {
			let data0 = data.advance;
			if (typeof data0 === "string") {
				if (!pattern5.test(data0)) {
					const err2 = {
						instancePath: instancePath + "/advance",
						schemaPath: "#/properties/advance/pattern",
						keyword: "pattern",
						params: { pattern: "^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$" },
						message: "must match pattern \"^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$\"",
						schema: "^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$",
						parentSchema: schema13.properties.advance,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/advance",
					schemaPath: "#/properties/advance/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema13.properties.advance.type,
					parentSchema: schema13.properties.advance,
					data: data0
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.request !== void 0) {
			if (!validate25(data.request, {
				instancePath: instancePath + "/request",
				parentData: data,
				parentDataProperty: "request",
				rootData
			})) {
				vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.expect !== void 0) {
			if (!validate27(data.expect, {
				instancePath: instancePath + "/expect",
				parentData: data,
				parentDataProperty: "expect",
				rootData
			})) {
				vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
				errors = vErrors.length;
			}
		}
		if (data.repeat !== void 0) {
			if (!validate32(data.repeat, {
				instancePath: instancePath + "/repeat",
				parentData: data,
				parentDataProperty: "repeat",
				rootData
			})) {
				vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
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
			schema: schema13.type,
			parentSchema: schema13,
			data
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate34.errors = vErrors;
	return errors === 0;
}
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
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
				schema: schema7.required,
				parentSchema: schema7,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "name" || key0 === "clock" || key0 === "request" || key0 === "expect" || key0 === "repeat" || key0 === "steps")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema7,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.name !== void 0) {
			let data0 = data.name;
			if (typeof data0 === "string") {
				if (func2(data0) < 1) {
					const err2 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema7.properties.name,
						data: data0
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema7.properties.name.type,
					parentSchema: schema7.properties.name,
					data: data0
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.clock !== void 0) {
			if (!validate23(data.clock, {
				instancePath: instancePath + "/clock",
				parentData: data,
				parentDataProperty: "clock",
				rootData
			})) {
				vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.request !== void 0) {
			if (!validate25(data.request, {
				instancePath: instancePath + "/request",
				parentData: data,
				parentDataProperty: "request",
				rootData
			})) {
				vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.expect !== void 0) {
			if (!validate27(data.expect, {
				instancePath: instancePath + "/expect",
				parentData: data,
				parentDataProperty: "expect",
				rootData
			})) {
				vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
				errors = vErrors.length;
			}
		}
		if (data.repeat !== void 0) {
			if (!validate32(data.repeat, {
				instancePath: instancePath + "/repeat",
				parentData: data,
				parentDataProperty: "repeat",
				rootData
			})) {
				vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
				errors = vErrors.length;
			}
		}
		if (data.steps !== void 0) {
			let data5 = data.steps;
			if (Array.isArray(data5)) {
				if (data5.length < 1) {
					const err4 = {
						instancePath: instancePath + "/steps",
						schemaPath: "#/properties/steps/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema7.properties.steps,
						data: data5
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				const len0 = data5.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate34(data5[i0], {
					instancePath: instancePath + "/steps/" + i0,
					parentData: data5,
					parentDataProperty: i0,
					rootData
				})) {
					vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
					errors = vErrors.length;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/steps",
					schemaPath: "#/properties/steps/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema7.properties.steps.type,
					parentSchema: schema7.properties.steps,
					data: data5
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema7.type,
			parentSchema: schema7,
			data
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate22.errors = vErrors;
	return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.cases === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "cases" },
				message: "must have required property 'cases'",
				schema: schema6.required,
				parentSchema: schema6,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "given" || key0 === "clock" || key0 === "cases")) {
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
		if (data.$schema !== void 0) {
			let data0 = data.$schema;
			if (typeof data0 !== "string") {
				const err2 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema6.properties.$schema.type,
					parentSchema: schema6.properties.$schema,
					data: data0
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.given !== void 0) {
			let data1 = data.given;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				for (const key1 in data1) if (!(key1 === "files" || key1 === "env")) {
					const err3 = {
						instancePath: instancePath + "/given",
						schemaPath: "#/properties/given/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema6.properties.given,
						data: data1
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
				if (data1.files !== void 0) {
					let data2 = data1.files;
					if (Array.isArray(data2)) {
						if (data2.length < 1) {
							const err4 = {
								instancePath: instancePath + "/given/files",
								schemaPath: "#/properties/given/properties/files/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema6.properties.given.properties.files,
								data: data2
							};
							if (vErrors === null) vErrors = [err4];
							else vErrors.push(err4);
							errors++;
						}
						const len0 = data2.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data3 = data2[i0];
							if (typeof data3 === "string") {
								if (func2(data3) < 1) {
									const err5 = {
										instancePath: instancePath + "/given/files/" + i0,
										schemaPath: "#/properties/given/properties/files/items/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema6.properties.given.properties.files.items,
										data: data3
									};
									if (vErrors === null) vErrors = [err5];
									else vErrors.push(err5);
									errors++;
								}
							} else {
								const err6 = {
									instancePath: instancePath + "/given/files/" + i0,
									schemaPath: "#/properties/given/properties/files/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema6.properties.given.properties.files.items.type,
									parentSchema: schema6.properties.given.properties.files.items,
									data: data3
								};
								if (vErrors === null) vErrors = [err6];
								else vErrors.push(err6);
								errors++;
							}
						}
					} else {
						const err7 = {
							instancePath: instancePath + "/given/files",
							schemaPath: "#/properties/given/properties/files/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema6.properties.given.properties.files.type,
							parentSchema: schema6.properties.given.properties.files,
							data: data2
						};
						if (vErrors === null) vErrors = [err7];
						else vErrors.push(err7);
						errors++;
					}
				}
				if (data1.env !== void 0) {
					let data4 = data1.env;
					if (data4 && typeof data4 == "object" && !Array.isArray(data4)) for (const key2 in data4) {
						let data5 = data4[key2];
						if (typeof data5 !== "string") {
							const err8 = {
								instancePath: instancePath + "/given/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/given/properties/env/additionalProperties/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string",
								schema: schema6.properties.given.properties.env.additionalProperties.type,
								parentSchema: schema6.properties.given.properties.env.additionalProperties,
								data: data5
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
					}
					else {
						const err9 = {
							instancePath: instancePath + "/given/env",
							schemaPath: "#/properties/given/properties/env/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema6.properties.given.properties.env.type,
							parentSchema: schema6.properties.given.properties.env,
							data: data4
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/given",
					schemaPath: "#/properties/given/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema6.properties.given.type,
					parentSchema: schema6.properties.given,
					data: data1
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.clock !== void 0) {
			let data6 = data.clock;
			if (typeof data6 === "string") {
				if (!pattern0.test(data6)) {
					const err11 = {
						instancePath: instancePath + "/clock",
						schemaPath: "#/properties/clock/pattern",
						keyword: "pattern",
						params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$" },
						message: "must match pattern \"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$\"",
						schema: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$",
						parentSchema: schema6.properties.clock,
						data: data6
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/clock",
					schemaPath: "#/properties/clock/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema6.properties.clock.type,
					parentSchema: schema6.properties.clock,
					data: data6
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.cases !== void 0) {
			let data7 = data.cases;
			if (Array.isArray(data7)) {
				if (data7.length < 1) {
					const err13 = {
						instancePath: instancePath + "/cases",
						schemaPath: "#/properties/cases/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema6.properties.cases,
						data: data7
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
				const len1 = data7.length;
				for (let i1 = 0; i1 < len1; i1++) if (!validate22(data7[i1], {
					instancePath: instancePath + "/cases/" + i1,
					parentData: data7,
					parentDataProperty: i1,
					rootData
				})) {
					vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
					errors = vErrors.length;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/cases",
					schemaPath: "#/properties/cases/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.cases.type,
					parentSchema: schema6.properties.cases,
					data: data7
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
	} else {
		const err15 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema6.type,
			parentSchema: schema6,
			data
		};
		if (vErrors === null) vErrors = [err15];
		else vErrors.push(err15);
		errors++;
	}
	validate21.errors = vErrors;
	return errors === 0;
}

export { policy_test };