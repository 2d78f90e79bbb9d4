import type { ReactNode } from "react";
import type { Hastened } from "#domain/document/figure.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { type FeedFormat, feedOf, frontPath } from "#domain/site.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Footer } from "./footer.tsx";
import { Icons } from "./icons.tsx";
import { type Here, Masthead } from "./masthead.tsx";
import { InlineStyle } from "./raw.tsx";
import { outletName, type Sheet } from "./sheet.ts";

type Props = {
  sheet: Sheet;
  title: string;
  size: "front" | "page";
  home?: "here" | "link";
  /** What this page is in the menus: a section's front or a story of it, or a page about the outlet. */
  here?: Here;
  tongues?: Partial<Record<Language, string>>;
  /** The list that this page shows and that can be followed; the whole language's always can. */
  feed?: { path: string; title: string } | null;
  /** The scripts that this page has use for. */
  scripts?: readonly string[];
  /** The picture that a reader sees first: asked for before the typefaces, on the line that is open already. */
  first?: Hastened | null;
  /** What the page says to machines: meta, canonical, alternates, data. */
  head: ReactNode;
  children: ReactNode;
};

/** One complete page: everything it needs to be read is in it or preloaded, and nothing runs. */
export function ReaderDocument({
  sheet,
  title,
  size,
  home = "link",
  here = null,
  tongues = {},
  feed = null,
  scripts = [],
  first = null,
  head,
  children,
}: Props) {
  const { language, dress } = sheet;
  return (
    <html lang={language} dir={LANGUAGES[language].direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {first && (
          <link
            rel="preload"
            as="image"
            type={first.type}
            href={first.href}
            imageSrcSet={first.srcset}
            imageSizes={first.sizes}
            fetchPriority="high"
          />
        )}
        {dress.preload.map((file) => (
          <link key={file} rel="preload" href={file} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <InlineStyle css={dress.css} />
        {head}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
        <Icons sheet={sheet} />
        {[...(feed ? [feed] : []), { path: frontPath(language), title: outletName(sheet) }].map((each) => (
          <FeedLinks key={each.path} {...each} />
        ))}
      </head>
      <body>
        <a className="skip" href="#main">
          {readerWords(language).skipToContent}
        </a>
        <Masthead sheet={sheet} size={size} home={home} here={here} tongues={tongues} />
        <main id="main">{children}</main>
        <Footer sheet={sheet} />
      </body>
    </html>
  );
}

const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** The feeds of one list, for programs that look for them. */
function FeedLinks({ path, title }: { path: string; title: string }) {
  return (Object.keys(FEED_TYPES) as FeedFormat[]).map((format) => (
    <link key={format} rel="alternate" type={FEED_TYPES[format]} href={feedOf(path, format)} title={title} />
  ));
}
