/** Names of the places where outlets have accounts, by the host of the address. */
const KNOWN: Readonly<Record<string, string>> = {
  "facebook.com": "Facebook",
  "x.com": "X",
  "twitter.com": "X",
  "instagram.com": "Instagram",
  "t.me": "Telegram",
  "telegram.me": "Telegram",
  "youtube.com": "YouTube",
  "tiktok.com": "TikTok",
  "whatsapp.com": "WhatsApp",
  "wa.me": "WhatsApp",
  "linkedin.com": "LinkedIn",
  "threads.net": "Threads",
  "threads.com": "Threads",
  "bsky.app": "Bluesky",
  "viber.com": "Viber",
  "soundcloud.com": "SoundCloud",
};

/** What a link to an account is called: the place's own name, else the host. */
export function profileName(address: string): string {
  const host = new URL(address).hostname.replace(/^(?:www|m)\./, "");
  const known = Object.entries(KNOWN).find(([domain]) => host === domain || host.endsWith(`.${domain}`));
  return known?.[1] ?? host;
}
