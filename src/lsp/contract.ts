/** What the language server needs of the outside: the files of projects, which the edge reads. Files are named by their URIs throughout. */
import type { CheckSourcesOptions } from "../check/check-sources.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";

/** Files that are checked together. */
export interface LoadedProject {
  /** As they are on the disk. */
  readonly sources: readonly SourceText[];
  readonly environment: Environment;
  readonly settings: Omit<CheckSourcesOptions, "environment" | "sha1Hex">;
  /** What is wrong with the settings themselves; empty without any. */
  readonly settingsDiagnostics: readonly Diagnostic[];
  /** What could not be read, for the log. */
  readonly problems: readonly string[];
}

export interface ProjectFiles {
  readonly sha1Hex: Sha1Hex;
  /** The one form of a URI by which files are compared. */
  canonical(uri: string): string;
  folderOf(uri: string): string;
  /** Whether it stands on the disk. */
  isSaved(uri: string): boolean;
  /** The settings of the project that a folder belongs to; undefined without, or where none are wanted. */
  settingsFor(folder: string): string | undefined;
  /** @param settingsText what an editor has of the settings, in place of the file's text */
  loadProject(settings: string, settingsText: string | undefined): Promise<LoadedProject>;
  /** The files directly in a folder; one that cannot be read is empty. */
  loadFolder(folder: string): Promise<LoadedProject>;
}

/** A text that an editor has open. */
export interface OpenDocument {
  /** As the editor writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}
