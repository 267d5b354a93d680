/**
 * A lock kept in the gateway itself: a plugin configuration that no route names. A PUT answers 201 only where there was
 * nothing before, and the store of APISIX decides that in one step (`prev_kv` of etcd; apisix/core/etcd.lua), so of two
 * that come at once one is told 201.
 */
import { isMap } from "../model/json.ts";
import { checkWritten, isKeyNotFound, isKindUnknown, readObject } from "./answers.ts";
import { GatewayError, type GatewayLock } from "./contract.ts";
import type { Call, HttpClient } from "./http.ts";

/** Never planned, dumped or deleted. */
export const lockId = "rollcall-lock";

const path = `/plugin_configs/${lockId}`;

/** APISIX forgets it after so many seconds without news; a gateway that does not know `ttl` keeps it. */
const ttlSeconds = 120;

export function adminLock(client: HttpClient, token: string): GatewayLock {
  const put = async (holder: string): Promise<"was-free" | "was-there"> => {
    const body = { desc: holder, plugins: {} };
    // Repeated, it would find itself there.
    const call: Call = { method: "PUT", path: `${path}?ttl=${ttlSeconds}`, body, isOnce: true };
    const answer = await client.send(call);
    if (isKindUnknown(answer))
      throw new GatewayError("the gateway has no plugin_configs, which would hold the lock", 404);
    checkWritten(call, answer, [token]);
    return answer.status === 201 ? "was-free" : "was-there";
  };
  const remove = async (): Promise<void> => {
    const call: Call = { method: "DELETE", path };
    const answer = await client.send(call);
    if (!isKeyNotFound(answer)) checkWritten(call, answer, [token]);
  };
  /** Undefined where there is no lock. */
  const heldBy = async (): Promise<string | undefined> => {
    const call: Call = { method: "GET", path };
    const answer = await client.send(call);
    if (isKeyNotFound(answer) || isKindUnknown(answer)) return undefined;
    return describe(readObject(call, answer, "one resource {key, value}", [token])["value"]);
  };
  return {
    renewMs: (ttlSeconds * 1000) / 3,
    async take(holder) {
      const another = await heldBy();
      if (another !== undefined) return { heldBy: another };
      return (await put(holder)) === "was-free" ? "taken" : { heldBy: "another sync that came at the same moment" };
    },
    async keep(holder) {
      // A lock that was broken and taken since is another's, and a PUT would make it ours again.
      if ((await heldBy()) !== holder) return false;
      if ((await put(holder)) === "was-there") return true;
      await remove();
      return false;
    },
    async release(holder) {
      if (holder === undefined || (await heldBy()) === holder) await remove();
    },
  };
}

function describe(value: unknown): string {
  const { desc } = isMap(value) ? value : {};
  return typeof desc === "string" && desc !== "" ? desc : "somebody who did not say who";
}
