// biome-ignore lint/style/noDefaultExport: the form of such a file
export default { presets: ["relaxed"] };
