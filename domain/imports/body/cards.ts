/** Which element stands for itself, and as what: WordPress's blocks, Ghost's cards, plain figures and frames. */
import type { NodeJson } from "#db/shapes.ts";
import { isEmbedUrl } from "../../document/blocks/embeds.ts";
import { blocksOf, lineIn, type Setting } from "./blocks.ts";
import { addressOfFrame } from "./embed-address.ts";
import { hrefOn } from "./href.ts";
import { isPictureFile, pictureIn, picturesIn } from "./picture-in.ts";
import { embedOf, galleriesOf, lineOf, pictureOf } from "./standing.ts";
import { type Element, findIn, hasClass, textIn } from "./tree.ts";

/** Null: it is text, or holds text; whoever asked goes on inside. */
export function standingIn(found: Element, setting: Setting): NodeJson[] | null {
  switch (found.tag) {
    case "img":
      return pictureIn(found, [], setting);
    case "iframe":
      return frame(found, setting);
    case "video":
    case "audio":
      return recording(found, setting);
    case "figure":
      return figure(found, setting);
    case "blockquote":
      return post(found, setting);
    case "details":
      return toggle(found, setting);
    case "a":
      return linkedPicture(found, setting);
    case "div":
    case "aside":
    case "section":
    case "ul":
      return card(found, setting);
    default:
      return null;
  }
}

function frame({ attrs }: Element, { losses, site }: Setting): NodeJson[] {
  const source = attrs.src ?? attrs["data-src"] ?? "";
  const address = addressOfFrame(source);
  if (address !== null) return [embedOf(address, attrs.title)];
  losses.note("iframe", source || "<iframe>");
  const href = hrefOn(source.startsWith("//") ? `https:${source}` : source, site);
  return href === null ? [] : [linkTo(href, attrs.title ?? "")];
}

function linkTo(href: string, title: string): NodeJson {
  const marks = [{ type: "link", attrs: { href } }];
  return { type: "paragraph", content: [{ type: "text", text: lineOf(title, 300) || href, marks }] };
}

function recording(found: Element, { losses, site }: Setting): NodeJson[] {
  const source = found.attrs.src ?? findIn(found.children, ({ tag }) => tag === "source")?.attrs.src;
  const href = hrefOn(source, site);
  if (href !== null && isEmbedUrl(href)) return [embedOf(href)];
  losses.note("markup", `<${found.tag}>`);
  return [];
}

function figure(found: Element, setting: Setting): NodeJson[] | null {
  const { attrs, children } = found;
  if (attrs["data-lost"] !== undefined) return [];
  if (attrs["data-embed"] !== undefined) return embedFrom(textIn(children), found, setting);
  if (hasClass(found, "x-gallery")) return galleriesOf(numbered(attrs["data-ids"] ?? ""));
  if (hasClass(found, "wp-block-gallery", "kg-gallery-card")) return gallery(found, setting);
  if (hasClass(found, "wp-block-pullquote")) return pullQuote(found, setting);
  if (hasClass(found, "wp-block-table")) return blocksOf(children, setting);
  if (hasClass(found, "kg-bookmark-card")) return bookmark(found, setting);
  const inner = findIn(children, ({ tag }) => /^(?:iframe|blockquote|video|audio)$/.test(tag));
  if (inner) return withCaption(standingIn(inner, setting) ?? blocksOf([inner], setting), found);
  if (hasClass(found, "wp-block-embed", "kg-embed-card")) return embedFrom(textIn(children), found, setting);
  const images = picturesIn(children);
  if (images.length > 1) return gallery(found, setting);
  if (images[0]) return pictureIn(images[0], lineIn(captionOf(found), setting), setting);
  return null;
}

function captionOf({ children }: Element) {
  return findIn(children, ({ tag }) => tag === "figcaption")?.children ?? [];
}

/** What an embed was called on the old page becomes its title. */
function withCaption(blocks: NodeJson[], found: Element): NodeJson[] {
  const caption = lineOf(textIn(captionOf(found)), 300);
  return blocks.map((block) =>
    block.type === "embed" && caption !== "" && block.attrs?.title === undefined
      ? { ...block, attrs: { ...block.attrs, title: caption } }
      : block,
  );
}

function embedFrom(text: string, found: Element, setting: Setting): NodeJson[] {
  const link = findIn(found.children, ({ tag }) => tag === "a")?.attrs.href;
  const address = /https?:\/\/\S+/i.exec(text)?.[0] ?? link ?? "";
  if (isEmbedUrl(address)) return withCaption([embedOf(addressOfFrame(address) ?? address)], found);
  setting.losses.note("block", "embed");
  return blocksOf(found.children, setting);
}

function numbered(ids: string): NodeJson[] {
  if (ids === "") return [pictureOf({ address: null, attachmentId: "attached" }, [], "")];
  return ids.split(",").flatMap((id) => {
    const attachmentId = id.trim();
    return /^\d{1,15}$/.test(attachmentId) ? [pictureOf({ address: null, attachmentId }, [], "")] : [];
  });
}

/** Each picture with its own caption; what the gallery itself says stands under it. */
function gallery(found: Element, setting: Setting): NodeJson[] {
  const pictures = picturesIn(found.children).flatMap((image) => {
    const around = findIn(
      found.children,
      (element) =>
        (element.tag === "figure" || element.tag === "li") && picturesIn(element.children)[0] === image,
    );
    return pictureIn(image, around ? lineIn(captionOf(around), setting) : [], setting);
  });
  const said = found.children.flatMap((child) =>
    typeof child !== "string" && child.tag === "figcaption" ? blocksOf(child.children, setting) : [],
  );
  return pictures.length === 0 ? blocksOf(found.children, setting) : [...galleriesOf(pictures), ...said];
}

