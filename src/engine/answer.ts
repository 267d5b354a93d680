/** Builds the JSON answers of the gateway: `{"message": …}` of most plugins, `{"error_msg": …}` of the core and limit-count. */
import type { HeaderList } from "./contract.ts";
import type { Answer } from "./plugin.ts";

export const jsonContentType = ["Content-Type", "application/json"] as const;

export function messageAnswer(status: number, message: string, reason: string, headers: HeaderList = []): Answer {
  return { status, headers: [jsonContentType, ...headers], body: JSON.stringify({ message }), reason };
}

export function errorAnswer(status: number, message: string, reason: string = message): Answer {
  return { status, headers: [jsonContentType], body: JSON.stringify({ error_msg: message }), reason };
}
