/** Reads single fields of a plugin's configuration. The schemas have checked it; what is missing takes its default. */
import { isMap } from "../model/json.ts";
import type { PluginConfig } from "./plugin.ts";

export function textSetting(config: PluginConfig, name: string): string | undefined;
export function textSetting(config: PluginConfig, name: string, whenMissing: string): string;
export function textSetting(config: PluginConfig, name: string, whenMissing?: string): string | undefined {
  const value = config[name];
  return typeof value === "string" ? value : whenMissing;
}

export function numberSetting(config: PluginConfig, name: string, whenMissing: number): number {
  const value = config[name];
  return typeof value === "number" ? value : whenMissing;
}

export function flagSetting(config: PluginConfig, name: string, whenMissing: boolean): boolean {
  const value = config[name];
  return typeof value === "boolean" ? value : whenMissing;
}

/** The strings of a list; undefined if there is no list. */
export function textListSetting(config: PluginConfig, name: string): readonly string[] | undefined {
  const value = config[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
}

/** The maps of a list; undefined if there is no list. */
export function mapListSetting(config: PluginConfig, name: string): readonly PluginConfig[] | undefined {
  const value = config[name];
  return Array.isArray(value) ? value.filter(isMap) : undefined;
}

export function mapSetting(config: PluginConfig, name: string): PluginConfig | undefined {
  const value = config[name];
  return isMap(value) ? value : undefined;
}
