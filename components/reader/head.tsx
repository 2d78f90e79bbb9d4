import { type Alternate, alternatesOf } from "#domain/feeds/alternates.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { outletName, type Sheet } from "./sheet.ts";

export const INDEX = "index,follow,max-image-preview:large,max-snippet:-1,max-video-preview:-1";

export type HeadImage = { url: string; width: number; height: number; alt: string };

type Props = {
  sheet: Sheet;
  title: string;
  description: string;
  path: string;
  kind: "website" | "article";
  /** The picture that a shared link shows, by its whole address. */
  image?: HeadImage | null;
  /** "hidden": a page that search engines may follow and shouldn't list, because it has nothing yet. */
  index?: "listed" | "hidden";
  /** Where this page stands in each language that has it, its own among them. */
  versions: readonly { language: Language; path: string }[];
};

/** What every indexed page says of itself: canonical address, languages, Open Graph. */
export function HeadLines(props: Props) {
  const { sheet, title, description, path, kind, versions, image = null, index = "listed" } = props;
  const { origin, language, edition } = sheet;
  const url = origin + path;
  const alternates: Alternate<Props["versions"][number]>[] = alternatesOf(
    versions,
    edition.settings.defaultLanguage,
  );
  const others = versions.filter((version) => version.language !== language);
  return (
    <>
      {description !== "" && <meta name="description" content={description} />}
      <meta name="robots" content={index === "listed" ? INDEX : "noindex,follow"} />
      <link rel="canonical" href={url} />
      {alternates.map(({ hreflang, address }) => (
        <link key={hreflang} rel="alternate" hrefLang={hreflang} href={origin + address.path} />
      ))}
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={outletName(sheet)} />
      <meta property="og:locale" content={LANGUAGES[language].ogLocale} />
      {others.map((other) => (
        <meta
          key={other.language}
          property="og:locale:alternate"
          content={LANGUAGES[other.language].ogLocale}
        />
      ))}
      {description !== "" && <meta property="og:description" content={description} />}
      {image !== null && <ImageLines image={image} />}
      <meta name="twitter:card" content={image === null ? "summary" : "summary_large_image"} />
    </>
  );
}

function ImageLines({ image: { url, width, height, alt } }: { image: HeadImage }) {
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      {alt !== "" && <meta property="og:image:alt" content={alt} />}
    </>
  );
}
