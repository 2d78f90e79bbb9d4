/**
 * Where an embedded thing stands. An earlier system's tweet or video stays what it is, as an
 * address: no script of another's runs on a reader's page, so readers get a link to it.
 */
import { isSafeHref } from "../links.ts";

export const EMBED_PROVIDERS = [
  "youtube",
  "x",
  "facebook",
  "instagram",
  "tiktok",
  "telegram",
  "soundcloud",
  "web",
] as const;
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number];

/** "web" is everything else, shown by its host. */
const HOSTS: Readonly<Record<Exclude<EmbedProvider, "web">, readonly string[]>> = {
  youtube: ["youtube.com", "youtu.be", "youtube-nocookie.com"],
  x: ["x.com", "twitter.com"],
  facebook: ["facebook.com", "fb.watch"],
  instagram: ["instagram.com"],
  tiktok: ["tiktok.com"],
  telegram: ["t.me", "telegram.me"],
  soundcloud: ["soundcloud.com"],
};

/** Only what a browser opens: mail and telephone links are no embeds. */
export function isEmbedUrl(url: unknown): url is string {
  return isSafeHref(url) && /^https?:/i.test(url);
}

/** Whose page an address is: "https://m.youtube.com/…" is YouTube's, "https://notyoutube.com" isn't. */
export function providerOf(url: string): EmbedProvider {
  const host = hostOf(url);
  const known = EMBED_PROVIDERS.find(
    (provider) =>
      provider !== "web" && HOSTS[provider].some((own) => host === own || host.endsWith(`.${own}`)),
  );
  return known ?? "web";
}

/** The host as a reader knows it: without "www.". "" where there is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^www\./, "") : "";
}
