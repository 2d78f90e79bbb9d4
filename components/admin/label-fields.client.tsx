"use client";
import type { Labels } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { cx } from "../ui/cx.ts";
import { TextArea, TextField } from "../ui/text-field.tsx";

/** One text that the outlet says in each of its languages: a name, and where it has one a description. */
export type LabelText = {
  texts: Labels;
  onChange: (texts: Labels) => void;
  labelIn: (language: string) => string;
  maxLength: number;
  /** A sentence about the whole; it stands under the first language. */
  error?: string | null;
};

type LabelFieldsProps = {
  languages: readonly Language[];
  name: LabelText;
  about?: LabelText | null;
  isReadOnly?: boolean;
  /** "columns": the languages side by side, where there is room. */
  layout?: "columns" | "rows";
};

/** The columns that a number of languages takes on a wide screen. */
export const COLUMNS: Readonly<Record<number, string>> = {
  1: "",
  2: "md:grid-cols-2",
  3: "md:grid-cols-2 lg:grid-cols-3",
};

/** A word in every language of the paper, each in its own direction and letters. */
export function LabelFields({ languages, name, about, isReadOnly, layout = "columns" }: LabelFieldsProps) {
  const shown = LANGUAGE_CODES.filter((code) => languages.includes(code));
  return (
    <div className={cx("grid gap-x-5 gap-y-4", layout === "columns" && COLUMNS[shown.length])}>
      {shown.map((code, index) => {
        const own = { lang: code, dir: LANGUAGES[code].direction, readOnly: isReadOnly };
        const language = LANGUAGES[code].name;
        return (
          <div key={code} className="flex min-w-0 flex-col gap-3">
            <TextField
              {...own}
              label={name.labelIn(language)}
              value={name.texts[code] ?? ""}
              onChange={(text) => name.onChange(withText(name.texts, code, text))}
              maxLength={name.maxLength}
              autoComplete="off"
              error={index === 0 ? name.error : null}
            />
            {about && (
              <TextArea
                {...own}
                label={about.labelIn(language)}
                value={about.texts[code] ?? ""}
                onChange={(text) => about.onChange(withText(about.texts, code, text))}
                maxLength={about.maxLength}
                className="min-h-28"
                error={index === 0 ? about.error : null}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** An empty field is no text at all. */
function withText(texts: Labels, language: Language, text: string): Labels {
  const { [language]: _, ...others } = texts;
  return text === "" ? others : { ...others, [language]: text };
}
