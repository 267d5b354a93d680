/** Loaded into a measured process: writes its peak of memory, in KiB, when it ends. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));
