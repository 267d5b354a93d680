/** Every command with its options and help; what a command does is loaded only when it runs, so that start-up stays short. */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { Format } from "../convert/contract.ts";
import type { FixId } from "../fix/contract.ts";
import { authPlugins } from "../model/auth.ts";
import type { DiagnosticFormat } from "../report/diagnostics.ts";
import type { PlanFormat } from "../report/plans.ts";
import { version } from "../version.ts";
import type { ProgressMode } from "./apply-progress.ts";
import type { Shell } from "./completion/index.ts";
import { addConnectionOptions } from "./connection-options.ts";
import { addExplainOptions } from "./explain-options.ts";
import type { Target } from "./input-options.ts";
import type { FormatTarget } from "./lint.ts";
import { addListenOptions } from "./listen-options.ts";
import { joinProject } from "./project.ts";
import { addRotateOptions } from "./rotate-options.ts";
import { addFollowOptions, addRemoteOptions } from "./source-options.ts";
import { suggest } from "./suggestions.ts";
import type { Terminal } from "./terminal.ts";
import { addTestOptions } from "./test-options.ts";
import { addWatchOptions } from "./watch-options.ts";

const baseHelp = "tell drift from intent since this saved plan, dump, file or folder (repeatable but for a plan)";

const baseVariablesHelp = "take the base's ${VARIABLES} from this file (repeatable; it wins over the environment)";

/** What a command's file exports: runs it and returns the exit code. */
export type Run<Options> = (inputs: readonly string[], options: Options, terminal: Terminal) => Promise<number>;

const inputHelp = `
Inputs are files, folders (searched for .yaml, .yml and .json), globs in quotes, or - for standard input.`;

const exitCodeHelp = `
Exit codes: 0 fine, 1 findings (or differences, where asked for), 2 wrong usage or a file or gateway that failed.`;

const completionHelp = `
bash: source <(rollcall completion bash) in ~/.bashrc
zsh:  source <(rollcall completion zsh) in ~/.zshrc, after compinit
fish: rollcall completion fish | source in ~/.config/fish/config.fish`;

