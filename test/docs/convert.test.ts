/** The examples of docs/convert.md: each input becomes the YAML behind it, with the report behind that. */
import { describe, expect, test } from "vitest";
import { toYaml } from "../../src/cli/write-document.ts";
import { type Format, formats } from "../../src/convert/contract.ts";
import { convert } from "../../src/convert/convert.ts";
import { declaredSections } from "../../src/convert/finish.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { toDocument } from "../../src/plan/dump.ts";
import { extractSecrets } from "../../src/plan/extract-secrets.ts";
import { lossesText } from "../../src/report/losses.ts";
import { createStyle } from "../../src/report/style.ts";
import { readDoc } from "./markdown.ts";

const [, ...sections] = readDoc("docs/convert.md").split(/^### /m);
const endings: Readonly<Record<string, string>> = { text: "htpasswd" };

describe("docs/convert.md", () => {
  test("it has a section for each format", () => {
    expect(sections.map((section) => section.split("\n")[0])).toEqual(formats);
  });

  test.each(sections.map((section) => [section.split("\n")[0] as Format, section] as const))(
    "%s",
    (format, section) => {
      const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)];
      const [[, language = "", text = ""] = [], [, , yaml] = [], [, , report] = [], ...others] = blocks;
      const { config, losses, diagnostics } = convert(
        [{ source: { file: `input.${endings[language] ?? language}`, text }, format }],
        { sha1Hex, publicKeyPem, environment: { JACK_KEY: "jack-key-0f1e2d3c4b5a" }, consumer: "issuer" },
      );
      expect(diagnostics).toEqual([]);
      const document = declaredSections(toDocument(config, sha1Hex), config.declared);
      expect(toYaml(extractSecrets(document).document)).toBe(yaml);
      expect(lossesText(losses, createStyle(false))).toBe(report);
      expect(others).toEqual([]);
    },
  );
});
