import type { BylineRole, Language } from "../vocabulary.ts";
import { readerWords } from "./reader-words.ts";

type Signer = { name: string; role: BylineRole };
export type BylineRun<One extends Signer> = { text: string } | { signer: One };

/** Never in a name, nor in a language's words. */
const MARK = "\u0001";

/** A byline's lines as `bylineLines` says them, in pieces, so that each name can lead to its own page. */
export function bylineRuns<One extends Signer>(
  byline: readonly One[],
  language: Language,
): BylineRun<One>[][] {
  const { credit } = readerWords(language);
  const roles = [...new Set(byline.map(({ role }) => role))];
  return roles.map((role) => {
    const signers = byline.filter((entry) => entry.role === role);
    const line = credit[role](signers.map((_, place) => `${MARK}${place}${MARK}`));
    return line.split(MARK).flatMap((piece, at): BylineRun<One>[] => {
      const signer = at % 2 === 1 ? signers[Number(piece)] : undefined;
      if (signer) return [{ signer }];
      return piece === "" ? [] : [{ text: piece }];
    });
  });
}
