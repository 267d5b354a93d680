/** All plugins of a Kong file: each is turned where it stands, or left out such that nobody passes who was kept out before. */
import { isMap } from "../../model/json.ts";
import { ConsumerReference } from "../draft.ts";
import type { Foreign } from "../foreign.ts";
import { type Consumer, type Group, type KongFile, type Route, referenceOf, type Service } from "./entities.ts";
import type { Turned } from "./turn.ts";
import { adviceFor, harmless, harmlessSettings, turns } from "./turns.ts";

interface Scope {
  readonly service?: Service | undefined;
  readonly route?: Route | undefined;
  readonly consumer?: Consumer | undefined;
  readonly group?: Group | undefined;
}

interface Instance {
  readonly name: string;
  readonly foreign: Foreign;
  readonly scope: Scope;
  readonly shown: string;
}

export interface GlobalPlugins {
  readonly turned: Map<string, { readonly config: Record<string, unknown>; readonly foreign: Foreign }>;
}

/** Sets the plugins of all entities, and gives those for every request. */
export function readPlugins(root: Foreign, file: KongFile): GlobalPlugins {
  const instances = [
    ...root.list("plugins").flatMap((foreign) => instanceOf(foreign, {}, file)),
    ...file.services.all.flatMap((service) => nested(service.foreign, { service }, file)),
    ...file.routes.all.flatMap((route) => nested(route.foreign, { route }, file)),
    ...file.consumers.all.flatMap((consumer) => nested(consumer.foreign, { consumer }, file)),
    ...file.groups.all.flatMap((group) => nested(group.foreign, { group }, file)),
  ];
  const globals: GlobalPlugins = { turned: new Map() };
  for (const instance of instances) place(instance, file, globals);
  return globals;
}

/** Whether shared secrets of jwt are base64 says the plugin in Kong, the credential here: only if all plugins agree. */
export function isBase64ForAll(root: Foreign, file: KongFile): boolean {
  const holders = [
    root,
    ...file.services.all.map(({ foreign }) => foreign),
    ...file.routes.all.map(({ foreign }) => foreign),
  ];
  const plugins = holders
    .flatMap((holder) => holder.list("plugins"))
    .filter((plugin) => plugin.field("name")?.value === "jwt");
  const isBase64 = plugins.map((plugin) => plugin.field("config")?.field("secret_is_base64")?.value === true);
  if (isBase64.includes(true) && isBase64.includes(false)) {
    for (const plugin of plugins) {
      plugin
        .field("config")
        ?.field("secret_is_base64")
        ?.lose(
          "approximated",
          "`secret_is_base64`, which is not the same in all jwt plugins",
          "all shared secrets are taken as text",
          "Set `base64_secret: true` on the credentials whose secrets are base64.",
          "key",
        );
    }
  }
  return isBase64.length > 0 && isBase64.every((is) => is);
}

function nested(holder: Foreign, scope: Scope, file: KongFile): readonly Instance[] {
  return holder.list("plugins").flatMap((foreign) => instanceOf(foreign, scope, file));
}

function instanceOf(foreign: Foreign, outer: Scope, file: KongFile): readonly Instance[] {
  const name = foreign.text("name");
  foreign.ignore("id", "created_at", "updated_at", "instance_name");
  const references = (["service", "route", "consumer", "consumer_group"] as const).map(
    (kind) => [kind, referenceOf(foreign.field(kind))] as const,
  );
  const found = Object.fromEntries(references) as Record<string, string | undefined>;
  const scope: Scope = {
    service: file.services.find(found["service"]) ?? outer.service,
    route: file.routes.find(found["route"]) ?? outer.route,
    consumer: file.consumers.find(found["consumer"]) ?? outer.consumer,
    group: file.groups.find(found["consumer_group"]) ?? outer.group,
  };
  if (name === undefined) return [];
  const missing = references.filter(
    ([kind, reference]) => reference !== undefined && !scope[kind === "consumer_group" ? "group" : kind],
  );
  if (missing.length > 0) {
    const what = missing.map(([kind, reference]) => `${kind} "${reference}"`).join(", ");
    foreign.lose("dropped", `plugin ${name}`, `the file has no ${what}`, "Add what it names, or delete it.");
    return [];
  }
  const holders = [scope.route, scope.route ? undefined : scope.service, scope.consumer, scope.group];
  const where = holders.flatMap((holder) => holder?.shown ?? []).join(" and ");
  return [{ name, foreign, scope, shown: `plugin ${name}${where === "" ? " for all requests" : ` of ${where}`}` }];
}

