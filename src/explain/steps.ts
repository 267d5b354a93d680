/** The plugins of a request in the order in which they ran, what each did, and those that did not run. */
import type { Artifact, CompiledPlugin, CompiledRoute, ConsumerRecord } from "../artifact/contract.ts";
import { plugins as enginePlugins } from "../engine/abilities.ts";
import type { ChainLink } from "../engine/chain.ts";
import type { RequestContext } from "../engine/context.ts";
import type { HeaderList } from "../engine/contract.ts";
import { compileExpression } from "../engine/expression.ts";
import type { Answer } from "../engine/plugin.ts";
import { isAuthPlugin } from "../model/auth.ts";
import { isMap } from "../model/json.ts";
import type { Carrier, Step, StepVerdict } from "./contract.ts";
import type { Places } from "./places.ts";
import type { Shown } from "./shown.ts";

interface Before {
  readonly headers: HeaderList;
  readonly responseHeaders: HeaderList;
  readonly target: string;
  readonly consumer: RequestContext["consumer"];
  readonly isFiltered: boolean;
}

export class StepRecorder {
  /** The plugin that found a credential; undefined also for an anonymous consumer. */
  authenticatedBy: string | undefined;
  readonly #artifact: Artifact;
  readonly #places: Places;
  readonly #shown: Shown;
  readonly #ran: { link: ChainLink; verdict: StepVerdict; effects: readonly string[] }[] = [];
  #before: Before | undefined;

  constructor(artifact: Artifact, places: Places, shown: Shown) {
    this.#artifact = artifact;
    this.#places = places;
    this.#shown = shown;
  }

  begins(link: ChainLink, context: RequestContext): void {
    this.#before = {
      headers: [...context.headers.list()],
      responseHeaders: [...context.responseHeaders],
      target: context.path + context.query,
      consumer: context.consumer,
      isFiltered: filterHolds(this.#configOf(link, context), context) === false,
    };
  }

  ended(link: ChainLink, context: RequestContext, answer: Answer | undefined): void {
    const before = this.#before;
    if (!before) return;
    const effects = before.isFiltered ? ["its filter does not hold"] : this.#effects(link, before, context, answer);
    this.#ran.push({ link, verdict: before.isFiltered ? "skipped" : answer ? "refused" : "passed", effects });
  }

  /** @param isForwarded so that all that was to run has run */
  steps(route: CompiledRoute | undefined, consumer: ConsumerRecord | undefined, isForwarded: boolean): readonly Step[] {
    const step = (
      plugin: string,
      owner: string,
      phase: string,
      verdict: StepVerdict,
      effects: readonly string[],
    ): Step => {
      const source = this.#places.plugin(owner, plugin);
      const replaces = this.#replaced(plugin, owner, route, consumer);
      return { plugin, phase, owner, ...(source !== undefined && { source }), verdict, replaces, effects };
    };
    const ran = this.#ran.map(({ link, verdict, effects }) =>
      step(link.name, link.owner, link.phase, verdict, effects),
    );
    const own = (consumer?.plugins ?? []).map((plugin) => withOwner(plugin, consumer));
    const switchedOff = own
      .filter(({ config }) => isOff(config))
      .map(({ name, owner }) => step(name, owner, phaseOf(name), "off", ["switched off for this consumer"]));
    if (isForwarded) return [...ran, ...switchedOff];
    const overlaid = new Set(own.map(({ name }) => name));
    const wanted = route
      ? [...this.#artifact.globalRules, ...route.plugins.filter(({ name }) => !overlaid.has(name)), ...own]
      : this.#artifact.globalRules;
    const missed = wanted
      .filter(
        ({ name, owner, config }) =>
          !isOff(config) && !ran.some((each) => each.plugin === name && each.owner === owner),
      )
      .sort((left, right) => priorityOf(right) - priorityOf(left))
      .map(({ name, owner }) => step(name, owner, phaseOf(name), "not reached", []));
    return [...ran, ...switchedOff, ...missed];
  }