/** @param wanted the first word of the command line: if it names a command, the others, which take time to build, are left out */
export function createProgram(terminal: Terminal, setExitCode: (code: number) => void, wanted?: string): Command {
  const program = new Command("rollcall")
    .description("Manage who may call your APIs: lint, diff, sync, compile and enforce consumers and credentials.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showHelpAfterError("(--help lists the options)")
    .addHelpText("after", exitCodeHelp)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.note })
    .exitOverride();

  const builders = new Map<string, () => void>();
  /** Adds a command whose action loads its file and runs it. */
  const add = <Options>(
    name: string,
    build: (command: Command) => Command,
    load: () => Promise<Run<Options>>,
    join = joinProject,
  ): void => {
    builders.set(name, () => {
      const command = build(new Command(name));
      command.action(async (...given: unknown[]) => {
        // commander passes the arguments, then the options, then the command.
        const options = given.at(-2) as Readonly<Record<string, unknown>>;
        const inputs = given
          .slice(0, -2)
          .flat()
          .filter((input): input is string => typeof input === "string");
        const joined = await join(command, { inputs, options }, terminal);
        const run = await load();
        setExitCode(await run(joined.inputs, joined.options as Options, terminal));
      });
      program.addCommand(command.copyInheritedSettings(program));
    });
  };

  add(
    "init",
    (command) =>
      command
        .description("write a first configuration and a key file into a folder")
        .argument("[folder]", "where to write", "."),
    async () => (await import("./init.ts")).runInit,
  );
  add(
    "lint",
    (command) =>
      withInputs(command)
        .description("check consumer and credential files")
        .addOption(findingsFormatOption())
        .addOption(
          new Option("--fail-on <severity>", "the mildest finding that ends with exit code 1")
            .choices(["error", "warning", "info"])
            .default("error"),
        )
        .option("--max-warnings <number>", "end with exit code 1 if there are more warnings", parseWhole)
        .option("--quiet", "report errors only")
        .option("--cache", "keep what was found, and take it over when no file, variable or option has changed")
        .option("--cache-location <file>", "where to keep it (mode 0600)", ".rollcallcache")
        .option("--fix", "mend what can be mended safely, then check")
        .addOption(
          suggest(
            new Option("--fix-only <fix>", `make only this kind of fix (repeatable): ${fixIds.join(", ")}`),
            fixIds,
          ).argParser(collectFix),
        )
        .option("--dry-run", "with --fix: print what would change as a diff, and write nothing"),
    async () => (await import("./lint.ts")).runLint,
  );
  add(
    "diff",
    (command) =>
      withFingerprints(withConnection(withInputs(command)))
        .description("show what sync would change in a gateway")
        .addOption(selectOption())
        .option("--own", "mark what is written with the label managed-by=rollcall, and delete only what carries it")
        .addOption(formatOption(planFormatNames))
        .option("--summary", "print only the summary line")
        .option("--no-delete", "leave alone what the gateway has and the files lack")
        .option("--force-secrets", "write secrets that the gateway does not show, though they may be the same")
        .option("--no-impact", "do not tell what the changes mean to callers")
        .option("--exit-code", "exit with 1 if there are differences")
        .addOption(listOption("--base <file>", baseHelp))
        .addOption(listOption("--base-vars-file <file>", baseVariablesHelp))
        .option("--fail-on-drift", "exit with 1 if something was changed by hand since the --base")
        .option("-o, --out <file>", "save the plan, sealed under the key, for sync to carry out (mode 0600)"),
    async () => (await import("./diff.ts")).runDiff,
  );
  add(
    "sync",
    (command) =>
      withFingerprints(withConnection(withInputs(command)))
        .description("make a gateway hold what the files declare, or carry out a saved plan")
        .addOption(selectOption())
        .option("--own", "mark what is written with the label managed-by=rollcall, and delete only what carries it")
        .option("--dry-run", "plan and print, but write nothing")
        .option("--no-impact", "with --dry-run: do not tell what the changes mean to callers")
        .option("--no-delete", "leave alone what the gateway has and the files lack")
        .option(
          "--max-deletes <number|percent>",
          "refuse to delete more than this (default: the larger of 10 and 20%)",
          parseLimit,
        )
        .option("--force-secrets", "write secrets that the gateway does not show, though they may be the same")
        .option("--allow-empty", "delete though the files declare no resource at all")
        .addOption(
          new Option(
            "--progress <mode>",
            "auto: a bar on a terminal, else lines, for long runs few; lines: one a change; none",
          )
            .choices(["auto", "lines", "none"] satisfies readonly ProgressMode[])
            .default("auto")
            .env("ROLLCALL_PROGRESS"),
        )
        .option("--lock", "keep other syncs with --lock away, where the gateway can hold a lock")
        .option(
          "--lock-timeout <seconds>",
          "wait so long for a lock that another holds (default: not at all)",
          parseWhole,
        )
        .option("--break-lock", "take the lock though another is noted as its holder")
        .option("--resume", "go on with a saved plan that was carried out in part")
        .addOption(formatOption(planFormatNames)),
    async () => (await import("./sync.ts")).runSync,
  );
  add(
    "dump",
    (command) =>
      withConnection(command)
        .description("write what a gateway holds as files; secrets become ${VARIABLES} kept in an env file")
        .option("-o, --out <file>", "write to this file (mode 0600) instead of standard output")
        .option("--split <folder>", "write into this folder: one file a consumer, one for each other kind")
        .option("--force", "with --split: a folder that is not empty; replaces what dump wrote there before")
        .option(
          "--secrets <file>",
          "write the secrets to this env file (default with --out or --split: beside it, .env)",
        )
        .option("--seal", "seal the env file under the key; --vars-file reads it")
        .option("-k, --key-file <file>", "the key for --seal (default: $ROLLCALL_KEY, else ./rollcall.key)")
        .option("--reveal", "write the secrets in clear into the file itself; needs --out or --split")
        .addOption(selectOption()),
    async () => (await import("./dump.ts")).runDump,
  );
  add(
    "rotate",
    (command) => addRotateOptions(withReading(command)),
    async () => (await import("./rotate.ts")).runRotate,
  );
  add(
    "convert",
    (command) =>
      command
        .description("write files of other formats as native ones, and report what has no equivalent")
        .argument("[inputs...]", "files, globs, or -")
        .addOption(
          new Option("--from <format>", "what the inputs are (default: told by what stands in them)").choices(
            foreignFormats,
          ),
        )
        .option("--consumer <name>", "jwks: whose the keys are")
        .addOption(
          listOption(
            "--vars-file <file>",
            "take variables of the inputs from this file too (repeatable; the environment wins)",
          ),
        )
        .option("-o, --out <file>", "write to this file (mode 0600) instead of standard output")
        .option("--secrets <file>", "write the secrets to this env file (default with --out: FILE.env)")
        .option("--reveal", "write the secrets in clear into the file itself; needs --out")
        .option("--strict", "exit with 1 if something was dropped, approximated or renamed")
        .addOption(
          new Option("-f, --format <format>", "how to print the report (json: on standard output, needs --out)")
            .choices(["text", "json"])
            .default("text"),
        ),
    async () => (await import("./convert.ts")).runConvert,
  );
  add(
    "ping",
    (command) => withConnection(command).description("say whether a gateway answers, and which it is"),
    async () => (await import("./ping.ts")).runPing,
  );
  add(
    "test",
    (command) => addTestOptions(withReading(command)).addOption(findingsFormatOption()),
    async () => (await import("./test.ts")).runTest,
  );
  add(
    "explain",
    (command) => addExplainOptions(withInputs(command)).addOption(formatOption(["text", "json"])),
    async () => (await import("./explain.ts")).runExplain,
  );
  add(
    "compile",
    (command) =>
      withKey(withInputs(command))
        .description("compile the files into an artifact that serve loads")
        .requiredOption("-o, --out <file>", "the artifact to write (mode 0600)")
        .option("--base <file>", "write only what has changed since this artifact or overlay, as an overlay")
        .option(
          "--max-overlay <percent>",
          "with --base: write all anew if more of the consumers have changed",
          parseWhole,
          10,
        )
        .option("--check", "write nothing; exit with 1 if the artifact is not what the files compile to")
        .option("--sign <file>", "sign it with this Ed25519 private key (PEM)")
        .option("--detached", "with --sign: write the signature to FILE.sig instead of into the artifact")
        .addOption(trustOption())
        .addOption(
          listOption("--ignore-plugin <name>", "leave this plugin out, which the proxy does not run (repeatable)"),
        ),
    async () => (await import("./compile.ts")).runCompile,
  );
  add(
    "inspect",
    (command) =>
      addRemoteOptions(withKey(command))
        .description("show what an artifact holds, never a secret")
        .argument("<artifacts...>", "the artifact, a file or an http(s) or redis(s) URL; two with --diff")
        .option("--consumer <username>", "show this consumer with its credentials")
        .addOption(
          new Option(
            "--find <plugin>",
            "who answers to the value on standard input: a key, a username, a key id",
          ).choices(authPlugins),
        )
        .option("--diff", "show in which records two artifacts of one key differ; exit with 1 if they do")
        .addOption(trustOption())
        .addOption(formatOption(["text", "json"])),
    async () => (await import("./inspect.ts")).runInspect,
  );
  add(
    "serve",
    (command) =>
      addListenOptions(addWatchOptions(addFollowOptions(withKey(command))))
        .description("run the gateway: on an artifact, on files, or on the state that its Admin API keeps")
        .argument("[inputs...]", "one artifact, files to compile, or an http(s) or redis(s) URL; none with --admin")
        .option("-l, --listen <host:port>", "address for requests; systemd: the socket it hands over", "127.0.0.1:9080")
        .option("--workers <number>", "serve with so many threads, or auto, under a supervising process", parseWorkers)
        .addOption(
          new Option("--mode <name>", "proxy requests, or only answer another proxy's sub-requests")
            .choices(["gateway", "auth-request"])
            .default("gateway"),
        )
        .addOption(
          new Option("--auth-request-style <name>", "whose headers auth-request believes (default: nginx)").choices([
            "nginx",
            "forward",
            "envoy",
          ]),
        )
        .option("--auth-request-prefix <path>", "Envoy's path_prefix, which is taken off the path")
        .option("--write-nginx <folder>", "write the files for nginx to include into this folder, and end")
        .option("--admin <host:port>", "offer the Admin API on this address; needs --state")
        .option("--admin-remote", "let --admin be an address that other machines reach without TLS")
        .option("--admin-tls-cert <file>", "let the Admin API speak TLS with this certificate chain (PEM)")
        .option("--admin-tls-key <file>", "the private key of --admin-tls-cert (PEM)")
        .option("--admin-client-ca <file>", "serve only admins with a certificate of these authorities (PEM)")
        .option(
          "--admin-rate <number>",
          "requests a second that one key may make (default: any number)",
          parseAdminRate,
        )
        .option("--state <file>", "where the Admin API keeps its resources, with FILE.journal (mode 0600)")
        .option("--admin-key-file <file>", "the Admin API's key (default: $ROLLCALL_ADMIN_KEY)")
        .option("--viewer-key-file <file>", "a key that may only read (default: $ROLLCALL_VIEWER_KEY)")
        .addOption(trustOption())
        .addOption(
          listOption("--vars-file <file>", "take ${VARIABLES} from this file too (repeatable; the environment wins)"),
        )
        .addOption(
          listOption("--ignore-plugin <name>", "leave this plugin out, which the proxy does not run (repeatable)"),
        )
        .addHelpText(
          "after",
          `\nSIGHUP loads the artifact or the files, and certificates, again; SIGUSR2 opens the access log again; SIGTERM and SIGINT finish what is under way.\nWith --workers, SIGUSR1 starts a new process, which takes over when it is ready.`,
        ),
    async () => (await import("./serve.ts")).runServe,
  );
  add(
    "publish",
    (command) =>
      addRemoteOptions(withKey(command))
        .description("put an artifact into Redis, for the gateways that serve its URL")
        .argument("<artifact>", "the artifact file, signed inside or not at all")
        .requiredOption("--to <url>", "redis://[USER@]HOST[:PORT]/KEY, or rediss://")
        .option("--keep-last <number>", "how many artifacts stay in Redis, this one included", parseKept, 5)
        .addOption(trustOption()),
    async () => (await import("./publish.ts")).runPublish,
  );
  add(
    "lsp",
    (command) =>
      withProject(command)
        .description("serve an editor: a language server on standard input and output")
        .option("--stdio", "speak over standard input and output, which it does anyway"),
    async () => (await import("./lsp.ts")).runLsp,
    // A server outlasts the settings: it reads them for each file, and again when they change.
    async (_, invocation) => invocation,
  );
  add(
    "completion",
    (command) =>
      command
        .description("print what a shell needs to complete rollcall's command lines")
        .addArgument(new Argument("<shell>", "which shell").choices(shells))
        .addHelpText("after", completionHelp),
    async () => (await import("./print-completion.ts")).completionOf(() => createProgram(terminal, () => {})),
    async (_, invocation) => invocation,
  );
  const asked = wanted === undefined ? undefined : builders.get(wanted);
  for (const build of asked ? [asked] : builders.values()) build();
  return program;
}

