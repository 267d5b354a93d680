/** Reads files of policy tests with the configurations that they are about. */
import path from "node:path";
import { environmentReferences } from "../artifact/environment.ts";
import { checkPolicyTest } from "../check/policy-test.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PolicyTest } from "../model/generated/policy-test.ts";
import type { SourceText } from "../source/document.ts";
import { asWritten } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { findSources, readSourceFile, testFiles } from "../source/read.ts";
import type { TestFile } from "../testing/contract.ts";
import { type RunnableConfig, type RunnableOptions, readRunnable } from "./runnable-config.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface ReadTestsOptions extends RunnableOptions {
  readonly input: readonly string[];
}

export interface ReadTests {
  readonly files: readonly TestFile[];
  /** Errors: then not all files are there. Of configurations, warnings are left to lint. */
  readonly diagnostics: readonly Diagnostic[];
  /** Name to text, of tests and configurations. */
  readonly sources: ReadonlyMap<string, string>;
}

/** @throws InputError if a file cannot be read, CommandError if there are no tests */
export async function readTests(
  paths: readonly string[],
  options: ReadTestsOptions,
  terminal: Terminal,
): Promise<ReadTests> {
  const found = await findTests(paths, options, terminal);
  const sources = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const files: TestFile[] = [];
  const configs = new Map<string, Promise<RunnableConfig>>();
  for (const { file, path: absolute } of found) {
    const source = { file, text: absolute === undefined ? await terminal.readStdin() : readSourceFile(absolute, file) };
    sources.set(file, source.text);
    const read = readTest(source);
    diagnostics.push(...read.diagnostics);
    if (!read.test || !read.place) continue;
    const given = read.test.given ?? {};
    const inputs = given.files?.map((each) => fromTest(each, file, terminal)) ?? options.input;
    const named = inputs.length > 0 ? inputs : [path.dirname(file)];
    // Tests with the same configuration share it.
    const identity = JSON.stringify([named, Object.entries(given.env ?? {}).sort()]);
    const isFirst = !configs.has(identity);
    const pending = configs.get(identity) ?? readRunnable(named, given.env ?? {}, options, terminal);
    configs.set(identity, pending);
    const { config, environment, ...rest } = await pending;
    if (isFirst) diagnostics.push(...rest.diagnostics);
    for (const { file: name, text } of rest.sources) sources.set(name, text);
    if (!config) continue;
    files.push({
      file,
      test: read.test,
      place: read.place,
      config,
      resolveReference: environmentReferences(environment),
    });
  }
  return { files, diagnostics, sources };
}

async function findTests(paths: readonly string[], options: ReadTestsOptions, { cwd }: Terminal) {
  const { ignore } = options;
  const found = await findSources(paths, { cwd, only: testFiles, ...(ignore && { ignore }) });
  if (found.length > 0) return found;
  throw new CommandError(
    "there are no tests: name files, or folders with files that end in .test.yaml, .test.yml or .test.json.",
  );
}

interface ReadTest {
  readonly diagnostics: readonly Diagnostic[];
  readonly test?: PolicyTest;
  readonly place?: TestFile["place"];
}

/** Variables are the configuration's; in a test `${VAR}` is what it says. */
function readTest(source: SourceText): ReadTest {
  const { documents, diagnostics } = parse(source, asWritten);
  if (diagnostics.length > 0) return { diagnostics: diagnostics.map(forTest) };
  const [first, second] = documents;
  if (second) {
    const message = "policy tests are one document a file; this is a second one";
    return { diagnostics: [{ rule: "test/shape", severity: "error", message, span: second.place.span() }] };
  }
  return first ? { ...checkPolicyTest(first), place: first.place } : { diagnostics };
}

/** What is true of any file that declares nothing, with the help for this kind. */
function forTest(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.rule !== "source/empty") return diagnostic;
  return { ...diagnostic, help: "Write at least one case below `cases`, or leave the file out." };
}

function fromTest(input: string, testFile: string, { cwd }: Terminal): string {
  if (path.isAbsolute(input)) return input;
  return path.relative(cwd, path.resolve(cwd, path.dirname(testFile), input)) || ".";
}
