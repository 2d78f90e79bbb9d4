/**
 * Where an embedded thing stands for a person: a player's address inside a frame becomes the page
 * of the video, so that the link which readers get leads to what they expect.
 */
import { isEmbedUrl, providerOf } from "../../document/blocks/embeds.ts";

/** Sites whose bare address on a line of its own WordPress shows as an embed. */
const SHOWN =
  /(?:^|\.)(?:vimeo\.com|dailymotion\.com|dai\.ly|spotify\.com|flickr\.com|flic\.kr|ted\.com|reddit\.com|mixcloud\.com|slideshare\.net|scribd\.com|issuu\.com|pinterest\.com|bsky\.app|threads\.net|threads\.com|tumblr\.com|kickstarter\.com|wordpress\.tv|imgur\.com|streamable\.com|rumble\.com|podcasts\.apple\.com|anchor\.fm)$/;

export function isEmbedded(address: string): boolean {
  if (!isEmbedUrl(address)) return false;
  return providerOf(address) !== "web" || SHOWN.test(new URL(address).hostname.toLowerCase());
}

/** The page of what a frame shows. Null: a frame of a site that we don't know. */
export function addressOfFrame(source: string): string | null {
  const whole = source.startsWith("//") ? `https:${source}` : source;
  if (!isEmbedUrl(whole)) return null;
  const url = new URL(whole);
  const path = url.pathname;
  const inQuery = url.searchParams.get("href") ?? url.searchParams.get("url");
  const video = /^\/(?:embed|v|shorts)\/([\w-]{6,20})/.exec(path)?.[1];
  const numbered = (pattern: RegExp) => pattern.exec(path)?.[1];
  switch (url.hostname.toLowerCase().replace(/^(?:www|m|web)\./, "")) {
    case "youtube.com":
    case "youtube-nocookie.com":
      return youtube(url, video);
    case "player.vimeo.com":
      return page("https://vimeo.com/", numbered(/^\/video\/(\d+)/));
    case "dailymotion.com":
    case "geo.dailymotion.com":
      return page("https://www.dailymotion.com/video/", numbered(/\/video\/(\w+)/));
    case "facebook.com":
      return inQuery !== null && isEmbedUrl(inQuery) ? inQuery : plain(url);
    case "platform.twitter.com":
    case "platform.x.com":
      return page("https://x.com/i/status/", url.searchParams.get("id") ?? undefined);
    case "w.soundcloud.com":
      return inQuery !== null && isEmbedUrl(inQuery) ? inQuery : plain(url);
    case "open.spotify.com":
      return `https://open.spotify.com${path.replace(/^\/embed/, "")}`;
    case "instagram.com":
      return `https://www.instagram.com${path.replace(/embed\/?(?:captioned\/?)?$/, "")}`;
    default:
      return isEmbedded(whole) ? plain(url) : null;
  }
}

function youtube(url: URL, video: string | undefined): string {
  const list = url.searchParams.get("list");
  if (video === undefined || video === "videoseries") {
    return list === null ? plain(url) : `https://www.youtube.com/playlist?list=${encodeURIComponent(list)}`;
  }
  return `https://www.youtube.com/watch?v=${video}`;
}

function page(start: string, id: string | undefined): string | null {
  return id === undefined ? null : `${start}${encodeURIComponent(id)}`;
}

/** Without what told the frame how to look. */
function plain(url: URL): string {
  const copy = new URL(url);
  for (const name of ["embed", "autoplay", "width", "height", "utm_source"]) copy.searchParams.delete(name);
  return copy.href;
}
