/** What no CSV file may hold, at its place; and quoting as in RFC 4180. */
import { expect, test } from "vitest";
import { convertCsv } from "../../src/convert/csv.ts";
import { readCsv } from "../../src/convert/csv-records.ts";
import { Draft } from "../../src/convert/draft.ts";
import { hashKind } from "../../src/convert/htpasswd.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";

test.each<[text: string, cells: string[][]]>([
  [
    "a,b\r\nc,d\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ['"a","b ""c"", d"\n', [["a", 'b "c", d']]],
  ['"two\r\nlines",x\n', [["two\r\nlines", "x"]]],
  [
    "a,,\n,,b\n",
    [
      ["a", "", ""],
      ["", "", "b"],
    ],
  ],
  ["\n\na\n\n", [["a"]]],
  ['""\n', [[""]]],
  [" a , b \n", [[" a ", " b "]]],
])("%j", (text, cells) => {
  const { records, diagnostics } = readCsv({ file: "x.csv", text });
  expect(diagnostics).toEqual([]);
  expect(records.map((record) => record.map((cell) => cell.text))).toEqual(cells);
});

test.each<[text: string, place: string, message: string]>([
  ['username,key\na,"b\n', "2:3", "this quote is not closed"],
  ['username,key\na,"b"c\n', "2:6", "text stands behind a closing quote"],
  ['username,key\na,b"c\n', "2:4", "a quote stands inside a cell that does not begin with one"],
  ["username,key\na,b,c\n", "2:5", "this row has 3 cells, the header 2"],
  ["username,key\na\n", "2:1", "this row has 1 cells, the header 2"],
  ["username,key\n,b\n", "2:1", "this row has no username"],
  ["username,key,key\n", "1:14", 'the column "key" stands twice'],
  ["name,key\n", "1:1", "the header has no column `username`"],
  ["username;key\n", "1:1", "the header has no column `username`"],
  ["\ufeff\r\n", "1:1", "there is no header row"],
])("%j", (text, place, message) => {
  const context = { sha1Hex, publicKeyPem, environment: {} };
  const [first] = convertCsv({ file: "x.csv", text }, new Draft(), context);
  expect(`${first?.span?.start.line}:${first?.span?.start.column}`).toBe(place);
  expect(first?.message).toBe(message);
});

test.each<[stored: string, isHash: boolean]>([
  ["$2y$05$c4WoMPo3SXsafkva.HHa6uXQZWr7oboPiC2bT/r7q1BB8I2s0BRqC", true],
  ["$2a$10$x", true],
  ["$apr1$r31.....$HqJZimcKQFAMYayBlzkrA/", true],
  ["{SHA}VBPuJHI7uixaa6LQGWx4s+5GKNE=", true],
  ["{ssha}x", true],
  ["{MD5}x", true],
  ["$1$a$b", true],
  ["$5$a$b", true],
  ["$6$a$b", true],
  ["$y$j9T$a$b", true],
  ["$argon2id$v=19$x", true],
  ["rqXexS6ZhobKA", true],
  ["_J9..rasmBYk8r9AiWNc", true],
  ["{PLAIN}x", false],
  ["four words in clear", false],
  ["rqXexS6ZhobK", false],
  ["$money", false],
])("%s is a hash: %s", (stored, isHash) => {
  expect(hashKind(stored) !== undefined).toBe(isHash);
});
