"use client";
import { Check, Circle, X } from "lucide-react";
import { useState } from "react";
import type { FirstStep } from "#domain/outlet/first-steps.ts";
import { cx } from "../ui/cx.ts";
import { IconButton } from "../ui/icon-button.client.tsx";
import { Link } from "../ui/link.tsx";
import { Panel } from "../ui/page-header.tsx";
import { useWords } from "../words.client.tsx";
import { STEPS_COOKIE } from "./first-steps-cookie.ts";

const WHERE: Record<FirstStep, string | null> = {
  looks: "/admin/outlet?tab=looks",
  pages: "/desk/pages",
  menus: "/admin/outlet?tab=menus",
  publisher: "/admin/outlet?tab=publisher",
  people: "/admin/people",
  story: null,
};
const YEAR_SECONDS = 31_536_000;

/** What an outlet does before it opens its doors, until all of it is done or whoever runs it has seen enough. */
export function FirstSteps({ steps }: { steps: readonly { step: FirstStep; isDone: boolean }[] }) {
  const t = useWords("desk");
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  function hide() {
    setHidden(true);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in every browser yet
    document.cookie = `${STEPS_COOKIE}=hidden; path=/desk; max-age=${YEAR_SECONDS}; samesite=lax`;
  }
  return (
    <div className="relative mb-6">
      <Panel title={t("firstSteps.title")} lead={t("firstSteps.lead", { done, all: steps.length })}>
        <ol className="-my-1 grid gap-x-8 sm:grid-cols-2">
          {steps.map(({ step, isDone }) => {
            const href = WHERE[step];
            const Mark = isDone ? Check : Circle;
            const text = (
              <span className="min-w-0">
                <span className={cx("block font-medium", isDone && "text-ink-soft")}>
                  {t(`firstSteps.steps.${step}`)}
                  {isDone && <span className="sr-only"> ({t("firstSteps.done")})</span>}
                </span>
                <span className="block text-ink-soft text-sm">{t(`firstSteps.why.${step}`)}</span>
              </span>
            );
            const mark = (
              <Mark
                size={20}
                aria-hidden
                className={cx("mt-0.5 shrink-0", isDone ? "text-good" : "text-edge")}
              />
            );
            return (
              <li key={step}>
                {href === null ? (
                  <div className="flex gap-3 py-3">
                    {mark}
                    {text}
                  </div>
                ) : (
                  <Link href={href} className="-mx-3 flex gap-3 rounded-field px-3 py-3 hover:bg-tint">
                    {mark}
                    {text}
                  </Link>
                )}
              </li>
            );
          })}
        </ol>
      </Panel>
      <IconButton label={t("firstSteps.hide")} onPress={hide} className="absolute end-2 top-2">
        <X size={18} aria-hidden />
      </IconButton>
    </div>
  );
}
