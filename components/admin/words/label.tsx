import type { Labels } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES, type Language } from "#domain/vocabulary.ts";

type LabelProps = { word: { labels: Labels; slug: string }; language: Language };

/** A word's name in this language, else in whatever language it has one, each in its own direction. */
export function Label({ word, language }: LabelProps) {
  const said = [language, ...LANGUAGE_CODES].find((code) => word.labels[code]);
  if (!said) return <bdi>{word.slug}</bdi>;
  return (
    <bdi lang={said} dir={LANGUAGES[said].direction}>
      {word.labels[said]}
    </bdi>
  );
}
