/** XML as a small tree, by a strict parser that knows namespaces: what isn't well-formed throws. */
import { SaxesParser } from "saxes";

export type XmlNode = {
  /** "{namespace}local" of elements that have one, else the local name. */
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
};

const NAMES: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/Atom": "atom:",
  "http://purl.org/rss/1.0/modules/content/": "content:",
  "http://purl.org/dc/elements/1.1/": "dc:",
  "http://purl.org/dc/terms/": "dcterms:",
  "http://search.yahoo.com/mrss/": "media:",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "map:",
  "http://www.w3.org/1999/xhtml": "xhtml:",
  "http://www.google.com/schemas/sitemap-image/1.1": "image:",
  "http://www.google.com/schemas/sitemap-news/0.9": "news:",
  "": "",
};

export function xmlTree(text: string): XmlNode {
  const root: XmlNode = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const prefix = NAMES[tag.uri];
    if (prefix === undefined) throw new Error(`an unknown namespace: ${tag.uri}`);
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, { value }]) => [name, value]),
    );
    const node: XmlNode = { name: prefix + tag.local, attributes, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const add = (text: string) => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const [top] = root.children;
  if (!top) throw new Error("an empty document");
  return top;
}

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name);

export const textOf = (node: XmlNode, name: string): string | null => childrenOf(node, name)[0]?.text ?? null;
