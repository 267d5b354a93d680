// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
/**
 * Settings of a project (rollcall.config.yaml, .json, .mjs or .ts): what rollcall reads, what it reports and where it connects. Paths are taken from the folder of this file; what is given on the command line wins.
 */
export type ProjectConfig = {
  /**
   * Where an editor finds the schema of this file; not used otherwise.
   */
  $schema?: string;
  /**
   * Files, folders and globs that are read where the command line names none.
   *
   * @minItems 1
   */
  inputs?: string[];
  /**
   * Globs of files and folders that are left out when a folder or glob is read. A file named by itself is always read.
   */
  ignore?: string[];
  /**
   * Sets of severities, each over the one before: recommended (each rule's own) or strict (rules that are off report warnings, warnings become errors).
   */
  presets?: ("recommended" | "strict")[];
  /**
   * Severity by rule id, such as `credential/weak-secret: error`; over the presets.
   */
  rules?: {
    [k: string]: "off" | "info" | "warning" | "error";
  };
  /**
   * What the files are meant for: what one of these would refuse is reported too.
   */
  targets?: ("apisix" | "api7" | "standalone" | "rollcall")[];
  /**
   * Plugins of your own, which are not reported as unknown.
   */
  customPlugins?: string[];
  /**
   * What is known to be no secret.
   */
  secrets?: {
    /**
     * Texts that credential/literal-secret leaves alone, such as those of examples and tests; * stands for any characters.
     */
    allow?: string[];
  };
  /**
   * Files with NAME=value lines that ${VARIABLES} are taken from; later ones win over earlier ones, the environment over all.
   */
  varsFiles?: string[];
  /**
   * The gateway of ping, diff, sync and dump.
   */
  gateway?: {
    /**
     * Address of the gateway's Admin API, such as http://127.0.0.1:9180.
     */
    server?: string;
    /**
     * File that holds the Admin API's key; never the key itself.
     */
    tokenFile?: string;
    /**
     * File with the certificate authority of the server (PEM).
     */
    caFile?: string;
    /**
     * Seconds after which a call is given up.
     */
    timeout?: number;
    /**
     * Calls at a time.
     */
    concurrency?: number;
  };
  /**
   * File that holds the 32-byte key of artifacts and fingerprints; never the key itself.
   */
  keyFile?: string;
};
