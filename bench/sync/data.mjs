/** Consumers as files declare them, and as a gateway would hold them. */
import { load } from "js-yaml";
import { generateConsumers } from "../generate.mjs";

const pieceSize = 1000;

/** Lists of consumers, made again and again from one thousand with other names and secrets, which is many times faster. */
export function* consumersInPieces(count) {
  const { consumers } = load(generateConsumers(Math.min(count, pieceSize)));
  const text = JSON.stringify(consumers);
  for (let piece = 0; piece * pieceSize < count; piece++) {
    const mark = String(piece).padStart(4, "0");
    // Names hold the number of the consumer; secrets are hexadecimal texts of 24 digits or more.
    const own = text
      .replace(/-(\d{6})(?=["."])/g, (_, digits) => `-${mark}${digits}`)
      .replace(/"(pw-)?[0-9a-f]{20,}"/g, (quoted) => `${quoted.slice(0, -5)}${mark}"`);
    yield JSON.parse(own);
  }
}

/** With what the server adds, its defaults too if it stores them; `changes` credentials of all have another label. */
export function changedLive(consumers, piece, { count, changes, stored }) {
  const every = Math.max(1, Math.floor(Number(count) / Number(changes)));
  return consumers.map((consumer, index) => {
    const isChanged = (piece * pieceSize + index) % every === 0;
    return {
      ...added(consumer, stored),
      credentials: consumer.credentials.map((credential, position) => ({
        id: credential.name,
        ...added(credential, stored),
        ...(isChanged && position === 0 ? { labels: { changed: "by-hand" } } : {}),
      })),
    };
  });
}

const defaults = {
  "jwt-auth": { exp: 86400, base64_secret: false, algorithm: "HS256" },
  "limit-count": {
    policy: "local",
    key: "remote_addr",
    key_type: "var",
    rejected_code: 503,
    allow_degradation: false,
    show_limit_quota_header: true,
  },
  "ip-restriction": { message: "Your IP address is not allowed" },
};

function added(resource, stored) {
  const plugins = stored === "filled" ? filled(resource.plugins) : resource.plugins;
  return { ...resource, ...(plugins && { plugins }), create_time: 1764000000, update_time: 1764000001 };
}

function filled(plugins) {
  return (
    plugins &&
    Object.fromEntries(Object.entries(plugins).map(([name, config]) => [name, { ...defaults[name], ...config }]))
  );
}
