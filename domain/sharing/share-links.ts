import type { OutletSettings, Printed } from "#db/shapes.ts";
import { type Language, LINK_CHANNELS, type LinkChannel } from "../vocabulary.ts";
import { inPlainDirection } from "./plain-direction.ts";

/** What a shared link says: the text that was written for it, else the headline. */
export function sharedText(
  { shareText = "", headline }: Pick<Printed, "shareText" | "headline">,
  language: Language,
): string {
  return inPlainDirection(shareText || headline, language);
}

type Shared = { text: string; url: string; subject: string };

/** Each network's own address for "share this", as it documents it. `url` is a whole address. */
const ADDRESSES: Readonly<Record<LinkChannel, (shared: Shared) => string>> = {
  whatsapp: ({ text, url }) => `https://wa.me/?${query({ text: `${text}\n${url}` })}`,
  telegram: ({ text, url }) => `https://t.me/share/url?${query({ url, text })}`,
  facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`,
  x: ({ text, url }) => `https://x.com/intent/post?${query({ text, url })}`,
  email: ({ text, url, subject }) => `mailto:?${query({ subject, body: `${text}\n\n${url}` })}`,
};

/** Blanks as %20: some programs take a plus for a plus. */
function query(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}

/** The ways that the outlet offers, in our order. */
export function shareLinks(
  shared: Shared,
  { shareChannels = [...LINK_CHANNELS] }: Pick<OutletSettings, "shareChannels">,
): { channel: LinkChannel; href: string }[] {
  return LINK_CHANNELS.filter((channel) => shareChannels.includes(channel)).map((channel) => ({
    channel,
    href: ADDRESSES[channel](shared),
  }));
}
