import type { Labels, SourceField } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";

export type SignOffNames = {
  language: Language;
  outletName: string;
  agencies: readonly { id: string; labels: Labels }[];
};

/**
 * The closing line that says whose facts a story stands on: "(Esta Media Network/Reuters)". The
 * outlet's own reporting comes first, agencies follow as listed, nobody twice. No sources, or
 * none that has a name: "".
 */
export function signOffFrom(
  sources: readonly SourceField[],
  { language, outletName, agencies }: SignOffNames,
): string {
  const own = sources.some(({ agencyId }) => agencyId === null) ? [outletName] : [];
  const theirs = sources.map(({ agencyId }) => {
    const labels = agencies.find(({ id }) => id === agencyId)?.labels ?? {};
    return labels[language] ?? labels.en ?? Object.values(labels)[0] ?? "";
  });
  const names = new Set([...own, ...theirs].map((name) => name.trim()).filter((name) => name !== ""));
  return names.size === 0 ? "" : `(${[...names].join("/")})`;
}
