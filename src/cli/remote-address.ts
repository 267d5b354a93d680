/** Reads the address of an artifact; what may be secret in it is never told again. */
import { isLoopback } from "./address.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";

/** @throws CommandError that tells nothing of the address */
export function parseRemote(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.hostname === "" || !isDecodable(url.username + url.pathname)) {
    throw new CommandError(`${what} is no URL: https://HOST/PATH, or redis://HOST:6379/KEY.`);
  }
  if (url.password !== "") {
    throw new CommandError(
      `${what} holds a password, which a process list would show: put it into ROLLCALL_SOURCE_TOKEN or --source-token-file.`,
    );
  }
  return url;
}

function isDecodable(text: string): boolean {
  try {
    // The result has to be used: the bundler takes the call for one without effect, and would leave it out.
    return decodeURIComponent(text).length <= text.length;
  } catch {
    return false;
  }
}

/** Without user, query and fragment. */
export function shownAddress({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

/** Whoever sits on the way could hand out an old artifact, or read the token. */
export function warnOfClearText(url: URL, terminal: Terminal): void {
  const isClear = url.protocol === "http:" || url.protocol === "redis:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!isClear || isLoopback({ host, port: 0 })) return;
  const danger = "whoever is on the way can read the token and hand out an older artifact";
  tellWarning(terminal, `${shownAddress(url)} is without TLS: ${danger}`);
}
