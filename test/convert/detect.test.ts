/** The format is told by what stands in a file; where that could be two, it is not. */
import { expect, test } from "vitest";
import { detectFormat } from "../../src/convert/detect.ts";

const consumer = '{"username":"a","keyauth_credentials":[{"key":"k"}]}';

test.each<[name: string, file: string, text: string, format: string | undefined]>([
  ["Kong on one line of JSON", "x.json", `{"_format_version":"3.0","consumers":[${consumer}],"services":[]}`, "kong"],
  ["Kong on standard input", "<stdin>", '_format_version: "1.1"\nconsumers: []\n', "kong"],
  ["a header row", "<stdin>", "type,username,label:team\nkey,a,b\n", "csv"],
  ["a header row behind a mark", "list.txt", "\ufeffusername,key\r\na,b\r\n", "csv"],
  ["an ending", "people.CSV", "name;key\n", "csv"],
  ["a row without username", "<stdin>", "name,key\na,b\n", undefined],
  ["one line of JSON with username", "<stdin>", '{"consumers":[{"username":"a","desc":"b"}],"routes":[]}', undefined],
  ["a key set", "keys.json", '{"keys":[{"kty":"oct","k":"AA"}]}', "jwks"],
  ["one key", "key.json", '{"kty":"oct","k":"AA"}', "jwks"],
  ["other keys", "keys.json", '{"keys":["a"]}', undefined],
  ["hashes", "<stdin>", "# x\na:$2y$05$abc\nb:{SHA}abc=\n", "htpasswd"],
  ["a name", "conf/.htpasswd", "a:in clear\n", "htpasswd"],
  ["plain passwords", "passwords", "a:b\n", undefined],
  ["an empty file", "x.yaml", "", undefined],
  ["the end mark of APISIX", "apisix.yaml", "routes: []\n#END\n", "standalone"],
  ["versions of sections", "x.json", '{"routes":[],"routes_conf_version":1}', "standalone"],
  ["ADC's credentials", "x.yaml", "consumers: [{username: a, credentials: [{type: key-auth, config: {}}]}]", "adc"],
  ["both", "x.yaml", "routes_conf_version: 1\nglobal_rules: {}\n", undefined],
  ["native", "x.yaml", "consumers: [{username: a}]\n", undefined],
  ["not YAML", "x.yaml", "a: [\n", undefined],
])("%s", (_name, file, text, format) => {
  expect(detectFormat({ file, text })).toBe(format);
});