function withInputs(command: Command): Command {
  return withReading(command)
    .argument("[inputs...]", "files, folders, globs, or - (default: inputs of the project)")
    .addHelpText("after", inputHelp);
}

/** How files are read and checked. */
function withReading(command: Command): Command {
  return withProject(command)
    .addOption(
      listOption("--vars-file <file>", "take ${VARIABLES} from this file too (repeatable; the environment wins)"),
    )
    .addOption(listOption("--custom-plugin <name>", "accept a plugin of your own (repeatable)"))
    .addOption(
      suggest(
        new Option("--target <name>", `report what it would refuse (repeatable): ${targets.join(", ")}`),
        targets,
      ).argParser(collectTarget),
    );
}

/** May be put on a command more than once. */
function withProject(command: Command): Command {
  if (command.options.some(({ long }) => long === "--config")) return command;
  return command
    .option("--config <file>", "the project's settings (default: rollcall.config.yaml, .json, .mjs or .ts, upwards)")
    .option("--no-config", "do without the project's settings");
}

function withConnection(command: Command): Command {
  return addConnectionOptions(withProject(command));
}

function withFingerprints(command: Command): Command {
  return command.option(
    "-k, --key-file <file>",
    "key for the fingerprints of secrets (default: $ROLLCALL_KEY, ./rollcall.key, else one for this run)",
  );
}

