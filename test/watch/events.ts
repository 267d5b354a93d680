/** Events as the proxy tells them. */
import type { AccessEvent } from "../../src/proxy/contract.ts";

export function accessEvent(more: Partial<AccessEvent>): AccessEvent {
  return {
    kind: "access",
    method: "GET",
    path: "/a",
    httpVersion: "1.1",
    status: 200,
    remoteAddress: "192.0.2.7",
    plugin: "",
    reason: "",
    duration: 0,
    bytes: 0,
    ...more,
  };
}
