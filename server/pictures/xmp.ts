/**
 * The only metadata of a public file, as search engines and other newsrooms read it (IPTC Photo
 * Metadata 2023.2 in XMP): whose picture this is, and whether a machine made it. Nothing else of
 * an original comes in here, so nothing else gets out.
 */
import { cleanText } from "./decode-text.ts";
import type { Carried } from "./read-words.ts";

export type Said = Carried & { author: string; credit: string; source: string };

export function xmpOf({
  author,
  credit,
  source,
  copyright,
  webStatement,
  licensor,
  sourceType,
}: Said): string {
  const parts = [
    author && `<dc:creator><rdf:Seq><rdf:li>${plain(author)}</rdf:li></rdf:Seq></dc:creator>`,
    copyright &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${plain(copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    credit && `<photoshop:Credit>${plain(credit)}</photoshop:Credit>`,
    source && `<photoshop:Source>${plain(source)}</photoshop:Source>`,
    webStatement && `<xmpRights:WebStatement>${plain(webStatement)}</xmpRights:WebStatement>`,
    licensor &&
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>${plain(licensor)}</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>`,
    sourceType && `<Iptc4xmpExt:DigitalSourceType>${plain(sourceType)}</Iptc4xmpExt:DigitalSourceType>`,
  ];
  return (
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>` +
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
    `<rdf:Description rdf:about="" ${NAMESPACES}>${parts.filter((part) => part !== "").join("")}</rdf:Description>` +
    `</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  );
}

const NAMESPACES = Object.entries({
  dc: "http://purl.org/dc/elements/1.1/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  plus: "http://ns.useplus.org/ldf/xmp/1.0/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(" ");

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function plain(text: string): string {
  return cleanText(text, 1_000).replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? "");
}
