import type { Metadata } from "next";
import { ImportProgress } from "#components/admin/moving/import-progress.client.tsx";
import { MoveRoom } from "#components/admin/moving/move-room.client.tsx";
import { Result } from "#components/admin/moving/result.client.tsx";
import { Steps } from "#components/admin/moving/steps.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Words, words } from "#components/words.tsx";
import { lookAtImport } from "#domain/imports/look.ts";
import { orNotFound } from "#server/or-not-found.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { begin, rehearse, resume, stop } from "./actions.ts";

type ImportPageProps = { params: Promise<{ importId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("moving", await interfaceLanguage())("title") };
}

export default async function ImportRunPage({ params }: ImportPageProps) {
  const { importId } = await params;
  const ctx = await requireRight("outlet.manage", `/admin/import/${importId}`);
  const [look, language] = await Promise.all([
    orNotFound(lookAtImport(ctx, { importId })),
    interfaceLanguage(),
  ]);
  const { mode, state, report, fileName } = look;
  const t = words("moving", language);
  const isUnderWay = state === "waiting" || state === "running";
  return (
    <Words namespaces={["moving"]} language={language}>
      <PageHeader title={t("title")} lead={<bdi className="break-all">{fileName}</bdi>} />
      <Steps
        label={t("steps.label")}
        names={[t("steps.bring"), t("steps.look"), t("steps.move")]}
        at={mode === "real" ? (state === "done" ? 3 : 2) : 1}
      />
      {isUnderWay ? (
        <ImportProgress {...{ importId, mode, report, stop }} />
      ) : mode === "rehearsal" && state === "done" && report ? (
        <MoveRoom
          key={importId}
          importId={importId}
          {...look}
          report={report}
          actions={{ rehearse, begin }}
        />
      ) : (
        report && <Result {...{ importId, mode, state, report, goOn: resume }} />
      )}
    </Words>
  );
}
