/** What an opened artifact offers to the engine: look-ups over records that are used where they lie. */
import type { AuthPlugin } from "../model/auth.ts";

/** One plugin configuration as it takes part in a request. Equal configurations are the same object, so it can key a cache. */
export interface CompiledPlugin {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /**
   * The resource that carries it, `KIND/ID` such as `routes/r1` or `consumer_groups/gold`.
   * Empty for a consumer's own plugins, whose owner is `consumers/USERNAME`.
   */
  readonly owner: string;
}

/** A node that takes requests. */
export interface CompiledNode {
  /** An IPv6 address stands without brackets. */
  readonly host: string;
  readonly port: number;
  readonly weight: number;
  readonly priority: number;
}

export interface CompiledUpstream {
  /** Stable name for pools and counters: `upstreams/ID`, `routes/ID` or `services/ID`. */
  readonly owner: string;
  readonly nodes: readonly CompiledNode[];
  readonly type: string;
  /** grpc and grpcs: HTTP/2, the second over TLS. */
  readonly scheme: "http" | "https" | "grpc" | "grpcs";
  readonly passHost: "pass" | "node" | "rewrite";
  readonly upstreamHost?: string;
  readonly hashOn?: string;
  readonly hashKey?: string;
  readonly retries?: number;
  /** Seconds. */
  readonly timeout: { readonly connect: number; readonly send: number; readonly read: number };
  readonly keepalive: { readonly size: number; readonly idleTimeout: number; readonly requests: number };
  readonly checks?: CompiledChecks;
}

/** How nodes are found to be well or not. */
export interface CompiledChecks {
  readonly active: CompiledActiveCheck;
  readonly passive?: HealthRules;
}

export interface CompiledActiveCheck extends HealthRules {
  readonly type: "http" | "https" | "tcp";
  /** Seconds for a probe. */
  readonly timeout: number;
  /** Probes of one upstream at a time. */
  readonly concurrency: number;
  readonly host?: string;
  readonly port?: number;
  readonly path: string;
  readonly isVerified: boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Seconds between probes of a node that is well. */
  readonly healthyInterval: number;
  /** Seconds between probes of a node that was taken out. */
  readonly unhealthyInterval: number;
}

/** What counts, and how often it must come to change a node's state; 0: it never does. */
export interface HealthRules {
  readonly healthyStatuses: readonly number[];
  readonly unhealthyStatuses: readonly number[];
  readonly successes: number;
  readonly httpFailures: number;
  readonly tcpFailures: number;
  readonly timeouts: number;
}

/** A route with its service and plugin config merged in (reference section 2, step 1). Routes with status 0 are not compiled. */
export interface CompiledRoute {
  readonly id: string;
  readonly name?: string;
  readonly serviceId?: string;
  readonly uris: readonly string[];
  readonly hosts: readonly string[];
  /** Empty: all. */
  readonly methods: readonly string[];
  readonly priority: number;
  readonly remoteAddrs: readonly string[];
  readonly vars?: readonly unknown[];
  readonly plugins: readonly CompiledPlugin[];
  readonly upstream?: CompiledUpstream;
  readonly enableWebsocket: boolean;
}

export interface ConsumerRecord {
  readonly username: string;
  /** `labels.custom_id`. */
  readonly customId?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly groupId?: string;
  /** The group that `groupId` names does not exist: the gateway answers 503. */
  readonly isGroupMissing: boolean;
  /**
   * The group's plugins overlaid with the consumer's own, auth plugins left out. One with `_meta.disable: true` is kept:
   * it replaces the route's plugin of that name and so switches it off for this consumer.
   */
  readonly plugins: readonly CompiledPlugin[];
  /** Where it was declared, `file:line`; empty if unknown. */
  readonly source: string;
}

/** A credential that answers to a lookup value. */
export interface CredentialRecord {
  /** Index of its consumer, for `Artifact.consumer`. */
  readonly consumer: number;
  readonly plugin: AuthPlugin;
  /** Absent for an auth plugin that stands in the consumer itself. */
  readonly id?: string;
  readonly source: string;
  /** basic-auth: whether `password` is this credential's, compared in constant time. */
  passwordEquals(password: Uint8Array): boolean;
  /** hmac-auth secret_key, jwt-auth HS secret (decoded where base64_secret): the bytes, or undefined if it cannot be opened or resolved. */
  secret(): Uint8Array | undefined;
  /** jwt-auth; undefined for the others. */
  readonly jwt?: {
    readonly algorithm: string;
    readonly publicKey?: string;
    /** Seconds. */
    readonly lifetimeGracePeriod: number;
  };
}

