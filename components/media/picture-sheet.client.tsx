"use client";
import { Crop, Download, ScanEye, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { DeskPicture } from "#domain/pictures/find.ts";
import { Time } from "../time.client.tsx";
import { Banner } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { buttonLook } from "../ui/button-look.ts";
import { Dialog } from "../ui/dialog.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { sizeText } from "./bytes.ts";
import { endOf, lastDayOf } from "./last-day.ts";
import { PictureBadges } from "./picture-badges.client.tsx";
import { DeskFields, OriginFields, ShownFields } from "./picture-fields.client.tsx";
import { PictureHistory } from "./picture-history.client.tsx";
import { PictureThumb } from "./picture-thumb.client.tsx";
import { EditPixels } from "./pixels/edit-pixels.client.tsx";
import type { Tool } from "./pixels/use-pixels.ts";
import { PullDialog } from "./pull-dialog.client.tsx";
import { PullSheet } from "./pull-sheet.client.tsx";
import { TagsField } from "./tags-field.client.tsx";
import { type OpenPicture, useDeskPicture } from "./use-desk-picture.ts";
import { WhereUsed } from "./where-used.client.tsx";

type PictureSheetProps = {
  pictureId: string;
  timeZone: string;
  /** Names that other pictures show, to be chosen from. */
  knownPeople: readonly string[];
  onOpen: (pictureId: string) => void;
  onChanged: () => void;
  onClose: () => void;
};

/** All that the desk knows of one picture, and what can be done with it. */
export function PictureSheet(props: PictureSheetProps) {
  const { pictureId, onChanged, onClose } = props;
  const t = useWords("pictures");
  const open = useDeskPicture(pictureId, onChanged);
  const { desk } = open;
  const title = desk ? desk.picture.description || desk.picture.fileName : t("picture");
  return (
    <Dialog title={title} isOpen onClose={onClose} size="side">
      {desk ? (
        <SheetBody {...props} desk={desk} open={open} />
      ) : (
        <StatusLine tone={open.problem ? "bad" : "neutral"}>{open.problem ?? t("looking")}</StatusLine>
      )}
    </Dialog>
  );
}

type BodyProps = PictureSheetProps & { desk: DeskPicture; open: OpenPicture };
type Over = { name: "pixels"; tool: Tool } | { name: "pull" } | { name: "pulled" };

function SheetBody(props: BodyProps) {
  const { desk, open, timeZone, onOpen } = props;
  const t = useWords("pictures");
  const { picture } = desk;
  const [over, setOver] = useState<Over | null>(null);
  const close = () => setOver(null);
  return (
    <div className="flex flex-col gap-5">
      <div className="overflow-hidden rounded-xl border border-line">
        <PictureThumb
          picture={thumbOf(picture)}
          alt={picture.altText}
          width={640}
          className="max-h-80 min-h-40 w-full"
        />
      </div>
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        <PictureBadges picture={picture} />
      </div>
      {picture.state === "refused" && <Banner tone="bad">{picture.trouble}</Banner>}
      {picture.pulledAt && <PulledBanner {...props} onShow={() => setOver({ name: "pulled" })} />}
      <Doings {...props} setOver={setOver} />
      <div className="-my-4">
        <StatusLine tone={open.problem ? "bad" : "good"}>
          {open.problem ??
            (open.saving === "saved" ? t("saved") : open.saving === "saving" ? t("saving") : "")}
        </StatusLine>
      </div>
      <Fields {...props} />
      <WhereUsed pictureId={picture.id} edition={picture.edition} onOpen={onOpen} />
      <PictureHistory history={desk.history} timeZone={timeZone} />
      {over?.name === "pixels" && <EditPixels desk={desk} open={open} first={over.tool} onClose={close} />}
      {over?.name === "pull" && (
        <PullDialog desk={desk} open={open} onClose={close} onPulled={() => setOver({ name: "pulled" })} />
      )}
      {over?.name === "pulled" && <PullSheet pictureId={picture.id} onClose={close} />}
    </div>
  );
}

function thumbOf(picture: DeskPicture["picture"]) {
  const { printable, ...same } = picture;
  return { ...same, thumbhash: printable?.thumbhash ?? null, colour: printable?.colour ?? null };
}

function Doings({ desk, setOver }: BodyProps & { setOver: (over: Over) => void }) {
  const t = useWords("pictures");
  const { picture, may } = desk;
  const canCut = may.change && picture.state !== "refused" && picture.width > 0;
  return (
    <div className="flex flex-wrap gap-2">
      {canCut && (
        <>
          <Button onPress={() => setOver({ name: "pixels", tool: "focal" })}>
            <Crop size={18} aria-hidden />
            {t("editPixels")}
          </Button>
          <Button onPress={() => setOver({ name: "pixels", tool: "blur" })}>
            <ScanEye size={18} aria-hidden />
            {t("blur")}
          </Button>
        </>
      )}
      {may.change && (
        <a href={`/api/pictures/${picture.id}/original`} download className={buttonLook("quiet")}>
          <Download size={18} aria-hidden />
          {t("original")}
        </a>
      )}
      {may.pull && picture.pulledAt === null && (
        <Button variant="danger" onPress={() => setOver({ name: "pull" })}>
          {t("pull")}
        </Button>
      )}
    </div>
  );
}

function PulledBanner({ desk, open, timeZone, onShow }: BodyProps & { onShow: () => void }) {
  const t = useWords("pictures");
  const { picture, pulledByName, insteadDescription, may } = desk;
  return (
    <Banner
      tone="bad"
      actions={
        may.pull && (
          <>
            <Button size="small" onPress={onShow}>
              {t("pullSheet")}
            </Button>
            <Button size="small" isPending={open.saving === "saving"} onPress={() => void open.giveBack()}>
              <Undo2 size={16} aria-hidden />
              {t("giveBack")}
            </Button>
          </>
        )
      }
    >
      <p className="font-medium">
        {t("pulledBy", { name: pulledByName ?? t("somebody") })}{" "}
        {picture.pulledAt && <Time at={picture.pulledAt} timeZone={timeZone} />}
      </p>
      {picture.pullNote !== "" && <p dir="auto">{picture.pullNote}</p>}
      <p>
        {picture.replacedBy === null
          ? t("nothingInstead")
          : t("instead", { description: insteadDescription || t("picture") })}
      </p>
    </Banner>
  );
}

function Fields({ desk, open, timeZone, knownPeople }: BodyProps) {
  const t = useWords("pictures");
  const { picture, may, uploadedByName } = desk;
  const fields = { picture, save: open.save, isReadOnly: !may.change };
  return (
    <>
      <Part title={t("partRights")}>
        <OriginFields {...fields} />
        <TextField
          label={t("validUntil")}
          type="date"
          defaultValue={lastDayOf(picture.validUntil, timeZone)}
          readOnly={!may.change}
          onBlur={(event) => void open.save({ validUntil: endOf(event.currentTarget.value, timeZone) })}
        />
      </Part>
      <Part title={t("partShown")}>
        <ShownFields {...fields} />
        <TagsField
          label={t("people")}
          placeholder={t("peopleAdd")}
          tags={picture.peopleShown}
          known={knownPeople}
          isReadOnly={!may.change}
          onChange={(peopleShown) => void open.save({ peopleShown })}
        />
        <TagsField
          label={t("keywords")}
          placeholder={t("keywordsAdd")}
          tags={picture.keywords}
          isReadOnly={!may.change}
          onChange={(keywords) => void open.save({ keywords })}
        />
      </Part>
      <Part title={t("partDesk")}>
        <DeskFields {...fields} />
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          <dt className="text-ink-soft">{t("file")}</dt>
          <dd className="break-words">
            <bdi>{picture.fileName}</bdi>
          </dd>
          <dt className="text-ink-soft">{t("size")}</dt>
          <dd>
            <bdi>{`${picture.width} × ${picture.height} · ${picture.format.toUpperCase()} · ${sizeText(picture.bytes)}`}</bdi>
          </dd>
          <dt className="text-ink-soft">{t("addedBy")}</dt>
          <dd>
            <bdi>{uploadedByName ?? t("somebody")}</bdi>, <Time at={picture.createdAt} timeZone={timeZone} />
          </dd>
          {picture.takenAt && (
            <>
              <dt className="text-ink-soft">{t("taken")}</dt>
              <dd>
                <Time at={picture.takenAt} timeZone={timeZone} />
              </dd>
            </>
          )}
        </dl>
      </Part>
    </>
  );
}

/** A group of fields under its heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-line border-t pt-4">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
