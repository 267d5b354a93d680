/** Fields of plugins that the embedded proxy executes, which change who may pass, and which it does not execute. */
const fieldsByPlugin: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "acl",
    // It knows consumers only, no users of other plugins.
    [
      "external_user_label_field",
      "external_user_label_field_key",
      "external_user_label_field_parser",
      "external_user_label_field_separator",
    ],
  ],
  // There is no metadata of plugins.
  ["cors", ["allow_origins_by_metadata"]],
]);

export function fieldsNotExecuted(plugin: string, config: object): readonly string[] {
  return (fieldsByPlugin.get(plugin) ?? []).filter((field) => Object.hasOwn(config, field));
}
