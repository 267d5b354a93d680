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
     * Address of the gateway's Admin API, such as http://127.0.0.1:9180, or the file of a standalone APISIX, such as conf/apisix.yaml.
     */
    server?: string;
    /**
     * What the gateway is; it is asked if this is not given.
     */
    kind?: "apisix" | "api7" | "standalone" | "rollcall";
    /**
     * Gateway groups of API7, by id or name. Consumers are written with the first.
     *
     * @minItems 1
     */
    groups?: string[];
    /**
     * File that holds the Admin API's key; never the key itself.
     */
    tokenFile?: string;
    /**
     * Command of the shell that prints the Admin API's key.
     */
    tokenCommand?: string;
    /**
     * File with the certificate authority of the server (PEM).
     */
    caFile?: string;
    /**
     * File with the certificate to show to the server (PEM).
     */
    clientCertFile?: string;
    /**
     * File with the private key of that certificate (PEM).
     */
    clientKeyFile?: string;
    /**
     * Seconds after which a call is given up.
     */
    timeout?: number;
    /**
     * Further attempts of a call that got no answer, 429 or 5xx.
     */
    retries?: number;
    /**
     * Calls at a time.
     */
    concurrency?: number;
    /**
     * Calls a second at most.
     */
    rateLimit?: number;
  };
  /**
   * File that holds the 32-byte key of artifacts and fingerprints; never the key itself.
   */
  keyFile?: string;
};
