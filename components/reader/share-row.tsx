import type { DetailedHTMLProps, HTMLAttributes } from "react";
import { readerWords } from "#domain/languages/reader-words.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import { inPlainDirection } from "#domain/sharing/plain-direction.ts";
import { sharedText, shareLinks } from "#domain/sharing/share-links.ts";
import { shownTotal } from "#domain/sharing/shown-total.ts";
import { shortPath } from "#domain/site.ts";
import type { Sheet } from "./sheet.ts";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "share-row": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        "data-url": string;
        "data-text": string;
        "data-copied": string;
        "data-count": string;
      };
    }
  }
}

type Props = { sheet: Sheet; story: PublishedStory };

/**
 * Ways to pass the story on: plain links to elsewhere, nobody's script. The buttons need ours
 * (islands/share.ts) and stay hidden until it has seen that the browser can.
 */
export function ShareRow({ sheet, story }: Props) {
  const { language, number, printed } = story;
  const { share, sharing } = readerWords(language);
  const url = sheet.origin + shortPath(number);
  const count = `/api/share/${number}/`;
  const text = sharedText(printed, language);
  const total = shownTotal(story.shares, sheet.edition.settings);
  return (
    <share-row data-url={url} data-text={text} data-copied={sharing.copied} data-count={count}>
      <section className="share" aria-labelledby="share">
        <h2 id="share" className="small">
          {share}
        </h2>
        <ul>
          <li>
            <button type="button" value="device" hidden>
              {sharing.device}
            </button>
          </li>
          {shareLinks(
            { text, url, subject: inPlainDirection(printed.headline, language) },
            sheet.edition.settings,
          ).map(({ channel, href }) => (
            <li key={channel}>
              <a href={href} rel="noopener nofollow" target={target(channel)} ping={count + channel}>
                {sharing.on[channel]}
              </a>
            </li>
          ))}
          <li>
            <button type="button" value="link" hidden>
              {sharing.copyLink}
            </button>
          </li>
        </ul>
        {total !== null && <p className="small">{sharing.total(total)}</p>}
        <p className="small">
          <output />
        </p>
      </section>
    </share-row>
  );
}

/** A letter opens in a program of its own; everything else beside the story. */
function target(channel: string): "_blank" | undefined {
  return channel === "email" ? undefined : "_blank";
}
