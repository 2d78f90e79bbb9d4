"use client";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import type { PictureChoices } from "#domain/pictures/list-choices.ts";
import { Banner } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { useWords } from "../words.client.tsx";
import { AddDialog } from "./add-dialog.client.tsx";
import { FileButtons } from "./file-buttons.client.tsx";
import { askedOf, type PictureFilter, pictureListAddress } from "./picture-filter.ts";
import { PictureFilters } from "./picture-filters.client.tsx";
import { PictureGrid } from "./picture-grid.client.tsx";
import { PictureSheet } from "./picture-sheet.client.tsx";
import { UploadBar } from "./upload-bar.client.tsx";
import { useDroppedFiles } from "./use-dropped-files.ts";
import type { Page } from "./use-picture-list.ts";
import { useUploads } from "./use-uploads.ts";

type PictureRoomProps = {
  first: Page;
  filter: PictureFilter;
  choices: PictureChoices;
  timeZone: string;
  /** Live pictures whose right ends within a week, or has ended. */
  expiring: { soon: number; over: number };
  mayUpload: boolean;
};

/** The picture desk: what the outlet has, what arrives, and one picture at a time in its sheet. */
export function PictureRoom({ first, filter, choices, timeZone, expiring, mayUpload }: PictureRoomProps) {
  const t = useWords("pictures");
  const [isAdding, setAdding] = useState(false);
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((now) => now + 1);
  const uploads = useUploads(changed);
  const add = (files: File[]) => {
    if (!mayUpload) return;
    uploads.add(files);
    setAdding(true);
  };
  const isOver = useDroppedFiles(add);
  const opened = useSearchParams().get("picture");
  const address = pictureListAddress(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the filter
  const asked = useMemo(() => askedOf(filter, timeZone), [address, timeZone]);
  const open = (pictureId: string | null) => {
    const next = new URL(window.location.href);
    if (pictureId === null) next.searchParams.delete("picture");
    else next.searchParams.set("picture", pictureId);
    window.history.pushState(null, "", next);
  };
  return (
    <>
      <PageHeader
        title={t("pictures")}
        actions={mayUpload && <FileButtons variant="primary" onFiles={add} />}
      />
      <Expiring expiring={expiring} />
      {!isAdding && <UploadBar uploads={uploads} onOpen={() => setAdding(true)} />}
      <PictureFilters key={address} filter={filter} choices={choices} />
      <PictureGrid
        key={`grid ${address}`}
        first={first}
        asked={asked}
        changes={changes}
        isFiltered={Object.keys(filter).length > 0}
        timeZone={timeZone}
        knownPeople={choices.shown}
        onOpen={open}
      />
      {isAdding && <AddDialog uploads={uploads} onChanged={changed} onClose={() => setAdding(false)} />}
      {opened && (
        <PictureSheet
          key={opened}
          pictureId={opened}
          timeZone={timeZone}
          knownPeople={choices.shown}
          onOpen={open}
          onChanged={changed}
          onClose={() => open(null)}
        />
      )}
      {isOver && mayUpload && (
        <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-shade p-6">
          <p className="rounded-2xl border-2 border-accent border-dashed bg-raised px-8 py-10 font-semibold text-lg shadow-raised">
            {t("dropHere")}
          </p>
        </div>
      )}
    </>
  );
}

/** Named where nobody can overlook it: readers see a picture that we may not print. */
function Expiring({ expiring: { soon, over } }: { expiring: PictureRoomProps["expiring"] }) {
  const t = useWords("pictures");
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {over > 0 && (
        <Banner
          tone="bad"
          actions={
            <ButtonLink size="small" href="/desk/pictures?standing=expired&use=live">
              {t("showThem")}
            </ButtonLink>
          }
        >
          <strong>{t("overLive", { count: over })}</strong>
        </Banner>
      )}
      {soon > 0 && (
        <Banner
          tone="care"
          actions={
            <ButtonLink size="small" href="/desk/pictures?standing=expiring&use=live">
              {t("showThem")}
            </ButtonLink>
          }
        >
          {t("soonOver", { count: soon })}
        </Banner>
      )}
    </div>
  );
}
