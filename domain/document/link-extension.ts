import type { MarkConfig } from "@tiptap/core";
import { hrefFrom, hrefInMarkup } from "./links.ts";

/** Of a link we keep where it leads and nothing else; `rel` and `target` are the renderer's business. */
export const narrowLink: Partial<MarkConfig> = {
  addAttributes: () => ({
    href: { default: null, parseHTML: (element: HTMLElement) => hrefInMarkup(element.getAttribute("href")) },
  }),
  parseHTML: () => [
    { tag: "a[href]", getAttrs: (element) => hrefInMarkup(element.getAttribute("href")) !== null && null },
  ],
  addCommands: () => ({
    setLink:
      ({ href: typed }) =>
      ({ chain }) => {
        const href = hrefFrom(typed);
        return href !== null && chain().setMark("link", { href }).setMeta("preventAutolink", true).run();
      },
    toggleLink:
      (attributes) =>
      ({ chain }) => {
        const href = attributes && hrefFrom(attributes.href);
        if (attributes && !href) return false;
        const mark = href ? { href } : undefined;
        return chain().toggleMark("link", mark, { extendEmptyMarkRange: true }).run();
      },
    unsetLink:
      () =>
      ({ chain }) =>
        chain().unsetMark("link", { extendEmptyMarkRange: true }).setMeta("preventAutolink", true).run(),
  }),
};
