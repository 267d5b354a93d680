// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
// @ts-nocheck
// validators.js
function codePointCount(text) {
	if (!/[\ud800-\udbff]/.test(text)) return text.length;
	let count = 0;
	for (const _character of text) count++;
	return count;
}
const project_config = validate21;
const schema6 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"$id": "https://schemas.rollcall.invalid/v1/rollcall-config.schema.json",
	"title": "ProjectConfig",
	"description": "Settings of a project (rollcall.config.yaml, .json, .mjs or .ts): what rollcall reads, what it reports and where it connects. Paths are taken from the folder of this file; what is given on the command line wins.",
	"type": "object",
	"properties": {
		"$schema": {
			"type": "string",
			"description": "Where an editor finds the schema of this file; not used otherwise."
		},
		"inputs": {
			"type": "array",
			"minItems": 1,
			"items": {
				"type": "string",
				"minLength": 1,
				"not": { "const": "-" },
				"x-message": "standard input can be named only on the command line"
			},
			"description": "Files, folders and globs that are read where the command line names none."
		},
		"ignore": {
			"type": "array",
			"items": {
				"type": "string",
				"minLength": 1
			},
			"description": "Globs of files and folders that are left out when a folder or glob is read. A file named by itself is always read."
		},
		"presets": {
			"type": "array",
			"items": {
				"type": "string",
				"enum": ["recommended", "strict"]
			},
			"default": ["recommended"],
			"description": "Sets of severities, each over the one before: recommended (each rule's own) or strict (rules that are off report warnings, warnings become errors)."
		},
		"rules": {
			"type": "object",
			"additionalProperties": {
				"type": "string",
				"enum": [
					"off",
					"info",
					"warning",
					"error"
				]
			},
			"description": "Severity by rule id, such as `credential/weak-secret: error`; over the presets."
		},
		"targets": {
			"type": "array",
			"uniqueItems": true,
			"items": {
				"type": "string",
				"enum": [
					"apisix",
					"api7",
					"standalone",
					"rollcall"
				]
			},
			"description": "What the files are meant for: what one of these would refuse is reported too."
		},
		"customPlugins": {
			"type": "array",
			"items": {
				"type": "string",
				"minLength": 1
			},
			"description": "Plugins of your own, which are not reported as unknown."
		},
		"secrets": {
			"type": "object",
			"properties": { "allow": {
				"type": "array",
				"items": {
					"type": "string",
					"minLength": 1
				},
				"x-secret": true,
				"description": "Texts that credential/literal-secret leaves alone, such as those of examples and tests; * stands for any characters."
			} },
			"additionalProperties": false,
			"description": "What is known to be no secret."
		},
		"varsFiles": {
			"type": "array",
			"items": {
				"type": "string",
				"minLength": 1
			},
			"description": "Files with NAME=value lines that ${VARIABLES} are taken from; later ones win over earlier ones, the environment over all."
		},
		"gateway": {
			"type": "object",
			"properties": {
				"server": {
					"type": "string",
					"pattern": "^(https?|file)://|\\.(ya?ml|json)$",
					"x-secret": true,
					"description": "Address of the gateway's Admin API, such as http://127.0.0.1:9180, or the file of a standalone APISIX, such as conf/apisix.yaml."
				},
				"kind": {
					"type": "string",
					"enum": [
						"apisix",
						"api7",
						"standalone",
						"rollcall"
					],
					"description": "What the gateway is; it is asked if this is not given."
				},
				"groups": {
					"type": "array",
					"minItems": 1,
					"uniqueItems": true,
					"items": {
						"type": "string",
						"minLength": 1
					},
					"description": "Gateway groups of API7, by id or name. Consumers are written with the first."
				},
				"tokenFile": {
					"type": "string",
					"minLength": 1,
					"x-secret": true,
					"description": "File that holds the Admin API's key; never the key itself."
				},
				"tokenCommand": {
					"type": "string",
					"minLength": 1,
					"x-secret": true,
					"description": "Command of the shell that prints the Admin API's key."
				},
				"caFile": {
					"type": "string",
					"minLength": 1,
					"description": "File with the certificate authority of the server (PEM)."
				},
				"clientCertFile": {
					"type": "string",
					"minLength": 1,
					"description": "File with the certificate to show to the server (PEM)."
				},
				"clientKeyFile": {
					"type": "string",
					"minLength": 1,
					"x-secret": true,
					"description": "File with the private key of that certificate (PEM)."
				},
				"timeout": {
					"type": "number",
					"exclusiveMinimum": 0,
					"description": "Seconds after which a call is given up."
				},
				"retries": {
					"type": "integer",
					"minimum": 0,
					"maximum": 99,
					"description": "Further attempts of a call that got no answer, 429 or 5xx."
				},
				"concurrency": {
					"type": "integer",
					"minimum": 1,
					"maximum": 9999,
					"description": "Calls at a time."
				},
				"rateLimit": {
					"type": "number",
					"exclusiveMinimum": 0,
					"description": "Calls a second at most."
				}
			},
			"additionalProperties": false,
			"description": "The gateway of ping, diff, sync and dump."
		},
		"keyFile": {
			"type": "string",
			"minLength": 1,
			"x-secret": true,
			"description": "File that holds the 32-byte key of artifacts and fingerprints; never the key itself."
		}
	},
	"additionalProperties": false
};
const func2 = Object.prototype.hasOwnProperty;
const func3 = codePointCount;
const pattern0 = new RegExp("^(https?|file)://|\\.(ya?ml|json)$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!func2.call(schema6.properties, key0)) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema6,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.$schema !== void 0) {
			let data0 = data.$schema;
			if (typeof data0 !== "string") {
				const err1 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema6.properties.$schema.type,
					parentSchema: schema6.properties.$schema,
					data: data0
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.inputs !== void 0) {
			let data1 = data.inputs;
			if (Array.isArray(data1)) {
				if (data1.length < 1) {
					const err2 = {
						instancePath: instancePath + "/inputs",
						schemaPath: "#/properties/inputs/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items",
						schema: 1,
						parentSchema: schema6.properties.inputs,
						data: data1
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				const len0 = data1.length;
				for (let i0 = 0; i0 < len0; i0++) {
					let data2 = data1[i0];
					const _errs8 = errors;
					const _errs9 = errors;
					if ("-" !== data2) {
						const err3 = {};
						if (vErrors === null) vErrors = [err3];
						else vErrors.push(err3);
						errors++;
					}
					if (_errs9 === errors) {
						const err4 = {
							instancePath: instancePath + "/inputs/" + i0,
							schemaPath: "#/properties/inputs/items/not",
							keyword: "not",
							params: {},
							message: "must NOT be valid",
							schema: schema6.properties.inputs.items.not,
							parentSchema: schema6.properties.inputs.items,
							data: data2
						};
						if (vErrors === null) vErrors = [err4];
						else vErrors.push(err4);
						errors++;
					} else {
						errors = _errs8;
						if (vErrors !== null) {
							if (_errs8) vErrors.length = _errs8;
							else vErrors = null;
						}
					}
					if (typeof data2 === "string") {
						if (func3(data2) < 1) {
							const err5 = {
								instancePath: instancePath + "/inputs/" + i0,
								schemaPath: "#/properties/inputs/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.inputs.items,
								data: data2
							};
							if (vErrors === null) vErrors = [err5];
							else vErrors.push(err5);
							errors++;
						}
					} else {
						const err6 = {
							instancePath: instancePath + "/inputs/" + i0,
							schemaPath: "#/properties/inputs/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.inputs.items.type,
							parentSchema: schema6.properties.inputs.items,
							data: data2
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
				}
			} else {
				const err7 = {
					instancePath: instancePath + "/inputs",
					schemaPath: "#/properties/inputs/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.inputs.type,
					parentSchema: schema6.properties.inputs,
					data: data1
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.ignore !== void 0) {
			let data3 = data.ignore;
			if (Array.isArray(data3)) {
				const len1 = data3.length;
				for (let i1 = 0; i1 < len1; i1++) {
					let data4 = data3[i1];
					if (typeof data4 === "string") {
						if (func3(data4) < 1) {
							const err8 = {
								instancePath: instancePath + "/ignore/" + i1,
								schemaPath: "#/properties/ignore/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.ignore.items,
								data: data4
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
					} else {
						const err9 = {
							instancePath: instancePath + "/ignore/" + i1,
							schemaPath: "#/properties/ignore/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.ignore.items.type,
							parentSchema: schema6.properties.ignore.items,
							data: data4
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/ignore",
					schemaPath: "#/properties/ignore/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.ignore.type,
					parentSchema: schema6.properties.ignore,
					data: data3
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.presets !== void 0) {
			let data5 = data.presets;
			if (Array.isArray(data5)) {
				const len2 = data5.length;
				for (let i2 = 0; i2 < len2; i2++) {
					let data6 = data5[i2];
					if (typeof data6 !== "string") {
						const err11 = {
							instancePath: instancePath + "/presets/" + i2,
							schemaPath: "#/properties/presets/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.presets.items.type,
							parentSchema: schema6.properties.presets.items,
							data: data6
						};
						if (vErrors === null) vErrors = [err11];
						else vErrors.push(err11);
						errors++;
					}
					if (!(data6 === "recommended" || data6 === "strict")) {
						const err12 = {
							instancePath: instancePath + "/presets/" + i2,
							schemaPath: "#/properties/presets/items/enum",
							keyword: "enum",
							params: { allowedValues: schema6.properties.presets.items.enum },
							message: "must be equal to one of the allowed values",
							schema: schema6.properties.presets.items.enum,
							parentSchema: schema6.properties.presets.items,
							data: data6
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
			} else {
				const err13 = {
					instancePath: instancePath + "/presets",
					schemaPath: "#/properties/presets/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.presets.type,
					parentSchema: schema6.properties.presets,
					data: data5
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
		if (data.rules !== void 0) {
			let data7 = data.rules;
			if (data7 && typeof data7 == "object" && !Array.isArray(data7)) for (const key1 in data7) {
				let data8 = data7[key1];
				if (typeof data8 !== "string") {
					const err14 = {
						instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/rules/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string",
						schema: schema6.properties.rules.additionalProperties.type,
						parentSchema: schema6.properties.rules.additionalProperties,
						data: data8
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
				if (!(data8 === "off" || data8 === "info" || data8 === "warning" || data8 === "error")) {
					const err15 = {
						instancePath: instancePath + "/rules/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/rules/additionalProperties/enum",
						keyword: "enum",
						params: { allowedValues: schema6.properties.rules.additionalProperties.enum },
						message: "must be equal to one of the allowed values",
						schema: schema6.properties.rules.additionalProperties.enum,
						parentSchema: schema6.properties.rules.additionalProperties,
						data: data8
					};
					if (vErrors === null) vErrors = [err15];
					else vErrors.push(err15);
					errors++;
				}
			}
			else {
				const err16 = {
					instancePath: instancePath + "/rules",
					schemaPath: "#/properties/rules/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema6.properties.rules.type,
					parentSchema: schema6.properties.rules,
					data: data7
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.targets !== void 0) {
			let data9 = data.targets;
			if (Array.isArray(data9)) {
				const len3 = data9.length;
				for (let i3 = 0; i3 < len3; i3++) {
					let data10 = data9[i3];
					if (typeof data10 !== "string") {
						const err17 = {
							instancePath: instancePath + "/targets/" + i3,
							schemaPath: "#/properties/targets/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.targets.items.type,
							parentSchema: schema6.properties.targets.items,
							data: data10
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
					if (!(data10 === "apisix" || data10 === "api7" || data10 === "standalone" || data10 === "rollcall")) {
						const err18 = {
							instancePath: instancePath + "/targets/" + i3,
							schemaPath: "#/properties/targets/items/enum",
							keyword: "enum",
							params: { allowedValues: schema6.properties.targets.items.enum },
							message: "must be equal to one of the allowed values",
							schema: schema6.properties.targets.items.enum,
							parentSchema: schema6.properties.targets.items,
							data: data10
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
				}
				let i4 = data9.length;
				let j0;
				if (i4 > 1) {
					const indices0 = {};
					for (; i4--;) {
						let item0 = data9[i4];
						if (typeof item0 !== "string") continue;
						if (typeof indices0[item0] == "number") {
							j0 = indices0[item0];
							const err19 = {
								instancePath: instancePath + "/targets",
								schemaPath: "#/properties/targets/uniqueItems",
								keyword: "uniqueItems",
								params: {
									i: i4,
									j: j0
								},
								message: "must NOT have duplicate items (items ## " + j0 + " and " + i4 + " are identical)",
								schema: true,
								parentSchema: schema6.properties.targets,
								data: data9
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
							break;
						}
						indices0[item0] = i4;
					}
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/targets",
					schemaPath: "#/properties/targets/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.targets.type,
					parentSchema: schema6.properties.targets,
					data: data9
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.customPlugins !== void 0) {
			let data11 = data.customPlugins;
			if (Array.isArray(data11)) {
				const len4 = data11.length;
				for (let i5 = 0; i5 < len4; i5++) {
					let data12 = data11[i5];
					if (typeof data12 === "string") {
						if (func3(data12) < 1) {
							const err21 = {
								instancePath: instancePath + "/customPlugins/" + i5,
								schemaPath: "#/properties/customPlugins/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.customPlugins.items,
								data: data12
							};
							if (vErrors === null) vErrors = [err21];
							else vErrors.push(err21);
							errors++;
						}
					} else {
						const err22 = {
							instancePath: instancePath + "/customPlugins/" + i5,
							schemaPath: "#/properties/customPlugins/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.customPlugins.items.type,
							parentSchema: schema6.properties.customPlugins.items,
							data: data12
						};
						if (vErrors === null) vErrors = [err22];
						else vErrors.push(err22);
						errors++;
					}
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/customPlugins",
					schemaPath: "#/properties/customPlugins/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.customPlugins.type,
					parentSchema: schema6.properties.customPlugins,
					data: data11
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.secrets !== void 0) {
			let data13 = data.secrets;
			if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
				for (const key2 in data13) if (!(key2 === "allow")) {
					const err24 = {
						instancePath: instancePath + "/secrets",
						schemaPath: "#/properties/secrets/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key2 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema6.properties.secrets,
						data: data13
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
				if (data13.allow !== void 0) {
					let data14 = data13.allow;
					if (Array.isArray(data14)) {
						const len5 = data14.length;
						for (let i6 = 0; i6 < len5; i6++) {
							let data15 = data14[i6];
							if (typeof data15 === "string") {
								if (func3(data15) < 1) {
									const err25 = {
										instancePath: instancePath + "/secrets/allow/" + i6,
										schemaPath: "#/properties/secrets/properties/allow/items/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema6.properties.secrets.properties.allow.items,
										data: data15
									};
									if (vErrors === null) vErrors = [err25];
									else vErrors.push(err25);
									errors++;
								}
							} else {
								const err26 = {
									instancePath: instancePath + "/secrets/allow/" + i6,
									schemaPath: "#/properties/secrets/properties/allow/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema6.properties.secrets.properties.allow.items.type,
									parentSchema: schema6.properties.secrets.properties.allow.items,
									data: data15
								};
								if (vErrors === null) vErrors = [err26];
								else vErrors.push(err26);
								errors++;
							}
						}
					} else {
						const err27 = {
							instancePath: instancePath + "/secrets/allow",
							schemaPath: "#/properties/secrets/properties/allow/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema6.properties.secrets.properties.allow.type,
							parentSchema: schema6.properties.secrets.properties.allow,
							data: data14
						};
						if (vErrors === null) vErrors = [err27];
						else vErrors.push(err27);
						errors++;
					}
				}
			} else {
				const err28 = {
					instancePath: instancePath + "/secrets",
					schemaPath: "#/properties/secrets/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema6.properties.secrets.type,
					parentSchema: schema6.properties.secrets,
					data: data13
				};
				if (vErrors === null) vErrors = [err28];
				else vErrors.push(err28);
				errors++;
			}
		}
		if (data.varsFiles !== void 0) {
			let data16 = data.varsFiles;
			if (Array.isArray(data16)) {
				const len6 = data16.length;
				for (let i7 = 0; i7 < len6; i7++) {
					let data17 = data16[i7];
					if (typeof data17 === "string") {
						if (func3(data17) < 1) {
							const err29 = {
								instancePath: instancePath + "/varsFiles/" + i7,
								schemaPath: "#/properties/varsFiles/items/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.varsFiles.items,
								data: data17
							};
							if (vErrors === null) vErrors = [err29];
							else vErrors.push(err29);
							errors++;
						}
					} else {
						const err30 = {
							instancePath: instancePath + "/varsFiles/" + i7,
							schemaPath: "#/properties/varsFiles/items/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.varsFiles.items.type,
							parentSchema: schema6.properties.varsFiles.items,
							data: data17
						};
						if (vErrors === null) vErrors = [err30];
						else vErrors.push(err30);
						errors++;
					}
				}
			} else {
				const err31 = {
					instancePath: instancePath + "/varsFiles",
					schemaPath: "#/properties/varsFiles/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array",
					schema: schema6.properties.varsFiles.type,
					parentSchema: schema6.properties.varsFiles,
					data: data16
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			}
		}
		if (data.gateway !== void 0) {
			let data18 = data.gateway;
			if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
				for (const key3 in data18) if (!func2.call(schema6.properties.gateway.properties, key3)) {
					const err32 = {
						instancePath: instancePath + "/gateway",
						schemaPath: "#/properties/gateway/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key3 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema6.properties.gateway,
						data: data18
					};
					if (vErrors === null) vErrors = [err32];
					else vErrors.push(err32);
					errors++;
				}
				if (data18.server !== void 0) {
					let data19 = data18.server;
					if (typeof data19 === "string") {
						if (!pattern0.test(data19)) {
							const err33 = {
								instancePath: instancePath + "/gateway/server",
								schemaPath: "#/properties/gateway/properties/server/pattern",
								keyword: "pattern",
								params: { pattern: "^(https?|file)://|\\.(ya?ml|json)$" },
								message: "must match pattern \"^(https?|file)://|\\.(ya?ml|json)$\"",
								schema: "^(https?|file)://|\\.(ya?ml|json)$",
								parentSchema: schema6.properties.gateway.properties.server,
								data: data19
							};
							if (vErrors === null) vErrors = [err33];
							else vErrors.push(err33);
							errors++;
						}
					} else {
						const err34 = {
							instancePath: instancePath + "/gateway/server",
							schemaPath: "#/properties/gateway/properties/server/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.server.type,
							parentSchema: schema6.properties.gateway.properties.server,
							data: data19
						};
						if (vErrors === null) vErrors = [err34];
						else vErrors.push(err34);
						errors++;
					}
				}
				if (data18.kind !== void 0) {
					let data20 = data18.kind;
					if (typeof data20 !== "string") {
						const err35 = {
							instancePath: instancePath + "/gateway/kind",
							schemaPath: "#/properties/gateway/properties/kind/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.kind.type,
							parentSchema: schema6.properties.gateway.properties.kind,
							data: data20
						};
						if (vErrors === null) vErrors = [err35];
						else vErrors.push(err35);
						errors++;
					}
					if (!(data20 === "apisix" || data20 === "api7" || data20 === "standalone" || data20 === "rollcall")) {
						const err36 = {
							instancePath: instancePath + "/gateway/kind",
							schemaPath: "#/properties/gateway/properties/kind/enum",
							keyword: "enum",
							params: { allowedValues: schema6.properties.gateway.properties.kind.enum },
							message: "must be equal to one of the allowed values",
							schema: schema6.properties.gateway.properties.kind.enum,
							parentSchema: schema6.properties.gateway.properties.kind,
							data: data20
						};
						if (vErrors === null) vErrors = [err36];
						else vErrors.push(err36);
						errors++;
					}
				}
				if (data18.groups !== void 0) {
					let data21 = data18.groups;
					if (Array.isArray(data21)) {
						if (data21.length < 1) {
							const err37 = {
								instancePath: instancePath + "/gateway/groups",
								schemaPath: "#/properties/gateway/properties/groups/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.groups,
								data: data21
							};
							if (vErrors === null) vErrors = [err37];
							else vErrors.push(err37);
							errors++;
						}
						const len7 = data21.length;
						for (let i8 = 0; i8 < len7; i8++) {
							let data22 = data21[i8];
							if (typeof data22 === "string") {
								if (func3(data22) < 1) {
									const err38 = {
										instancePath: instancePath + "/gateway/groups/" + i8,
										schemaPath: "#/properties/gateway/properties/groups/items/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema6.properties.gateway.properties.groups.items,
										data: data22
									};
									if (vErrors === null) vErrors = [err38];
									else vErrors.push(err38);
									errors++;
								}
							} else {
								const err39 = {
									instancePath: instancePath + "/gateway/groups/" + i8,
									schemaPath: "#/properties/gateway/properties/groups/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema6.properties.gateway.properties.groups.items.type,
									parentSchema: schema6.properties.gateway.properties.groups.items,
									data: data22
								};
								if (vErrors === null) vErrors = [err39];
								else vErrors.push(err39);
								errors++;
							}
						}
						let i9 = data21.length;
						let j1;
						if (i9 > 1) {
							const indices1 = {};
							for (; i9--;) {
								let item1 = data21[i9];
								if (typeof item1 !== "string") continue;
								if (typeof indices1[item1] == "number") {
									j1 = indices1[item1];
									const err40 = {
										instancePath: instancePath + "/gateway/groups",
										schemaPath: "#/properties/gateway/properties/groups/uniqueItems",
										keyword: "uniqueItems",
										params: {
											i: i9,
											j: j1
										},
										message: "must NOT have duplicate items (items ## " + j1 + " and " + i9 + " are identical)",
										schema: true,
										parentSchema: schema6.properties.gateway.properties.groups,
										data: data21
									};
									if (vErrors === null) vErrors = [err40];
									else vErrors.push(err40);
									errors++;
									break;
								}
								indices1[item1] = i9;
							}
						}
					} else {
						const err41 = {
							instancePath: instancePath + "/gateway/groups",
							schemaPath: "#/properties/gateway/properties/groups/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema6.properties.gateway.properties.groups.type,
							parentSchema: schema6.properties.gateway.properties.groups,
							data: data21
						};
						if (vErrors === null) vErrors = [err41];
						else vErrors.push(err41);
						errors++;
					}
				}
				if (data18.tokenFile !== void 0) {
					let data23 = data18.tokenFile;
					if (typeof data23 === "string") {
						if (func3(data23) < 1) {
							const err42 = {
								instancePath: instancePath + "/gateway/tokenFile",
								schemaPath: "#/properties/gateway/properties/tokenFile/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.tokenFile,
								data: data23
							};
							if (vErrors === null) vErrors = [err42];
							else vErrors.push(err42);
							errors++;
						}
					} else {
						const err43 = {
							instancePath: instancePath + "/gateway/tokenFile",
							schemaPath: "#/properties/gateway/properties/tokenFile/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.tokenFile.type,
							parentSchema: schema6.properties.gateway.properties.tokenFile,
							data: data23
						};
						if (vErrors === null) vErrors = [err43];
						else vErrors.push(err43);
						errors++;
					}
				}
				if (data18.tokenCommand !== void 0) {
					let data24 = data18.tokenCommand;
					if (typeof data24 === "string") {
						if (func3(data24) < 1) {
							const err44 = {
								instancePath: instancePath + "/gateway/tokenCommand",
								schemaPath: "#/properties/gateway/properties/tokenCommand/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.tokenCommand,
								data: data24
							};
							if (vErrors === null) vErrors = [err44];
							else vErrors.push(err44);
							errors++;
						}
					} else {
						const err45 = {
							instancePath: instancePath + "/gateway/tokenCommand",
							schemaPath: "#/properties/gateway/properties/tokenCommand/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.tokenCommand.type,
							parentSchema: schema6.properties.gateway.properties.tokenCommand,
							data: data24
						};
						if (vErrors === null) vErrors = [err45];
						else vErrors.push(err45);
						errors++;
					}
				}
				if (data18.caFile !== void 0) {
					let data25 = data18.caFile;
					if (typeof data25 === "string") {
						if (func3(data25) < 1) {
							const err46 = {
								instancePath: instancePath + "/gateway/caFile",
								schemaPath: "#/properties/gateway/properties/caFile/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.caFile,
								data: data25
							};
							if (vErrors === null) vErrors = [err46];
							else vErrors.push(err46);
							errors++;
						}
					} else {
						const err47 = {
							instancePath: instancePath + "/gateway/caFile",
							schemaPath: "#/properties/gateway/properties/caFile/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.caFile.type,
							parentSchema: schema6.properties.gateway.properties.caFile,
							data: data25
						};
						if (vErrors === null) vErrors = [err47];
						else vErrors.push(err47);
						errors++;
					}
				}
				if (data18.clientCertFile !== void 0) {
					let data26 = data18.clientCertFile;
					if (typeof data26 === "string") {
						if (func3(data26) < 1) {
							const err48 = {
								instancePath: instancePath + "/gateway/clientCertFile",
								schemaPath: "#/properties/gateway/properties/clientCertFile/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.clientCertFile,
								data: data26
							};
							if (vErrors === null) vErrors = [err48];
							else vErrors.push(err48);
							errors++;
						}
					} else {
						const err49 = {
							instancePath: instancePath + "/gateway/clientCertFile",
							schemaPath: "#/properties/gateway/properties/clientCertFile/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.clientCertFile.type,
							parentSchema: schema6.properties.gateway.properties.clientCertFile,
							data: data26
						};
						if (vErrors === null) vErrors = [err49];
						else vErrors.push(err49);
						errors++;
					}
				}
				if (data18.clientKeyFile !== void 0) {
					let data27 = data18.clientKeyFile;
					if (typeof data27 === "string") {
						if (func3(data27) < 1) {
							const err50 = {
								instancePath: instancePath + "/gateway/clientKeyFile",
								schemaPath: "#/properties/gateway/properties/clientKeyFile/minLength",
								keyword: "minLength",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 characters",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.clientKeyFile,
								data: data27
							};
							if (vErrors === null) vErrors = [err50];
							else vErrors.push(err50);
							errors++;
						}
					} else {
						const err51 = {
							instancePath: instancePath + "/gateway/clientKeyFile",
							schemaPath: "#/properties/gateway/properties/clientKeyFile/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema6.properties.gateway.properties.clientKeyFile.type,
							parentSchema: schema6.properties.gateway.properties.clientKeyFile,
							data: data27
						};
						if (vErrors === null) vErrors = [err51];
						else vErrors.push(err51);
						errors++;
					}
				}
				if (data18.timeout !== void 0) {
					let data28 = data18.timeout;
					if (typeof data28 == "number" && isFinite(data28)) {
						if (data28 <= 0 || isNaN(data28)) {
							const err52 = {
								instancePath: instancePath + "/gateway/timeout",
								schemaPath: "#/properties/gateway/properties/timeout/exclusiveMinimum",
								keyword: "exclusiveMinimum",
								params: {
									comparison: ">",
									limit: 0
								},
								message: "must be > 0",
								schema: 0,
								parentSchema: schema6.properties.gateway.properties.timeout,
								data: data28
							};
							if (vErrors === null) vErrors = [err52];
							else vErrors.push(err52);
							errors++;
						}
					} else {
						const err53 = {
							instancePath: instancePath + "/gateway/timeout",
							schemaPath: "#/properties/gateway/properties/timeout/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number",
							schema: schema6.properties.gateway.properties.timeout.type,
							parentSchema: schema6.properties.gateway.properties.timeout,
							data: data28
						};
						if (vErrors === null) vErrors = [err53];
						else vErrors.push(err53);
						errors++;
					}
				}
				if (data18.retries !== void 0) {
					let data29 = data18.retries;
					if (!(typeof data29 == "number" && !(data29 % 1) && !isNaN(data29) && isFinite(data29))) {
						const err54 = {
							instancePath: instancePath + "/gateway/retries",
							schemaPath: "#/properties/gateway/properties/retries/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema6.properties.gateway.properties.retries.type,
							parentSchema: schema6.properties.gateway.properties.retries,
							data: data29
						};
						if (vErrors === null) vErrors = [err54];
						else vErrors.push(err54);
						errors++;
					}
					if (typeof data29 == "number" && isFinite(data29)) {
						if (data29 > 99 || isNaN(data29)) {
							const err55 = {
								instancePath: instancePath + "/gateway/retries",
								schemaPath: "#/properties/gateway/properties/retries/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 99
								},
								message: "must be <= 99",
								schema: 99,
								parentSchema: schema6.properties.gateway.properties.retries,
								data: data29
							};
							if (vErrors === null) vErrors = [err55];
							else vErrors.push(err55);
							errors++;
						}
						if (data29 < 0 || isNaN(data29)) {
							const err56 = {
								instancePath: instancePath + "/gateway/retries",
								schemaPath: "#/properties/gateway/properties/retries/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 0
								},
								message: "must be >= 0",
								schema: 0,
								parentSchema: schema6.properties.gateway.properties.retries,
								data: data29
							};
							if (vErrors === null) vErrors = [err56];
							else vErrors.push(err56);
							errors++;
						}
					}
				}
				if (data18.concurrency !== void 0) {
					let data30 = data18.concurrency;
					if (!(typeof data30 == "number" && !(data30 % 1) && !isNaN(data30) && isFinite(data30))) {
						const err57 = {
							instancePath: instancePath + "/gateway/concurrency",
							schemaPath: "#/properties/gateway/properties/concurrency/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema6.properties.gateway.properties.concurrency.type,
							parentSchema: schema6.properties.gateway.properties.concurrency,
							data: data30
						};
						if (vErrors === null) vErrors = [err57];
						else vErrors.push(err57);
						errors++;
					}
					if (typeof data30 == "number" && isFinite(data30)) {
						if (data30 > 9999 || isNaN(data30)) {
							const err58 = {
								instancePath: instancePath + "/gateway/concurrency",
								schemaPath: "#/properties/gateway/properties/concurrency/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 9999
								},
								message: "must be <= 9999",
								schema: 9999,
								parentSchema: schema6.properties.gateway.properties.concurrency,
								data: data30
							};
							if (vErrors === null) vErrors = [err58];
							else vErrors.push(err58);
							errors++;
						}
						if (data30 < 1 || isNaN(data30)) {
							const err59 = {
								instancePath: instancePath + "/gateway/concurrency",
								schemaPath: "#/properties/gateway/properties/concurrency/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema6.properties.gateway.properties.concurrency,
								data: data30
							};
							if (vErrors === null) vErrors = [err59];
							else vErrors.push(err59);
							errors++;
						}
					}
				}
				if (data18.rateLimit !== void 0) {
					let data31 = data18.rateLimit;
					if (typeof data31 == "number" && isFinite(data31)) {
						if (data31 <= 0 || isNaN(data31)) {
							const err60 = {
								instancePath: instancePath + "/gateway/rateLimit",
								schemaPath: "#/properties/gateway/properties/rateLimit/exclusiveMinimum",
								keyword: "exclusiveMinimum",
								params: {
									comparison: ">",
									limit: 0
								},
								message: "must be > 0",
								schema: 0,
								parentSchema: schema6.properties.gateway.properties.rateLimit,
								data: data31
							};
							if (vErrors === null) vErrors = [err60];
							else vErrors.push(err60);
							errors++;
						}
					} else {
						const err61 = {
							instancePath: instancePath + "/gateway/rateLimit",
							schemaPath: "#/properties/gateway/properties/rateLimit/type",
							keyword: "type",
							params: { type: "number" },
							message: "must be number",
							schema: schema6.properties.gateway.properties.rateLimit.type,
							parentSchema: schema6.properties.gateway.properties.rateLimit,
							data: data31
						};
						if (vErrors === null) vErrors = [err61];
						else vErrors.push(err61);
						errors++;
					}
				}
			} else {
				const err62 = {
					instancePath: instancePath + "/gateway",
					schemaPath: "#/properties/gateway/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema6.properties.gateway.type,
					parentSchema: schema6.properties.gateway,
					data: data18
				};
				if (vErrors === null) vErrors = [err62];
				else vErrors.push(err62);
				errors++;
			}
		}
		if (data.keyFile !== void 0) {
			let data32 = data.keyFile;
			if (typeof data32 === "string") {
				if (func3(data32) < 1) {
					const err63 = {
						instancePath: instancePath + "/keyFile",
						schemaPath: "#/properties/keyFile/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters",
						schema: 1,
						parentSchema: schema6.properties.keyFile,
						data: data32
					};
					if (vErrors === null) vErrors = [err63];
					else vErrors.push(err63);
					errors++;
				}
			} else {
				const err64 = {
					instancePath: instancePath + "/keyFile",
					schemaPath: "#/properties/keyFile/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string",
					schema: schema6.properties.keyFile.type,
					parentSchema: schema6.properties.keyFile,
					data: data32
				};
				if (vErrors === null) vErrors = [err64];
				else vErrors.push(err64);
				errors++;
			}
		}
	} else {
		const err65 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema6.type,
			parentSchema: schema6,
			data
		};
		if (vErrors === null) vErrors = [err65];
		else vErrors.push(err65);
		errors++;
	}
	validate21.errors = vErrors;
	return errors === 0;
}

export { project_config };