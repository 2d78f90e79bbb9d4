"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ListedRedirect } from "#domain/redirects/list.ts";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { type Act, useAct } from "../../auth/use-act.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.client.tsx";
import { buttonLook } from "../../ui/button-look.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { useWords } from "../../words.client.tsx";

type RedirectListProps = {
  rows: readonly ListedRedirect[];
  total: number;
  search: string;
  page: number;
  limit: number;
  remove: Act<{ redirectIds: string[] }, { removed: number }>;
};

/** Old addresses and where they lead. What belongs to a story leads there wherever it stands. */
export function RedirectList({ rows, total, search, page, limit, remove }: RedirectListProps) {
  const t = useWords("moving");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [removed, setRemoved] = useState<string | null>(null);
  async function take(row: ListedRedirect) {
    if ((await perform(() => remove({ redirectIds: [row.redirectId] }))) === null) return;
    setRemoved(row.fromPath);
    router.refresh();
  }
  const columns: Column<ListedRedirect>[] = [
    {
      heading: t("redirects.from"),
      isRowHeader: true,
      cell: ({ fromPath }) => <Address path={fromPath} />,
    },
    {
      heading: t("redirects.to"),
      cell: ({ toPath, headline, storyNumber, live }) =>
        toPath !== null ? (
          <Address path={toPath} />
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <bdi>{headline || `№ ${storyNumber}`}</bdi>
            {live !== "published" && <Badge tone="care">{t("redirects.notLive")}</Badge>}
          </span>
        ),
    },
    {
      heading: t("redirects.source"),
      cell: ({ source }) => <Badge>{t(`redirects.sources.${source}`)}</Badge>,
    },
    {
      heading: t("redirects.remove"),
      headingIsHidden: true,
      className: "sm:text-end",
      cell: (row) => (
        <Button
          size="small"
          variant="quiet"
          isPending={isActing}
          onPress={() => take(row)}
          aria-label={t("redirects.removeOne", { path: row.fromPath })}
        >
          {t("redirects.remove")}
        </Button>
      ),
    },
  ];
  return (
    <>
      <ProblemBanner sentence={problem?.message} />
      <StatusLine tone="good">{removed !== null && t("redirects.removed", { path: removed })}</StatusLine>
      <Table
        caption={t("redirects.all")}
        rows={rows}
        rowKey={({ redirectId }) => redirectId}
        columns={columns}
        empty={search === "" ? t("redirects.none") : t("redirects.noneFound")}
      />
      <nav
        aria-label={t("redirects.pages")}
        className="flex flex-wrap items-center gap-2 pt-4 text-ink-soft text-sm"
      >
        <span className="me-auto">{t("redirects.count", { total })}</span>
        <a href="/api/redirects" download className={buttonLook("plain", "small")}>
          {t("redirects.export")}
        </a>
        {page > 1 && <Step {...{ search, page: page - 1 }}>{t("redirects.earlier")}</Step>}
        {page * limit < total && <Step {...{ search, page: page + 1 }}>{t("redirects.later")}</Step>}
      </nav>
    </>
  );
}

function Address({ path }: { path: string }) {
  return (
    <bdi dir="ltr" className="break-all font-mono text-sm">
      {path}
    </bdi>
  );
}

function Step({ search, page, children }: { search: string; page: number; children: string }) {
  const query = new URLSearchParams({ ...(search !== "" && { search }), page: String(page) });
  return (
    <ButtonLink size="small" href={`/admin/redirects?${query}`}>
      {children}
    </ButtonLink>
  );
}
