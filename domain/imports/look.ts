import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { getOutlet } from "../outlet/find-outlet.ts";
import { languagesFirst } from "../outlet/languages-first.ts";
import { listSections } from "../outlet/list-sections.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import { labelIn } from "../publications/snapshot.ts";
import { type ImportInput, importInput } from "./input.ts";
import { getImport, publicCount } from "./runs.ts";
import { proposedTerms } from "./terms.ts";

/** An import with all that its page needs: the report, and what we would make of categories and tags. */
export async function lookAtImport(ctx: Ctx, input: ImportInput) {
  authorize(ctx.actor, "outlet.manage");
  if (!importInput.safeParse(input).success) throw missing("import");
  const [row, { settings }, all] = await together(ctx.db, [
    () => getImport(ctx, input),
    () => getOutlet(ctx),
    () => listSections(ctx),
  ]);
  const open = all.filter(({ retiredAt }) => retiredAt === null);
  const { mode, state, report, fileName, standing } = row;
  const asSections = open.map(({ sectionId: id, slug, labels }) => ({ id, slug, labels }));
  const proposed = report === null ? {} : proposedTerms(report.terms, asSections);
  const terms = { ...proposed, ...standing.choices.terms };
  return {
    ...{ mode, state, report, fileName },
    choices: { ...standing.choices, terms },
    hasZip: standing.beside !== null,
    languages: languagesFirst(settings),
    sections: open.map(({ sectionId, slug, labels }) => ({
      ...{ sectionId, slug },
      label: labelIn(labels, settings.defaultLanguage) || slug,
    })),
    publicCount: report === null ? 0 : publicCount(report),
  };
}
