/** @type {import("rollcall").ProjectConfig} */
// biome-ignore lint/style/noDefaultExport: the form of such a file
export default { inputs: ["*.yaml"], targets: ["apisix"] };
