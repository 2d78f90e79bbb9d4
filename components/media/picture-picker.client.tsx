"use client";
/**
 * Choosing pictures: find one that the outlet has, or add one from this machine.
 *
 *   <PicturePicker language={story.language} onPick={(picked) => …} onClose={close} />
 *
 * It is open while it is rendered. `language` is the story's: the credit comes in it. `onPick` gets
 * what was chosen as `{ use, picture }`: `use` is a whole PictureUse (caption, credit, alt text, crop)
 * to put into the story, `picture` is what the desk knows of it. `isSeveral` for a gallery; `files`
 * when some were dropped or pasted where the picture shall stand: they are sent at once. It needs
 * <Pictures actions> and <Words namespaces={["pictures"]}> above it: the desk's and the admin's
 * layouts have both.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { GridList } from "react-aria-components/GridList";
import type { PictureLine } from "#domain/pictures/list.ts";
import type { Language } from "#domain/vocabulary.ts";
import { Button } from "../ui/button.client.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { FileButtons } from "./file-buttons.client.tsx";
import { type PickedPicture, pickedIn } from "./picked.ts";
import { PictureTile } from "./picture-tile.client.tsx";
import { UploadLine } from "./upload-line.client.tsx";
import { UploadedPicture } from "./uploaded-picture.client.tsx";
import { useDroppedFiles } from "./use-dropped-files.ts";
import { useFoundPictures } from "./use-found-pictures.ts";
import { useUploads } from "./use-uploads.ts";

export type PicturePickerProps = {
  language: Language;
  onPick: (picked: PickedPicture[]) => void;
  onClose: () => void;
  isSeveral?: boolean;
  files?: readonly File[];
  title?: string;
  /** The id of a picture that isn't offered: the one that is to be replaced. */
  without?: string;
};

export function PicturePicker(props: PicturePickerProps) {
  const { language, onPick, onClose, isSeveral, files, title, without } = props;
  const t = useWords("pictures");
  const kit = useWords("kit");
  const found = useFoundPictures();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (pictureId: string) => {
    setChosen((now) => new Set(isSeveral ? [...now, pictureId] : [pictureId]));
    found.reload();
    // A file that the outlet has had for years is further down than the list reaches.
    void found.askFor([pictureId]);
  };
  const uploads = useUploads(choose);
  const isOver = useDroppedFiles(uploads.add);
  useSendOnce(files, uploads.add);
  const rows = [...chosen].flatMap((id) => found.find(id) ?? []);
  const { isUsing, onSaving, use } = useWhatIsKept(found.askFor, (pictures) =>
    onPick(pictures.map((one) => pickedIn(one, language))),
  );
  return (
    <Dialog title={title ?? t(isSeveral ? "chooseSeveral" : "choose")} isOpen onClose={onClose} size="page">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={t("search")}
          type="search"
          dir="auto"
          value={found.search}
          onChange={found.setSearch}
          fieldClassName="flex min-w-40 flex-1 flex-col gap-1.5"
        />
        <FileButtons isSingle={!isSeveral} onFiles={uploads.add} />
      </div>
      {uploads.uploads.length > 0 && (
        <ul aria-label={t("uploads")} className="mt-4 flex flex-col gap-2">
          {uploads.uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} uploads={uploads}>
              {upload.pictureId && (
                <UploadedPicture pictureId={upload.pictureId} onChanged={found.reload} onSaving={onSaving} />
              )}
            </UploadLine>
          ))}
        </ul>
      )}
      <StatusLine tone={found.problem ? "bad" : "neutral"}>
        {found.problem ?? (isOver ? t("dropHere") : found.isLoading ? t("looking") : "")}
      </StatusLine>
      <GridList
        aria-label={t("pictures")}
        layout="grid"
        items={found.rows.filter(({ id }) => id !== without)}
        dependencies={[chosen]}
        selectionMode={isSeveral ? "multiple" : "single"}
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(keys) => setChosen(keys === "all" ? chosen : new Set([...keys].map(String)))}
        renderEmptyState={() => (
          <p className="py-10 text-center text-ink-soft">
            {found.isLoading ? "" : t(found.search === "" ? "noneYet" : "nothingFound")}
          </p>
        )}
        className="grid grid-cols-2 gap-3 outline-none data-empty:block sm:grid-cols-3 lg:grid-cols-4"
      >
        {(picture) => <PictureTile picture={picture} hasCheckbox={isSeveral} />}
      </GridList>
      {found.hasMore && (
        <div className="mt-4 flex justify-center">
          <Button onPress={found.loadMore}>{t("more")}</Button>
        </div>
      )}
      <DialogFoot>
        <Button onPress={onClose}>{kit("cancel")}</Button>
        <Button
          variant="primary"
          isDisabled={rows.length === 0}
          isPending={isUsing}
          onPress={() => void use(rows)}
        >
          {t("useIt", { count: Math.max(1, rows.length) })}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/**
 * What was written of a picture in this dialog belongs to what is taken over: pressing "Use" leaves
 * the last field, so its words are still on their way. What can't be kept is said beside its field.
 */
function useWhatIsKept(
  askFor: (pictureIds: string[]) => Promise<PictureLine[] | null>,
  take: (pictures: readonly PictureLine[]) => void,
) {
  const saves = useRef<Promise<boolean>[]>([]);
  const [isUsing, setUsing] = useState(false);
  const onSaving = useCallback((isKept: Promise<boolean>) => {
    saves.current = [...saves.current, isKept];
  }, []);
  async function use(pictures: readonly PictureLine[]) {
    const waited = saves.current;
    if (waited.length === 0) return take(pictures);
    setUsing(true);
    const areKept = await Promise.all(waited);
    saves.current = saves.current.filter((save) => !waited.includes(save));
    const fresh = areKept.includes(false) ? null : await askFor(pictures.map(({ id }) => id));
    setUsing(false);
    if (fresh !== null) take(pictures.flatMap(({ id }) => fresh.find((row) => row.id === id) ?? []));
  }
  return { isUsing, onSaving, use };
}

/** Files that came with the question are sent once, whatever is rendered again. */
function useSendOnce(files: readonly File[] | undefined, add: (files: readonly File[]) => void): void {
  const sent = useRef<readonly File[] | undefined>(undefined);
  useEffect(() => {
    if (!files || files.length === 0 || sent.current === files) return;
    sent.current = files;
    add(files);
  }, [files, add]);
}
