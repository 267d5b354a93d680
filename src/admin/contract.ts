/** What the Admin API is started with, and what it needs of its surroundings. */
import type { Config, Kind } from "../model/config.ts";

/** What a schema found in one value. */
export interface Problem {
  /** JSON Pointer to the value at fault; empty for the whole resource. */
  readonly path: string;
  /** What is wrong with that value; never the value itself, which may be a secret. */
  readonly message: string;
}

/** Checks one resource against its schema. */
export type Validate = (kind: Kind, value: unknown) => readonly Problem[];

export interface AdminKey {
  readonly key: string;
  /** A viewer may read only. */
  readonly role: "admin" | "viewer";
}

/** Texts in PEM form. */
export interface AdminTls {
  readonly cert: string;
  readonly key: string;
  /** Only clients with a certificate of these authorities are served; they need a key all the same. */
  readonly clientCa?: string;
}

/** A write or a fault, for the log: never a body, never a query. */
export type AdminEvent =
  | { readonly kind: "write"; readonly method: string; readonly path: string; readonly status: number }
  | { readonly kind: "fault"; readonly reason: string };

export interface AdminOptions {
  /** Default 127.0.0.1:9180. The Admin API hands out secrets: anything but loopback is the caller's explicit choice. */
  readonly listen?: { readonly host?: string; readonly port?: number };
  /** At least one; a key must have 16 characters or more. */
  readonly keys: readonly AdminKey[];
  /**
   * Where the state is kept, with a journal of the last writes in `FILE.journal` while it runs. Created if it does not
   * exist; its folder must exist.
   */
  readonly stateFile: string;
  /** 32 bytes: both files are sealed with them (AES-256-GCM). Without it they are plain, with mode 0600. */
  readonly stateKey?: Uint8Array;
  /** Bytes of the journal (default: 1 MiB, or the state file's size if that is more) from which on it is taken up into the state file. */
  readonly journalLimit?: number;
  /** Without it what is written, secrets and keys, goes over the network in clear. */
  readonly tls?: AdminTls;
  /** Requests a second that are taken with one key; without it any number. More are answered with 429. */
  readonly rate?: number;
  readonly validate?: Validate;
  /** Names of plugins that a resource may use; by default those that have a schema. */
  readonly plugins?: readonly string[];
  /**
   * Makes the running proxy serve by this configuration. Called before writes are stored and acknowledged, once for
   * all that came together; if it rejects, those writes are refused, nothing is stored, and the proxy must go on as
   * before. It is called again with the former configuration if storing failed, and once at the start.
   */
  onChange?(config: Config): Promise<void> | void;
  log?(event: AdminEvent): void;
}

export interface AdminServer {
  readonly address: { readonly host: string; readonly port: number; readonly url: string };
  /** What is stored. */
  config(): Config;
  /** For connections from now on; whether clients must show a certificate stays as it was at the start. */
  useCertificates(tls: AdminTls): void;
  /** Lets requests under way end; their writes are stored. */
  close(): Promise<void>;
}

/** A configuration that `onChange` cannot serve; `message` is shown to the writer and must hold no secret. */
export class ConfigRefused extends Error {
  override readonly name = "ConfigRefused";
}

/** A state file that cannot be used as it is; `message` says how to mend it. */
export class StateError extends Error {
  override readonly name = "StateError";
}