function withKey(command: Command): Command {
  return withProject(command).option(
    "-k, --key-file <file>",
    "the 32-byte key of the artifact's secrets (default: $ROLLCALL_KEY, else ./rollcall.key)",
  );
}

function formatOption(formats: readonly string[]): Option {
  return new Option("-f, --format <format>", "how to print").choices(formats).default(formats[0]);
}

const planFormatNames = ["text", "json", "markdown", "html"] as const satisfies readonly PlanFormat[];

/** The formats of src/report/diagnostics.ts, which is loaded only when it is needed; a test holds the two equal. */
export const lintFormats = [
  "text",
  "compact",
  "json",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
  "markdown",
] as const satisfies readonly DiagnosticFormat[];

function findingsFormatOption(): Option {
  const description = `how to print (repeatable; FORMAT=FILE writes to a file): ${lintFormats.join(", ")} (default: text)`;
  return suggest(new Option("-f, --format <format>", description), lintFormats).argParser(collectFormat);
}

function collectFormat(text: string, previous: readonly FormatTarget[] = []): readonly FormatTarget[] {
  const [, name, file] = /^([^=]+)(?:=(.+))?$/.exec(text) ?? [];
  const format = lintFormats.find((known) => known === name);
  if (!format) throw new InvalidArgumentError(`Known formats: ${lintFormats.join(", ")}; or FORMAT=FILE.`);
  return [...previous, file === undefined ? { format } : { format, file }];
}

