import { LANGUAGES, type Language } from "../vocabulary.ts";

export type Alternate<Address> = { hreflang: string; address: Address };

/**
 * The languages of one page as search engines are told them: every published version with
 * itself, Sorani under both of its names (Google knows ISO 639-1 only), and x-default for
 * readers of none of them. A page with one language announces nothing.
 */
export function alternatesOf<Address extends { language: Language }>(
  family: readonly Address[],
  defaultLanguage: Language,
): Alternate<Address>[] {
  const [first] = family;
  if (first === undefined || family.length < 2) return [];
  const codes = Object.keys(LANGUAGES);
  const inOrder = family.toSorted((a, b) => codes.indexOf(a.language) - codes.indexOf(b.language));
  const named = inOrder.flatMap((address) =>
    LANGUAGES[address.language].hreflang.map((hreflang) => ({ hreflang, address })),
  );
  const standard = family.find(({ language }) => language === defaultLanguage) ?? inOrder[0] ?? first;
  return [...named, { hreflang: "x-default", address: standard }];
}
