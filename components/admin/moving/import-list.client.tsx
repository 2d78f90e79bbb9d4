"use client";
import { Time } from "../../time.client.tsx";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { Link } from "../../ui/link.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { useWords } from "../../words.client.tsx";

export type ListedImport = {
  id: string;
  source: "wordpress" | "ghost";
  fileName: string;
  mode: "rehearsal" | "real";
  state: "waiting" | "running" | "done" | "failed" | "stopped";
  createdAt: Date;
};

const TONES: Record<ListedImport["state"], Tone> = {
  waiting: "neutral",
  running: "accent",
  done: "good",
  failed: "bad",
  stopped: "care",
};

/** Archives that came before, the last one first. */
export function ImportList({ rows, timeZone }: { rows: readonly ListedImport[]; timeZone: string }) {
  const t = useWords("moving");
  const columns: Column<ListedImport>[] = [
    {
      heading: t("list.file"),
      isRowHeader: true,
      cell: ({ id, fileName, source }) => (
        <Link
          href={`/admin/import/${id}`}
          className="inline-flex min-h-11 items-center text-accent hover:underline sm:pointer-fine:min-h-0"
        >
          <bdi className="break-all">{fileName || source}</bdi>
        </Link>
      ),
    },
    { heading: t("list.mode"), cell: ({ mode }) => t(`list.modes.${mode}`) },
    {
      heading: t("list.state"),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`list.states.${state}`)}</Badge>,
    },
    { heading: t("list.when"), cell: ({ createdAt }) => <Time at={createdAt} timeZone={timeZone} /> },
  ];
  return <Table caption={t("list.title")} rows={rows} rowKey={({ id }) => id} columns={columns} />;
}