/** The formats of src/convert/contract.ts, which is loaded only when it is needed. */
const foreignFormats = ["kong", "adc", "standalone", "htpasswd", "jwks", "csv"] as const satisfies readonly Format[];

const shells = ["bash", "zsh", "fish"] as const satisfies readonly Shell[];

const fixIds = [
  "inline-auth",
  "adc-shape",
  "description",
  "labels",
  "trailing-blanks",
] as const satisfies readonly FixId[];

function collectFix(text: string, previous: readonly FixId[] = []): readonly FixId[] {
  const id = fixIds.find((known) => known === text);
  if (!id) throw new InvalidArgumentError(`Known fixes: ${fixIds.join(", ")}.`);
  return [...previous, id];
}

const targets = ["apisix", "api7", "standalone", "rollcall"] as const satisfies readonly Target[];

function collectTarget(text: string, previous: readonly Target[] = []): readonly Target[] {
  const target = targets.find((known) => known === text);
  if (!target) throw new InvalidArgumentError(`Known targets: ${targets.join(", ")}.`);
  return [...previous, target];
}

function parseWhole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 0.");
  return Number(text);
}

function parseKept(text: string): number {
  // The one before stays at least: a gateway may be about to fetch it.
  if (!/^\d{1,3}$/.test(text) || Number(text) < 2) throw new InvalidArgumentError("It must be a number from 2 to 999.");
  return Number(text);
}

const mostWorkers = 64;

function parseWorkers(text: string): number | "auto" {
  if (text === "auto") return text;
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= mostWorkers) return Number(text);
  throw new InvalidArgumentError(`It must be a number from 1 to ${mostWorkers}, or auto for one a core.`);
}

/** An option that may be given several times. */
function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description).default([], "none");
  return option.argParser((value: string, previous: readonly string[]) => [...previous, value]);
}

function parseAdminRate(text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1)
    throw new InvalidArgumentError("It must be a number from 1 to 999999.");
  return Number(text);
}

function trustOption(): Option {
  return listOption("--trust <file>", "refuse an artifact that is not signed by this Ed25519 public key (repeatable)");
}

function selectOption(): Option {
  const option = new Option("--select <label=value>", "manage only what carries this label (repeatable: all of them)");
  return option.argParser(collectLabel);
}

function collectLabel(text: string, previous: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(\S+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError("It must be LABEL=VALUE.");
  if (Object.hasOwn(previous, name)) throw new InvalidArgumentError(`The label ${name} cannot have two values.`);
  return { ...previous, [name]: value };
}

function parseLimit(text: string): number | `${number}%` {
  const [, digits, sign] = /^(\d+)(%?)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError("It must be a number or a percentage, such as 5 or 20%.");
  return sign ? `${Number(digits)}%` : Number(digits);
}
