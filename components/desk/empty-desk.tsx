import type { Language } from "#domain/vocabulary.ts";
import { ButtonLink } from "../ui/link.tsx";
import { words } from "../words.tsx";

/** A desk without a story; whoever runs the outlet can dress it meanwhile. */
export function EmptyDesk({ language, mayDress }: { language: Language; mayDress: boolean }) {
  const t = words("desk", language);
  return (
    <div className="py-16 text-center">
      <p className="text-ink-soft">{t("emptyDesk")}</p>
      {mayDress && (
        <p className="mt-6 flex flex-wrap justify-center gap-2">
          <ButtonLink href="/admin/outlet?tab=looks">{t("dressOutlet")}</ButtonLink>
          <ButtonLink href="/desk/pages">{t("writePages")}</ButtonLink>
        </p>
      )}
    </div>
  );
}
