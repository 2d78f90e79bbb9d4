/** Characters that XML 1.0 can't carry at all, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as XML carries it, in an element or an attribute. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Markup carried whole: the end sign of CDATA inside it is split over two. */
export function cdata(markup: string): string {
  return `<![CDATA[${markup.replace(FORBIDDEN, "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** An element with text, or nothing when there is no text. */
export function element(name: string, text: string | null): string {
  return text === null || text === "" ? "" : `<${name}>${xmlText(text)}</${name}>`;
}