/** Who a credential lets in, as far as most requests ask. */
export interface CredentialHolder {
  /** The number of the consumer. */
  readonly consumer: number;
  readonly username: string;
  /** `labels.custom_id` of the consumer. */
  readonly customId: string | undefined;
  /** Of the credential. */
  readonly credentialId: string | undefined;
  /** The consumer has no plugins, and its group, if it names one, exists. */
  readonly isPlain: boolean;
}

/** A section of the file. */
export interface SectionInfo {
  readonly id: number;
  /** Absent: this program does not know it. */
  readonly name?: string;
  readonly bytes: number;
}

/** Of an artifact that is an overlay over another one. */
export interface OverlayInfo {
  /** Hex digest of the artifact that it lies over. */
  readonly base: string;
  /** That the overlay holds. */
  readonly changedConsumers: number;
  /** Of the base, changed or gone. */
  readonly hiddenConsumers: number;
  /** Routes and global rules are the base's. */
  readonly keepsRoutes: boolean;
}

export interface ArtifactMeta {
  /** Absent for an artifact that stands alone. The other fields are the overlay file's, but `inputDigest` is of the whole. */
  readonly overlay?: OverlayInfo;
  readonly tool: string;
  /** Hex SHA-256 over the artifact's header and directory: names the artifact. */
  readonly digest: string;
  /** Hex HMAC-SHA256 over the canonical input: keyed, because the input holds secrets that could be guessed. */
  readonly inputDigest: string;
  /** Hex SHA-256 over what its sections are: the same with and without a signature. */
  readonly content: string;
  readonly isSigned: boolean;
  readonly sections: readonly SectionInfo[];
  /** First hex digits of a digest of the key: tells a wrong key from a damaged file. */
  readonly keyId: string;
}

export interface Artifact {
  readonly meta: ArtifactMeta;
  /** Credentials that admit nobody against their declaration, each in a sentence without secrets: for the log of who opens it. */
  readonly warnings: readonly string[];
  readonly byteLength: number;
  readonly consumerCount: number;
  readonly credentialCount: number;
  readonly routes: readonly CompiledRoute[];
  readonly globalRules: readonly CompiledPlugin[];
  /** The consumer with this username, or -1. */
  findConsumer(username: string): number;
  consumer(index: number): ConsumerRecord;
  /** In order (by UTF-16 code unit) those that are not before `start`; each is read when it is asked for. */
  usernamesFrom(start: string): Iterable<string>;
  /** The credential of `plugin` that answers to `value`, or -1. The same work whether it is found or not. */
  findCredential(plugin: AuthPlugin, value: string): number;
  /**
   * Some credential of the plugin, the same for the same seed, or -1: to do with it what would be done with the right one, so that the time does
   * not tell that there is none.
   *
   * @param seed a whole number from 0
   */
  decoy(plugin: AuthPlugin, seed: number): number;
  credential(index: number): CredentialRecord;
  /** Read anew each time, from the tables alone. @param credential its number */
  holder(credential: number): CredentialHolder;
  /** Their numbers, for `credential`. */
  credentialsOf(consumer: number): readonly number[];
  /** Tells secrets apart without telling them; comparable between artifacts of one key. */
  credentialMarks(index: number): { readonly lookup: string; readonly secret: string };
}

/** A record in which two artifacts differ. */
export interface RecordChange {
  readonly action: "added" | "removed" | "changed";
  readonly kind: "consumer" | "credential" | "route" | "global rules";
  readonly name: string;
  /** Of a credential: its consumer and plugin. */
  readonly consumer?: string;
  readonly plugin?: string;
  /** Of what is changed: in which parts, such as `labels` or `secret`. */
  readonly parts: readonly string[];
  /** `file:line` in the second artifact, or where it was in the first; empty if unknown. */
  readonly source: string;
}

/** Why an artifact was refused. */
export class ArtifactError extends Error {
  override readonly name = "ArtifactError";
}