function pullQuote({ children }: Element, setting: Setting): NodeJson[] {
  const cite = findIn(children, ({ tag }) => tag === "cite" || tag === "figcaption");
  const attribution = lineOf(cite ? textIn(cite.children) : "", 300);
  const quoted = findIn(children, ({ tag }) => tag === "blockquote")?.children ?? children;
  const line = lineIn(
    quoted.filter((piece) => piece !== cite),
    setting,
  );
  if (line.length === 0) return [];
  return [{ type: "pullQuote", ...(attribution !== "" && { attrs: { attribution } }), content: line }];
}

function bookmark(found: Element, setting: Setting): NodeJson[] {
  const href = hrefOn(findIn(found.children, ({ tag }) => tag === "a")?.attrs.href, setting.site);
  const title = findIn(found.children, (element) => hasClass(element, "kg-bookmark-title"));
  if (href === null || !isEmbedUrl(href)) return blocksOf(found.children, setting);
  return [embedOf(href, title ? textIn(title.children) : "")];
}

/** A post of another site, as that site gives it to be pasted: a quotation with the post's address. */
function post(found: Element, setting: Setting): NodeJson[] | null {
  const { attrs, children } = found;
  const own = attrs["data-instgrm-permalink"] ?? (hasClass(found, "tiktok-embed") ? attrs.cite : undefined);
  if (own !== undefined && isEmbedUrl(own)) return [embedOf(own)];
  if (hasClass(found, "wp-block-pullquote")) return pullQuote(found, setting);
  if (hasClass(found, "kg-blockquote-alt")) return pullQuote({ ...found, children: [found] }, setting);
  if (!hasClass(found, "twitter-tweet", "twitter-video", "instagram-media", "bluesky-embed")) return null;
  const links: string[] = [];
  const gather = (element: Element) => {
    if (element.tag === "a" && element.attrs.href) links.push(element.attrs.href);
    for (const child of element.children) if (typeof child !== "string") gather(child);
  };
  gather({ ...found, children });
  const address =
    links.findLast((href) => /\/status(?:es)?\/\d+|\/p\/|\/reel\/|\/post\//.test(href)) ?? links.at(-1);
  return address !== undefined && isEmbedUrl(address) ? [embedOf(address)] : null;
}

function toggle(found: Element, setting: Setting): NodeJson[] {
  const summary = findIn(found.children, ({ tag }) => tag === "summary");
  const inside = found.children.filter((child) => child !== summary);
  return box(summary ? textIn(summary.children) : "", blocksOf(inside, setting));
}

function box(title: string, blocks: NodeJson[]): NodeJson[] {
  const fits = ({ type }: NodeJson) => type !== "factBox" && type !== "pullQuote";
  const inside = blocks.filter(fits);
  if (inside.length === 0) return blocks;
  const named = lineOf(title, 300);
  const attrs = named === "" ? {} : { attrs: { title: named } };
  return [{ type: "factBox", ...attrs, content: inside }, ...blocks.filter((block) => !fits(block))];
}

function linkedPicture(found: Element, setting: Setting): NodeJson[] | null {
  const images = picturesIn(found.children);
  const [image] = images;
  if (!image || images.length > 1 || textIn(found.children).trim() !== "") return null;
  const href = hrefOn(found.attrs.href, setting.site);
  const picture = pictureIn(image, [], setting);
  // A picture that leads to its own large file leads nowhere; any other address is kept beside it.
  return href === null || isPictureFile(href) ? picture : [...picture, linkTo(href, image.attrs.alt ?? "")];
}

function card(found: Element, setting: Setting): NodeJson[] | null {
  if (hasClass(found, "fb-post", "fb-video") && isEmbedUrl(found.attrs["data-href"])) {
    return [embedOf(String(found.attrs["data-href"]))];
  }
  if (hasClass(found, "wp-block-gallery", "blocks-gallery-grid", "gallery")) return gallery(found, setting);
  if (hasClass(found, "kg-callout-card")) return box("", blocksOf(found.children, setting));
  if (hasClass(found, "kg-toggle-card")) {
    const title = findIn(found.children, (element) => hasClass(element, "kg-toggle-heading-text"));
    const said = findIn(found.children, (element) => hasClass(element, "kg-toggle-content"));
    if (title && said) return box(textIn(title.children), blocksOf(said.children, setting));
  }
  if (hasClass(found, "kg-signup-card", "kg-email-card", "kg-email-cta-card")) {
    setting.losses.note("block", found.attrs.class ?? "");
    return [];
  }
  if (hasClass(found, "kg-file-card", "kg-audio-card", "kg-video-card")) return file(found, setting);
  return null;
}

function file(found: Element, setting: Setting): NodeJson[] | null {
  const inner = findIn(found.children, ({ tag }) => tag === "audio" || tag === "video");
  if (inner) return recording(inner, setting);
  const link = findIn(found.children, ({ tag }) => tag === "a");
  const href = hrefOn(link?.attrs.href, setting.site);
  const title = findIn(found.children, (element) => hasClass(element, "kg-file-card-title"));
  return href === null ? null : [linkTo(href, title ? textIn(title.children) : "")];
}
