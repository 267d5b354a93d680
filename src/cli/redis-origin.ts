/** Fetches the artifact that a key of Redis points to. */
import type { ArtifactOrigin } from "./artifact-origin.ts";
import { digestPattern } from "./artifact-pointer.ts";
import { connectRedis, type RedisLimits, redisFailure, redisNames } from "./redis-client.ts";
import type { RemoteAccess } from "./remote-access.ts";
import { shownAddress } from "./remote-address.ts";
import { CommandError } from "./terminal.ts";

/** What a string of Redis can hold. */
export const maxValueBytes = 512 * 2 ** 20;

/** @throws CommandError for an address without a key */
export function openRedisOrigin(url: URL, access: RemoteAccess, limits?: RedisLimits): ArtifactOrigin {
  const name = shownAddress(url);
  const names = redisNames(url);
  const redis = connectRedis(url, access, limits);
  let messages: typeof redis | undefined;
  let retry: NodeJS.Timeout | undefined;
  const asked = async <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw redisFailure(redis, name, error);
    });
  return {
    name,
    async take(known) {
      const digest = await asked(redis.get(names.pointer));
      if (digest === null)
        throw new CommandError(`${name}: nothing has been published there; \`rollcall publish\` does.`);
      if (!digestPattern.test(digest)) {
        throw new CommandError(`${name}: the key holds no digest of an artifact; \`rollcall publish\` writes one.`);
      }
      if (digest === known?.digest) return undefined;
      const bytes = await asked(redis.getBuffer(names.value(digest)));
      if (bytes) return { bytes, version: { digest } };
      throw new CommandError(`${name}: it points to ${digest}, which is not there; publish that artifact again.`);
    },
    async base(digest) {
      const bytes = await asked(redis.getBuffer(names.value(digest)));
      if (bytes) return bytes;
      throw new CommandError(`${name}: the overlay there needs ${digest}, which is not there; publish it again.`);
    },
    listen(changed) {
      messages = connectRedis(url, access, limits);
      messages.on("message", changed);
      // What was published while the connection was down sent its message to nobody.
      messages.on("ready", changed);
      // A client that lost its connection subscribes anew by itself; polling stands in meanwhile.
      const subscribe = (): void => {
        messages?.subscribe(names.pointer).catch(() => {
          retry = setTimeout(subscribe, 5_000).unref();
        });
      };
      subscribe();
    },
    async close() {
      clearTimeout(retry);
      redis.disconnect();
      messages?.disconnect();
    },
  };
}
