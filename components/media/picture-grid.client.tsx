"use client";
import { useEffect, useState } from "react";
import { GridList } from "react-aria-components/GridList";
import { Button } from "../ui/button.client.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { BulkDialog } from "./bulk-dialog.client.tsx";
import { PictureTile } from "./picture-tile.client.tsx";
import { type Asked, type Page, usePictureList } from "./use-picture-list.ts";

type PictureGridProps = {
  first: Page;
  asked: Asked;
  /** Grows whenever something about a picture has changed elsewhere on this page. */
  changes: number;
  isFiltered: boolean;
  timeZone: string;
  knownPeople: readonly string[];
  onOpen: (pictureId: string) => void;
};

/** The pictures, whole and in order. A press opens one; the box in its corner chooses several. */
export function PictureGrid(props: PictureGridProps) {
  const { first, asked, changes, isFiltered, timeZone, knownPeople, onOpen } = props;
  const t = useWords("pictures");
  const list = usePictureList(first, asked);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBulk, setBulk] = useState(false);
  const [answer, setAnswer] = useState("");
  const { reload } = list;
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
  const free = () => setChosen(new Set());
  const changed = () => {
    setAnswer(t("bulkDone", { count: chosen.size }));
    setBulk(false);
    free();
    void reload();
  };
  return (
    <>
      <StatusLine tone={list.problem ? "bad" : "good"}>{list.problem ?? answer}</StatusLine>
      <GridList
        aria-label={t("pictures")}
        layout="grid"
        items={list.rows}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          setChosen(new Set(keys === "all" ? list.rows.map(({ id }) => id) : [...keys].map(String)))
        }
        onAction={(key) => onOpen(String(key))}
        renderEmptyState={() => (
          <p className="py-16 text-center text-ink-soft">{t(isFiltered ? "nothingFound" : "empty")}</p>
        )}
        className="grid grid-cols-2 gap-3 outline-none data-empty:block sm:grid-cols-3 sm:gap-4 lg:grid-cols-4 xl:grid-cols-5"
      >
        {(picture) => <PictureTile picture={picture} hasCheckbox />}
      </GridList>
      {list.hasMore && (
        <div className="mt-6 flex justify-center">
          <Button onPress={() => void list.loadMore()}>{t("more")}</Button>
        </div>
      )}
      {chosen.size > 0 && (
        <div className="sticky bottom-3 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center justify-center gap-2 rounded-2xl border border-line bg-raised px-4 py-2 shadow-raised">
          <p role="status" className="font-medium text-sm">
            {t("chosen", { count: chosen.size })}
          </p>
          <Button size="small" variant="primary" onPress={() => setBulk(true)}>
            {t("bulk")}
          </Button>
          <Button size="small" variant="quiet" onPress={free}>
            {t("free")}
          </Button>
        </div>
      )}
      {isBulk && (
        <BulkDialog
          pictureIds={[...chosen]}
          timeZone={timeZone}
          knownPeople={knownPeople}
          onDone={changed}
          onClose={() => setBulk(false)}
        />
      )}
    </>
  );
}
