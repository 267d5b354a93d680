/** What each case becomes, what the report says of it, and that lint takes the result. UPDATE_GOLDEN=1 writes them anew: review the difference by eye. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { envFileText } from "../../src/cli/environment.ts";
import { toYaml } from "../../src/cli/write-document.ts";
import { detectFormat } from "../../src/convert/detect.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { extractSecrets } from "../../src/plan/extract-secrets.ts";
import { lossesText } from "../../src/report/losses.ts";
import { createStyle } from "../../src/report/style.ts";
import { cases, documentOf, run } from "./cases.ts";

const isUpdate = process.env["UPDATE_GOLDEN"] === "1";

describe.each(cases.map((each) => [each.name, each] as const))("%s", (_name, given) => {
  const converted = run(given, given.source);
  const { document, variables } = extractSecrets(documentOf(converted));
  const actual = {
    "output.yaml": toYaml(document),
    "output.env": envFileText(variables),
    "report.txt": lossesText(converted.losses, createStyle(false)),
  };

  test.each(Object.entries(actual))("%s", async (file, text) => {
    expect(converted.diagnostics).toEqual([]);
    const golden = path.join(given.folder, file);
    if (isUpdate) await writeFile(golden, text);
    else expect(text).toBe(await readFile(golden, "utf8"));
  });

  test("lint finds no error in it", () => {
    const environment = parseEnv(actual["output.env"]);
    const { diagnostics } = checkSources([{ file: "output.yaml", text: actual["output.yaml"] }], {
      environment,
      sha1Hex,
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("the report shows no secret", () => {
    const secrets = [...variables].filter(([name]) => /_(?:KEY|PASSWORD|SECRET|SECRET_KEY)(?:_\d+)?$/.test(name));
    // What names a key to callers (`kid`, the issuer) is in clear in the foreign file, too.
    const names = new Set(["JWT_AUTH_KEY", "TOKEN_ISSUER"]);
    const hidden = secrets.filter(
      ([name, value]) => value.length > 7 && ![...names].some((part) => name.includes(part)),
    );
    expect(hidden.filter(([, value]) => actual["report.txt"].includes(value))).toEqual([]);
  });

  test("the format is told by the file", () => {
    expect(detectFormat(given.source)).toBe(given.format);
  });
});
