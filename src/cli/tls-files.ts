/** The certificates of serve: read from files, looked at for changes, and loaded again without a pause. */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { createCertificates, namesOf } from "../proxy/certificates.ts";
import type { CertificatePair, ListenTls } from "../proxy/contract.ts";
import { count } from "../report/count.ts";
import { fileProblem } from "../source/file-problem.ts";
import { readSmallFile } from "./environment.ts";
import { failureMessage } from "./failure.ts";
import { readSecretFile } from "./key.ts";
import type { ListenOptions } from "./listen-options.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";
import { watchFiles } from "./watch-files.ts";

export interface TlsFiles {
  readonly tls: ListenTls;
  /** From now on; `use` gets what has changed and can be used. */
  follow(use: (tls: ListenTls) => void): void;
  /** Because somebody asked. */
  reload(): void;
  close(): void;
}

interface PairFiles {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that ends sooner is told of. */
const soonMs = 14 * 24 * 3600 * 1000;

export type TlsOptions = Pick<ListenOptions, "tlsCert" | "tlsKey" | "tls" | "tlsClientCa" | "h2c">;

/** Undefined without TLS. @param listener whose certificates these are, if not the proxy's @throws CommandError for files that cannot be used */
export async function openTlsFiles(
  options: TlsOptions,
  terminal: Terminal,
  listener = "",
): Promise<TlsFiles | undefined> {
  if (!speaksTls(options)) return undefined;
  const watched = async (): Promise<string[]> => {
    const pairs = await pairFiles(options, terminal);
    const authorities = options.tlsClientCa === undefined ? [] : [options.tlsClientCa];
    const files = [...pairs.flatMap(({ cert, key }) => [cert, key]), ...authorities];
    return files.map((file) => path.resolve(terminal.cwd, file));
  };
  // Before anything is read: what is written meanwhile is new.
  const watch = await watchFiles(watched);
  let tls: ListenTls;
  try {
    tls = await readTls(options, terminal);
  } catch (error) {
    watch.close();
    throw error;
  }
  terminal.note(`${listener}TLS with ${describe(tls)}`);
  let use: (next: ListenTls) => void = () => undefined;
  let last = Promise.resolve();
  const load = (isAsked: boolean): void => {
    last = last.then(async () => {
      try {
        const next = await readTls(options, terminal);
        const isNew = JSON.stringify(next) !== JSON.stringify(tls);
        if (isNew) {
          use(next);
          tls = next;
        }
        if (isNew || isAsked) terminal.note(`${listener}certificates loaded again: ${describe(next)}`);
      } catch (error) {
        terminal.note(`${listener}certificates not loaded again, the running ones stay: ${failureMessage(error)}`);
      }
    });
  };
  return {
    tls,
    follow(next) {
      use = next;
      watch.follow(() => load(false));
    },
    reload: () => load(true),
    close: () => watch.close(),
  };
}

/** @throws CommandError for options that contradict each other */
function speaksTls({ tls, tlsCert, tlsKey, tlsClientCa, h2c }: TlsOptions): boolean {
  if (tlsCert.length !== tlsKey.length) {
    throw new CommandError(
      `${count(tlsCert.length, "--tls-cert")}, but ${count(tlsKey.length, "--tls-key")}: give them in pairs, in the same order.`,
    );
  }
  const isTls = tls !== undefined || tlsCert.length > 0;
  if (!isTls && tlsClientCa !== undefined) throw new CommandError("--tls-client-ca needs --tls-cert and --tls-key.");
  if (isTls && h2c)
    throw new CommandError("--h2c is HTTP/2 without TLS; with TLS clients choose HTTP/2 by themselves.");
  return isTls;
}

async function pairFiles({ tls, tlsCert, tlsKey }: TlsOptions, { cwd }: Terminal): Promise<readonly PairFiles[]> {
  const named = tlsCert.map((cert, index) => ({ cert, key: tlsKey[index] ?? "" }));
  if (tls === undefined) return named;
  const entries = await readdir(path.resolve(cwd, tls)).catch((error: unknown) => {
    throw new CommandError(`--tls ${tls}: cannot be read: ${fileProblem(error)}.`);
  });
  const files = new Set(entries);
  const pairs = entries.sort().flatMap((file) => {
    const name = /^(.+)\.(?:crt|pem)$/.exec(file)?.[1];
    if (name === undefined || !files.has(`${name}.key`)) return [];
    return [{ cert: path.join(tls, file), key: path.join(tls, `${name}.key`) }];
  });
  if (pairs.length === 0 && named.length === 0) {
    throw new CommandError(`--tls ${tls}: no pair of NAME.crt (or NAME.pem) and NAME.key is in this folder.`);
  }
  return [...named, ...pairs];
}

async function readTls(options: TlsOptions, terminal: Terminal): Promise<ListenTls> {
  const pairs = await pairFiles(options, terminal);
  const certificates: CertificatePair[] = [];
  for (const pair of pairs) certificates.push(await readPair(pair, terminal));
  if (options.tlsClientCa === undefined) return { certificates };
  const clientCa = await readAuthorities(options.tlsClientCa, terminal);
  return { certificates, clientCa };
}

/** @throws CommandError if there is no certificate in the file */
export async function readAuthorities(file: string, terminal: Terminal): Promise<string> {
  const text = await readSmallFile(file, terminal);
  certificateOf(text, file);
  return text;
}

async function readPair(files: PairFiles, terminal: Terminal): Promise<CertificatePair> {
  const pair = { cert: await readSmallFile(files.cert, terminal), key: await readSecretFile(files.key, terminal) };
  const certificate = certificateOf(pair.cert, files.cert);
  if (!certificate.checkPrivateKey(keyOf(pair.key, files.key))) {
    throw new CommandError(`${files.key}: this is not the private key of the certificate in ${files.cert}.`);
  }
  try {
    createCertificates({ certificates: [pair] });
  } catch (error) {
    throw new CommandError(`${files.cert}: OpenSSL does not take it: ${opensslReason(error)}.`);
  }
  const from = Date.parse(certificate.validFrom);
  const until = Date.parse(certificate.validTo);
  const now = Date.now();
  const warn = (text: string): void => tellWarning(terminal, `${files.cert}: this certificate ${text}`);
  if (until <= now) warn(`has expired (${certificate.validTo}); clients will refuse it`);
  else if (from > now) warn(`is not valid before ${certificate.validFrom}`);
  else if (until - now < soonMs) warn(`expires on ${certificate.validTo}`);
  return pair;
}

function certificateOf(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw new CommandError(`${file}: no certificate in PEM form (-----BEGIN CERTIFICATE-----) was found.`);
  }
}

function keyOf(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch (error) {
    const isLocked = text.includes("ENCRYPTED");
    const mend = isLocked
      ? "it is encrypted; give one without a passphrase"
      : `it cannot be read (${opensslReason(error)})`;
    throw new CommandError(`${file}: no private key in PEM form: ${mend}.`);
  }
}

/** Codes and fixed words of OpenSSL, nothing of the file. */
function opensslReason(error: unknown): string {
  if (error instanceof Error && "reason" in error && typeof error.reason === "string") return error.reason;
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

function describe({ certificates, clientCa }: ListenTls): string {
  const names = certificates.map((pair) => namesOf(pair)[0] ?? "(no name)");
  const shown = names.length > 5 ? [...names.slice(0, 5), "…"] : names;
  const asked = clientCa === undefined ? "" : "; clients must show one of theirs";
  return `${count(names.length, "certificate")} (${shown.join(", ")})${asked}`;
}
