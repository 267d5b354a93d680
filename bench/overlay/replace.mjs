/** Puts FOLDER/NAME.rca in the place of FOLDER/current.rca for each name that it is sent: forked with FOLDER. */
import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";

const [, , folder] = process.argv;

process.on("message", (name) => {
  copyFileSync(join(folder, `${name}.rca`), join(folder, "new"));
  renameSync(join(folder, "new"), join(folder, "current.rca"));
  process.send(name);
});
