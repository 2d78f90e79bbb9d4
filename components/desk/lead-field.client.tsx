"use client";
import { ChevronDown, ImagePlus, Replace, Trash2 } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import type { PictureUse } from "#db/shapes.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { useBodyTools } from "../editor/blocks/body-tools.ts";
import { PicturePreview } from "../media/picture-preview.client.tsx";
import { useDroppedFiles } from "../media/use-dropped-files.ts";
import { usePicture } from "../media/use-picture.ts";
import type { Room } from "../room/room.ts";
import { useJointLine } from "../room/use-joint-line.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

const UseFields = lazy(() =>
  import("../media/use-fields.client.tsx").then(({ UseFields: loaded }) => ({ default: loaded })),
);

/** The picture over the story, as readers will meet it: before the headline. */
export function LeadField() {
  const { fields, change, mayType } = useStory();
  const t = useWords("desk");
  const tools = useBodyTools();
  const [isNew, setNew] = useState(false);
  const ask = (files?: readonly File[]) =>
    tools?.askForPictures({
      files,
      onPick: ([picked]) => {
        setNew(true);
        if (picked) change({ lead: picked.use });
      },
    });
  // What is let go over the text itself stands there; anywhere else it is meant for the head of the page.
  useDroppedFiles((files) => mayType && ask(files.slice(0, 1)));
  if (fields.lead !== null) {
    return (
      <Lead
        key={fields.lead.pictureId}
        use={fields.lead}
        isNew={isNew}
        onReplace={() => ask()}
        onChange={(lead) => change({ lead })}
      />
    );
  }
  if (!mayType) return null;
  return (
    <button
      type="button"
      onClick={() => ask()}
      className="mt-4 flex min-h-11 w-full cursor-pointer items-center justify-center gap-2 rounded-xl border border-line border-dashed px-4 text-ink-soft text-sm hover:bg-tint sm:mt-8"
    >
      <ImagePlus size={18} aria-hidden />
      {t("leadPictureAdd")}
    </button>
  );
}

type LeadProps = {
  use: PictureUse;
  isNew: boolean;
  onReplace: () => void;
  onChange: (use: PictureUse | null) => void;
};

/** Just chosen, or with something missing, it shows what is said of it; later that folds away. */
function Lead({ use, isNew, onReplace, onChange }: LeadProps) {
  const { desk, room, mayType } = useStory();
  const t = useWords("desk");
  const editor = useWords("editor");
  const picture = usePicture(use.pictureId);
  const needsAlt = !use.decorative && use.alt.trim() === "";
  const [isOpen, setOpen] = useState(isNew || needsAlt);
  return (
    <section aria-label={t("leadPicture")} className="-mx-4 sm:mx-0 sm:mt-8">
      <div className="relative">
        <PicturePreview pictureId={use.pictureId} crop={use.crop} alt={use.alt} className="sm:rounded-xl" />
        {needsAlt && (
          <span className="absolute start-2 top-2">
            <Badge tone="care">{editor("noAlt")}</Badge>
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 px-4 pt-2 sm:px-0">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="inline-flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-1.5 text-start text-ink-soft text-sm sm:pointer-fine:min-h-9"
        >
          <ChevronDown
            size={16}
            aria-hidden
            className={isOpen ? "shrink-0" : "-rotate-90 shrink-0 rtl:rotate-90"}
          />
          <span className="truncate" dir="auto">
            {isOpen || use.caption === "" ? t("leadPictureSays") : use.caption}
          </span>
        </button>
        {mayType && (
          <>
            <Button size="small" onPress={onReplace}>
              <Replace size={16} aria-hidden /> {t("leadPictureOther")}
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={t("leadPictureOut")}
              onPress={() => onChange(null)}
            >
              <Trash2 size={16} aria-hidden />
            </Button>
          </>
        )}
      </div>
      {isOpen && (
        <div className="px-4 pt-1 pb-4 sm:px-0">
          <Suspense>
            <UseFields
              {...{ use, picture, onChange }}
              caption={room && <LeadCaption room={room} />}
              language={desk.story.language}
              isReadOnly={!mayType}
            />
          </Suspense>
        </div>
      )}
    </section>
  );
}

/** The caption where colleagues write it too. */
function LeadCaption({ room }: { room: Room }) {
  const { desk, fields, mayType } = useStory();
  const t = useWords("pictures");
  const area = useRef<HTMLTextAreaElement>(null);
  useJointLine(room, "leadCaption", area);
  const { language } = desk.story;
  return (
    <TextArea
      ref={area}
      label={t("caption")}
      rows={2}
      defaultValue={fields.lead?.caption}
      readOnly={!mayType}
      lang={language}
      dir={LANGUAGES[language].direction}
      data-room-place="leadCaption"
    />
  );
}
