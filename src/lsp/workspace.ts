/** Knows which files belong together, lays what editors have open over what is on the disk, and tells which findings have changed. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import type { LoadedProject, OpenDocument, ProjectFiles } from "./contract.ts";
import { looksOurs } from "./looks-ours.ts";
import { Project } from "./project.ts";

/** What is found in one file now. */
export interface Findings {
  /** As the editor writes it, if it has the file open. */
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that are checked together: those of a project's settings, or those beside each other in a folder. */
type Key = `settings:${string}` | `folder:${string}`;

interface State {
  readonly key: Key;
  project: Project | undefined;
  /** By file. */
  published: ReadonlyMap<string, readonly Diagnostic[]>;
  isStale: boolean;
}

export class Workspace {
  readonly #files: ProjectFiles;
  readonly #log: (message: string) => void;
  /** By canonical URI. */
  readonly #open = new Map<string, OpenDocument>();
  /** The source of each open text, the same object as long as the text is the same. */
  readonly #openSources = new Map<string, SourceText>();
  readonly #states = new Map<Key, State>();

  constructor(files: ProjectFiles, log: (message: string) => void) {
    this.#files = files;
    this.#log = log;
  }

  /** Also checks the project of this folder, if it has settings, before any of its files is open. */
  addFolder(uri: string): void {
    const settings = this.#files.settingsFor(this.#files.canonical(uri));
    if (settings !== undefined) this.#stateOf(`settings:${settings}`).isStale = true;
  }

  put(document: OpenDocument): void {
    const file = this.#files.canonical(document.uri);
    const isNew = !this.#open.has(file);
    this.#open.set(file, document);
    this.#openSources.set(file, { file, text: document.text });
    const state = this.#stateOf(this.#keyOf(file));
    // What was just written, or is read only now, may have joined the project.
    if (isNew && !state.project?.has(file)) state.isStale = true;
    if (state.key === `settings:${file}`) state.isStale = true;
  }

  close(uri: string): void {
    const file = this.#files.canonical(uri);
    const state = this.#stateOf(this.#keyOf(file));
    this.#open.delete(file);
    this.#openSources.delete(file);
    state.isStale = true;
  }

  /** Something on the disk has changed. */
  reload(): void {
    for (const state of this.#states.values()) state.isStale = true;
    // Settings may have come or gone.
    for (const file of this.#open.keys()) this.#stateOf(this.#keyOf(file)).isStale = true;
  }

  /** Checks everything again that may have changed, and publishes the files whose findings are others than before. */
  async refresh(publish: (findings: Findings) => void): Promise<void> {
    for (const state of [...this.#states.values()]) {
      if (state.isStale || !state.project) await this.#load(state);
      const found = this.#isInUse(state) ? this.#check(state) : new Map<string, readonly Diagnostic[]>();
      for (const findings of this.#changes(state.published, found)) publish(findings);
      state.published = found;
      if (!this.#isInUse(state)) this.#states.delete(state.key);
    }
  }

  /** The project of a file, and the file's name in it; undefined for a file that is not ours. */
  find(uri: string): { readonly project: Project; readonly file: string; readonly isSettings: boolean } | undefined {
    const file = this.#files.canonical(uri);
    const key = this.#keyOf(file);
    const project = this.#states.get(key)?.project;
    return project && { project, file, isSettings: key === `settings:${file}` };
  }

  findings(uri: string): readonly Diagnostic[] {
    const file = this.#files.canonical(uri);
    return this.#states.get(this.#keyOf(file))?.published.get(file) ?? [];
  }

  /** All findings of the project that a file belongs to. */
  allFindings(uri: string): readonly Diagnostic[] {
    const state = this.#states.get(this.#keyOf(this.#files.canonical(uri)));
    return [...(state?.published.values() ?? [])].flat();
  }

  /** A file's URI as the editor writes it. */
  shownUri(file: string): string {
    return this.#open.get(file)?.uri ?? file;
  }

  #keyOf(file: string): Key {
    const folder = this.#files.folderOf(file);
    const settings = this.#files.settingsFor(folder);
    return settings === undefined ? `folder:${folder}` : `settings:${settings}`;
  }

  #stateOf(key: Key): State {
    const known = this.#states.get(key);
    if (known) return known;
    const state: State = { key, project: undefined, published: new Map(), isStale: true };
    this.#states.set(key, state);
    return state;
  }

  async #load(state: State): Promise<void> {
    state.isStale = false;
    const loaded = await this.#read(state.key);
    for (const problem of loaded.problems) this.#log(problem);
    const { settingsDiagnostics } = loaded;
    if (!state.project) state.project = new Project(loaded, this.#files.sha1Hex);
    // Settings that are wrong, perhaps for the moment, leave the last right ones in force.
    else if (settingsDiagnostics.length > 0) state.project.replace({ ...state.project.loaded, settingsDiagnostics });
    else state.project.replace(loaded);
  }

  #read(key: Key): Promise<LoadedProject> {
    const place = key.slice(key.indexOf(":") + 1);
    if (key.startsWith("folder:")) return this.#files.loadFolder(place);
    return this.#files.loadProject(place, this.#openSources.get(place)?.text);
  }

  #check({ key, project }: State): ReadonlyMap<string, readonly Diagnostic[]> {
    if (!project) return new Map();
    const sources = key.startsWith("folder:") ? this.#folderSources(key, project) : this.#projectSources(key, project);
    const byFile = new Map<string, Diagnostic[]>();
    for (const diagnostic of [...project.loaded.settingsDiagnostics, ...project.check(sources)]) {
      if (!diagnostic.span) continue;
      const { file } = diagnostic.span;
      const others = byFile.get(file);
      if (others) others.push(diagnostic);
      else byFile.set(file, [diagnostic]);
    }
    return byFile;
  }

  #projectSources(key: Key, { loaded }: Project): readonly SourceText[] {
    const onDisk = new Set(loaded.sources.map(({ file }) => file));
    const known = loaded.sources.map((source) => this.#openSources.get(source.file) ?? source);
    // A new file is in no list before it is saved. One that is saved and in no list was left out on purpose.
    const unsaved = [...this.#openSources.values()].filter(
      (source) => !onDisk.has(source.file) && this.#keyOf(source.file) === key && !this.#files.isSaved(source.file),
    );
    return [...known, ...unsaved.filter(looksOurs)];
  }

  /** Without settings: the open files, and what stands beside them. */
  #folderSources(key: Key, { loaded }: Project): readonly SourceText[] {
    const onDisk = new Set(loaded.sources.map(({ file }) => file));
    const open = [...this.#openSources.values()];
    const unsaved = open.filter(({ file }) => !onDisk.has(file) && this.#keyOf(file) === key);
    const all = [...loaded.sources.map((source) => this.#openSources.get(source.file) ?? source), ...unsaved];
    return all.filter(looksOurs);
  }

  /** A folder is looked at as long as a file of it is open. */
  #isInUse({ key }: State): boolean {
    return key.startsWith("settings:") || [...this.#open.keys()].some((file) => this.#keyOf(file) === key);
  }

  #changes(
    before: ReadonlyMap<string, readonly Diagnostic[]>,
    after: ReadonlyMap<string, readonly Diagnostic[]>,
  ): readonly Findings[] {
    const files = new Set([...before.keys(), ...after.keys()]);
    return [...files].flatMap((file) => {
      const diagnostics = after.get(file) ?? [];
      if (JSON.stringify(before.get(file) ?? []) === JSON.stringify(diagnostics)) return [];
      const open = this.#open.get(file);
      return [{ uri: this.shownUri(file), diagnostics, ...(open && { version: open.version }) }];
    });
  }
}
