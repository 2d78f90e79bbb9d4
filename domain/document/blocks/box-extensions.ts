import { Node } from "@tiptap/core";
import { EMBED_PROVIDERS, isEmbedUrl, providerOf } from "./embeds.ts";
import { lineOf } from "./figure-extensions.ts";

const line = lineOf(300);

/** Words of the story set large beside it, and whose they are. */
export const PullQuote = Node.create({
  name: "pullQuote",
  group: "standing",
  content: "inline*",
  defining: true,
  draggable: true,
  addAttributes: () => ({
    attribution: {
      default: "",
      rendered: false,
      parseHTML: (element: HTMLElement) => line(element.querySelector("footer")?.textContent ?? ""),
    },
  }),
  parseHTML: () => [{ tag: "aside.pull", contentElement: "p" }],
  renderHTML: ({ HTMLAttributes, node }) => {
    const { attribution } = node.attrs;
    const footer: [string, string][] = attribution === "" ? [] : [["footer", attribution]];
    return ["aside", { class: "pull", ...HTMLAttributes }, ["p", 0], ...footer];
  },
});

/** What a reader may want to know beside the story: figures, a person's life, how it came to this. */
export const FactBox = Node.create({
  name: "factBox",
  group: "standing",
  content: "(block | picture | gallery | embed)+",
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    title: {
      default: "",
      rendered: false,
      parseHTML: (element: HTMLElement) => line(element.querySelector(":scope > h2")?.textContent ?? ""),
    },
  }),
  parseHTML: () => [{ tag: "aside.facts", contentElement: "div" }],
  renderHTML: ({ HTMLAttributes, node }) => {
    const { title } = node.attrs;
    const heading: [string, string][] = title === "" ? [] : [["h2", title]];
    return ["aside", { class: "facts", ...HTMLAttributes }, ...heading, ["div", 0]];
  },
});

const addressIn = (element: HTMLElement) => element.querySelector("a")?.getAttribute("href") ?? "";

/** A post, a video, a recording elsewhere. */
export const Embed = Node.create({
  name: "embed",
  group: "standing",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    provider: {
      default: "web",
      rendered: false,
      parseHTML: (element: HTMLElement) => {
        const said = element.getAttribute("data-provider");
        return EMBED_PROVIDERS.find((provider) => provider === said) ?? providerOf(addressIn(element));
      },
    },
    url: { default: null, rendered: false, parseHTML: addressIn },
    title: {
      default: "",
      rendered: false,
      parseHTML: (element: HTMLElement) => line(element.querySelector("b")?.textContent ?? ""),
    },
  }),
  parseHTML: () => [
    {
      tag: "p.embed",
      priority: 60,
      getAttrs: (element) => isEmbedUrl(addressIn(element)) && null,
    },
  ],
  renderHTML: ({ HTMLAttributes, node }) => {
    const { provider, url, title } = node.attrs;
    const shown: [string, string] = title === "" ? ["span", url] : ["b", title];
    return [
      "p",
      { class: "embed", "data-provider": provider, ...HTMLAttributes },
      ["a", { href: url }, shown],
    ];
  },
});
