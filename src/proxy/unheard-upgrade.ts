/**
 * Wishes to change the protocol that are not heard (RFC 9110 section 7.8), though the request has a body: curl --http2 and
 * Java send `Upgrade: h2c` with any request. Node would leave the body unread and hand out the bare connection.
 */
import { IncomingMessage } from "node:http";

export class ProxyMessage extends IncomingMessage {
  /** What Node's parser says. Set before fields of this class would be. */
  declare private wish: boolean | null;

  /** Whether Node is to leave HTTP behind. */
  get upgrade(): boolean {
    return this.wish === true && !this.isUnheard();
  }

  set upgrade(wish: boolean | null) {
    this.wish = wish;
  }

  /** Node drops what came with the end of such a request: no other may follow on its connection. */
  isUnheard(): boolean {
    // Few wish anything, and Node reads the headers into a map only when somebody asks.
    if (this.wish !== true) return false;
    const { "content-length": length = "0", "transfer-encoding": coding, upgrade } = this.headers;
    const hasBody = coding !== undefined || Number(length) !== 0;
    return hasBody && this.method !== "CONNECT" && upgrade?.toLowerCase() !== "websocket";
  }
}