function place(instance: Instance, file: KongFile, globals: GlobalPlugins): void {
  const { name, foreign, scope, shown } = instance;
  if (foreign.flag("enabled") === false) {
    foreign.lose(
      "dropped",
      `${shown}, which is switched off`,
      "it is left out: here it would hide the plugin of a service",
      "Add it where it is wanted.",
    );
    return;
  }
  const protocols = foreign.field("protocols");
  const isForHttp = !protocols || protocols.items().some(({ value }) => ["http", "https"].includes(String(value)));
  if (isForHttp) protocols?.take();
  const isOfConsumer = scope.consumer !== undefined || scope.group !== undefined;
  const isCrossed = isOfConsumer && (scope.route !== undefined || scope.service !== undefined);
  const turn = turns[name];
  const canTurn = turn && !isCrossed && isForHttp && !foreign.field("_config") && !foreign.field("condition");
  const config = foreign.fieldOrEmpty("config");
  const found = canTurn
    ? turn(config, {
        isOfConsumer,
        shown,
        consumer: (reference) => {
          const consumer = file.consumers.find(reference);
          return consumer && new ConsumerReference(consumer.draft.original);
        },
      })
    : undefined;
  const untaken = harmless.has(name) || !found ? [] : config.untakenNames();
  const missing = untaken.filter((setting) => !harmlessSettings.has(setting));
  const turned = missing.length === 0 ? found : undefined;
  if (turned && put(turned, scope, globals, foreign)) return;
  const why = turned
    ? `another plugin has become ${turned.plugin} there already`
    : isCrossed
      ? "a plugin for one consumer on one route or service has no equivalent"
      : turn
        ? `nothing corresponds to its ${missing.length > 0 ? missing.map((setting) => `\`${setting}\``).join(", ") : "settings"}`
        : "it has no equivalent";
  leaveOut(instance, why, file);
}

/** false if the place is taken. */
function put({ plugin, config }: Turned, scope: Scope, { turned }: GlobalPlugins, foreign: Foreign): boolean {
  const holder = scope.route ?? scope.service ?? scope.consumer ?? scope.group;
  if (!holder) {
    if (turned.has(plugin)) return false;
    turned.set(plugin, { config, foreign });
    return true;
  }
  if (Object.hasOwn(holder.plugins, plugin)) return false;
  holder.plugins[plugin] = config;
  return true;
}

function leaveOut({ name, foreign, scope, shown }: Instance, why: string, file: KongFile): void {
  const config = foreign.field("config");
  if (config && isMap(config.value)) config.take();
  if (harmless.has(name)) {
    foreign.lose("dropped", shown, `${why}; requests pass without it`, adviceFor(name));
    return;
  }
  const closed = close(scope, file);
  foreign.lose(
    "dropped",
    shown,
    `${why}; as it may keep callers out, ${closed}`,
    `${adviceFor(name)} Then take this back.`,
  );
}

/** Shuts what the plugin guarded, and says how. */
function close({ route, service, consumer, group }: Scope, file: KongFile): string {
  if (route) {
    route.isOff = true;
    return `${route.shown} is switched off (status: 0)`;
  }
  if (service) {
    for (const each of service.routes) each.isOff = true;
    return `the routes of ${service.shown} are switched off (status: 0)`;
  }
  if (consumer) {
    consumer.isWithheld = true;
    return `${consumer.shown} is written without credentials`;
  }
  if (group) {
    for (const each of file.consumers.all) if (each.draft.fields["group_id"] === group.id) each.isWithheld = true;
    return `the members of ${group.shown} are written without credentials`;
  }
  for (const each of file.routes.all) each.isOff = true;
  return "all routes are switched off (status: 0)";
}
