/** The options of curl by what they do to a request (curl 8, `curl --help all`). */

export type CurlEffect =
  | "request"
  | "header"
  | "user"
  | "data"
  | "data-raw"
  | "data-urlencode"
  | "json"
  | "get"
  | "head"
  | "cookie"
  | "agent"
  | "referer"
  | "url"
  | "bearer"
  | "compressed"
  | "as-is"
  /** The gateway sees the same request. */
  | "none"
  /** It makes a request that cannot be told here. */
  | "refused";

export interface CurlOption {
  readonly effect: CurlEffect;
  readonly takesValue: boolean;
}

const withValue = (effect: CurlEffect): CurlOption => ({ effect, takesValue: true });
const flag = (effect: CurlEffect): CurlOption => ({ effect, takesValue: false });

const effective: Readonly<Record<string, CurlOption>> = {
  "--request": withValue("request"),
  "--header": withValue("header"),
  "--user": withValue("user"),
  "--data": withValue("data"),
  "--data-ascii": withValue("data"),
  "--data-binary": withValue("data"),
  "--data-raw": withValue("data-raw"),
  "--data-urlencode": withValue("data-urlencode"),
  "--json": withValue("json"),
  "--get": flag("get"),
  "--head": flag("head"),
  "--cookie": withValue("cookie"),
  "--user-agent": withValue("agent"),
  "--referer": withValue("referer"),
  "--url": withValue("url"),
  "--oauth2-bearer": withValue("bearer"),
  "--compressed": flag("compressed"),
  "--path-as-is": flag("as-is"),
  "--form": withValue("refused"),
  "--form-string": withValue("refused"),
  "--upload-file": withValue("refused"),
  "--digest": flag("refused"),
  "--ntlm": flag("refused"),
  "--negotiate": flag("refused"),
  "--anyauth": flag("refused"),
  "--aws-sigv4": withValue("refused"),
  "--range": withValue("refused"),
  "--config": withValue("refused"),
  "--netrc": flag("refused"),
  "--request-target": withValue("refused"),
};

const harmlessFlags =
  "silent show-error insecure location verbose include fail fail-with-body no-buffer remote-name no-progress-meter " +
  "progress-bar http1.1 http1.0 http2 http2-prior-knowledge http3 ipv4 ipv6 tcp-nodelay basic globoff no-keepalive no-alpn styled-output";
const harmlessValues =
  "output write-out max-time connect-timeout retry retry-delay retry-max-time max-redirs resolve connect-to cacert " +
  "capath cert key cert-type key-type pass proxy cookie-jar trace trace-ascii dump-header limit-rate interface " +
  "keepalive-time stderr tls-max ciphers unix-socket";

/** By its long name. */
export const curlOptions: ReadonlyMap<string, CurlOption> = new Map([
  ...harmlessFlags.split(" ").map((name) => [`--${name}`, flag("none")] as const),
  ...harmlessValues.split(" ").map((name) => [`--${name}`, withValue("none")] as const),
  ...Object.entries(effective),
]);

export const shortNames: Readonly<Record<string, string>> = {
  X: "--request",
  H: "--header",
  u: "--user",
  d: "--data",
  G: "--get",
  I: "--head",
  b: "--cookie",
  A: "--user-agent",
  e: "--referer",
  F: "--form",
  T: "--upload-file",
  r: "--range",
  K: "--config",
  n: "--netrc",
  s: "--silent",
  S: "--show-error",
  k: "--insecure",
  L: "--location",
  v: "--verbose",
  i: "--include",
  f: "--fail",
  N: "--no-buffer",
  O: "--remote-name",
  o: "--output",
  w: "--write-out",
  m: "--max-time",
  x: "--proxy",
  c: "--cookie-jar",
  D: "--dump-header",
  E: "--cert",
  g: "--globoff",
  "#": "--progress-bar",
  "0": "--http1.0",
  "4": "--ipv4",
  "6": "--ipv6",
};