  #effects(link: ChainLink, before: Before, context: RequestContext, answer: Answer | undefined): readonly string[] {
    const effects: string[] = [];
    const { consumer } = context;
    if (consumer && consumer !== before.consumer) {
      const isAuth = isAuthPlugin(link.name) || link.name === "multi-auth";
      if (consumer.credentialId !== undefined) {
        this.authenticatedBy = link.name;
        effects.push(`the caller is ${consumer.record.username}, by the credential ${consumer.credentialId}`);
      } else
        effects.push(
          `the caller passes as ${consumer.record.username}${isAuth ? ", without a credential of its own" : ""}`,
        );
    }
    if (context.path + context.query !== before.target) {
      effects.push(`the target becomes ${this.#shown.target(context.path + context.query)}`);
    }
    const identity = /^x-(?:consumer-username|credential-identifier|consumer-custom-id)$/i;
    const removed = namesOnlyIn(before.headers, context.headers.list()).filter((name) => !identity.test(name));
    const added = namesOnlyIn(context.headers.list(), before.headers).filter((name) => !identity.test(name));
    if (removed.length > 0) effects.push(`takes ${removed.join(", ")} off the request`);
    if (added.length > 0) effects.push(`adds ${added.join(", ")} to the request`);
    const known = new Map(before.responseHeaders);
    const told = context.responseHeaders.filter(([name, value]) => known.get(name) !== value);
    if (told.length > 0) {
      effects.push(
        `tells the client ${told.map(([name, value]) => `${name}: ${this.#shown.header(name, value)}`).join(", ")}`,
      );
    }
    if (answer) effects.push(this.#shown.text(answer.reason));
    return effects;
  }

  #configOf({ name, owner }: ChainLink, { route, consumer }: RequestContext): CompiledPlugin["config"] | undefined {
    const own = (consumer?.record.plugins ?? []).map((plugin) => withOwner(plugin, consumer?.record));
    const all = [...this.#artifact.globalRules, ...(route?.plugins ?? []), ...own];
    return all.find((plugin) => plugin.name === name && plugin.owner === owner)?.config;
  }

  /** Those of the same name before it, in the order of gateway reference, section 2. */
  #replaced(
    name: string,
    owner: string,
    route: CompiledRoute | undefined,
    consumer: ConsumerRecord | undefined,
  ): readonly Carrier[] {
    if (!route || owner.startsWith("global_rules/")) return [];
    const pluginConfig = this.#places.pluginConfigOf(route.id);
    const layers = [
      ...(route.serviceId === undefined ? [] : [`services/${route.serviceId}`]),
      ...(pluginConfig === undefined ? [] : [`plugin_configs/${pluginConfig}`]),
      `routes/${route.id}`,
      ...(consumer?.groupId === undefined ? [] : [`consumer_groups/${consumer.groupId}`]),
      ...(consumer ? [`consumers/${consumer.username}`] : []),
    ];
    const before = layers.slice(0, Math.max(0, layers.indexOf(owner)));
    const compiled = route.plugins.find((plugin) => plugin.name === name)?.owner;
    return before
      .filter((layer) => this.#places.carries(layer, name) ?? layer === compiled)
      .map((layer) => {
        const source = this.#places.plugin(layer, name);
        return { owner: layer, ...(source !== undefined && { source }) };
      });
  }
}

function withOwner(plugin: CompiledPlugin, consumer: ConsumerRecord | undefined): CompiledPlugin {
  return plugin.owner === "" ? { ...plugin, owner: `consumers/${consumer?.username ?? ""}` } : plugin;
}

function isOff(config: CompiledPlugin["config"]): boolean {
  const meta = config["_meta"];
  return isMap(meta) && meta["disable"] === true;
}

function filterHolds(config: CompiledPlugin["config"] | undefined, context: RequestContext): boolean | undefined {
  const meta = config?.["_meta"];
  const rules: unknown = isMap(meta) ? meta["filter"] : undefined;
  return Array.isArray(rules) ? compileExpression(rules)?.(context) : undefined;
}

function phaseOf(name: string): string {
  return enginePlugins.find((plugin) => plugin.name === name)?.phase ?? "access";
}

function priorityOf({ name, config }: CompiledPlugin): number {
  const meta = config["_meta"];
  const own = isMap(meta) ? meta["priority"] : undefined;
  return typeof own === "number" ? own : (enginePlugins.find((plugin) => plugin.name === name)?.priority ?? 0);
}

function namesOnlyIn(left: HeaderList, right: HeaderList): readonly string[] {
  const others = new Set(right.map(([name]) => name.toLowerCase()));
  return [...new Set(left.map(([name]) => name))].filter((name) => !others.has(name.toLowerCase()));
}
