import { readerWords } from "#domain/languages/reader-words.ts";
import { frontPath } from "#domain/site.ts";
import { ReaderDocument } from "./document.tsx";
import { outletName, type Sheet } from "./sheet.ts";

type Props = {
  sheet: Sheet;
  heading: string;
  /** Sentences under it. */
  lines: readonly string[];
};

/** A page that stands where a story doesn't: what happened, and the way to the front. */
export function TroublePage({ sheet, heading, lines }: Props) {
  const words = readerWords(sheet.language);
  return (
    <ReaderDocument
      sheet={sheet}
      title={`${heading} · ${outletName(sheet)}`}
      size="page"
      head={<meta name="robots" content="noindex" />}
    >
      <div className="wrap">
        <div className="lost">
          <h1>{heading}</h1>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            <a href={frontPath(sheet.language)}>{words.toTheFront}</a>
          </p>
        </div>
      </div>
    </ReaderDocument>
  );
}
