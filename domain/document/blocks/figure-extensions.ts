import { Node, type NodeConfig } from "@tiptap/core";
import { CROPS, PICTURE_SIZES } from "../../vocabulary.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isPictureId = (value: unknown) => typeof value === "string" && UUID.test(value);

/** One attribute as the clipboard carries it; what can't be meant is as if nobody had said it. */
function carried<T>(name: string, initial: T, read: (text: string) => T) {
  return {
    default: initial,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(`data-${name}`);
      return text === null ? initial : read(text);
    },
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = attributes[name === "picture" ? "pictureId" : name];
      return value === initial ? {} : { [`data-${name}`]: String(value) };
    },
  };
}

const oneOf =
  <T extends string>(words: readonly T[], initial: T) =>
  (text: string) =>
    words.find((word) => word === text) ?? initial;

export const lineOf = (longest: number) => (text: string) => text.replace(/\s+/gu, " ").slice(0, longest);

/**
 * A picture's use: the text inside is its caption. Only our own clipboard makes one: a pasted
 * `<img>` is somebody else's file with nobody's rights, and stays outside. `pictureId` isn't
 * required here, because ProseMirror fills a gallery's last place with an empty one when the
 * picture there is deleted; the editor removes it, and no stored body may have it.
 */
const picture: NodeConfig = {
  name: "picture",
  group: "standing",
  content: "inline*",
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    pictureId: carried<string | null>("picture", null, (text) => (isPictureId(text) ? text : null)),
    size: carried("size", "text", oneOf(PICTURE_SIZES, "text")),
    crop: carried("crop", "full", oneOf(CROPS, "full")),
    credit: carried("credit", "", lineOf(200)),
    alt: carried("alt", "", lineOf(1000)),
    decorative: carried("decorative", false, (text) => text === "true"),
  }),
  parseHTML: () => [
    {
      tag: "figure[data-picture]",
      contentElement: "figcaption",
      getAttrs: (element) => isPictureId(element.getAttribute("data-picture")) && null,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["figcaption", 0]],
};

const gallery: NodeConfig = {
  name: "gallery",
  group: "standing",
  content: "picture+",
  isolating: true,
  draggable: true,
  parseHTML: () => [{ tag: "div[data-gallery]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-gallery": "" }, 0],
};

export const Picture = Node.create(picture);
export const Gallery = Node.create(gallery);
