/** Writes XML elements for the formats that need them. */

export type Attributes = Readonly<Record<string, string | number>>;

/** One element; `children` are elements already, `text` is escaped. */
export function element(name: string, attributes: Attributes, children: readonly string[] = [], text = ""): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `<${name}${written.join("")}`;
  if (children.length === 0 && text === "") return `${open}/>`;
  if (children.length === 0) return `${open}>${escapeXml(text)}</${name}>`;
  const indented = children.map((child) => child.replace(/^/gm, "  "));
  return [`${open}>`, ...indented, `</${name}>`].join("\n");
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 cannot hold at all (section 2.2, halves of surrogate pairs among them), and those that a terminal obeys, become U+FFFD; line ends are kept as references. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}
