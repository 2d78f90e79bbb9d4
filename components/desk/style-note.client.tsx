"use client";
import { Info } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger, Popover } from "react-aria-components/Popover";
import type { RoomChoice } from "#domain/rooms/room-document.ts";
import { LANGUAGES, type StyledField } from "#domain/vocabulary.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words.client.tsx";
import { ChosenBy } from "./chosen-by.client.tsx";
import { useStory } from "./story-context.ts";

type StyledProps = { field: StyledField; label: string; children: ReactNode; className?: string };

/** Fields of which one value stands, whoever chose it last. */
const CHOICES: Partial<Record<StyledField, RoomChoice>> = {
  dateline: "dateline",
  leadPicture: "lead",
  slugline: "slugline",
  byline: "byline",
  topicIds: "topicIds",
  sources: "sources",
  shareText: "shareText",
};

/** A field with what the house style says about it, where it says anything: an "i" at its upper corner. */
export function Styled({ field, label, children, className }: StyledProps) {
  const { desk, style } = useStory();
  const t = useWords("desk");
  const note = style[field];
  const { language } = desk.story;
  const chosen = CHOICES[field];
  const inside = chosen ? (
    <div>
      {children}
      <ChosenBy field={chosen} />
    </div>
  ) : (
    children
  );
  if (!note) return inside;
  return (
    <div className={cx("relative", className)}>
      {inside}
      <DialogTrigger>
        <AriaButton
          aria-label={t("styleNote", { field: label })}
          className="absolute end-0 top-0 inline-flex size-11 cursor-pointer items-start justify-end rounded-field text-ink-soft hover:text-accent sm:pointer-fine:size-7"
        >
          <Info size={16} aria-hidden />
        </AriaButton>
        <Popover className="max-w-xs rounded-xl border border-line bg-raised px-4 py-3 font-sans text-ink text-sm shadow-raised">
          <Dialog aria-label={t("styleNote", { field: label })} className="outline-none">
            <p lang={language} dir={LANGUAGES[language].direction} className="whitespace-pre-line">
              {note}
            </p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
