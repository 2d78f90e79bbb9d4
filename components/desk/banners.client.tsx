"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Published } from "#domain/stories/publish.ts";
import type { ScreenState } from "../editor/saver.ts";
import type { UnsavedCopy } from "../editor/unsaved-copies.ts";
import { NewsroomTime, Time } from "../time.client.tsx";
import { Banner } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { ReaderLink } from "../ui/link.tsx";
import { useWords } from "../words.client.tsx";
import type { Draft } from "./actions.ts";
import { notSentWords } from "./not-sent.ts";
import { useStory } from "./story-context.ts";

export type Outcome =
  | { kind: "published" | "updated"; release: Published }
  | { kind: "withdrawn" | "submitted" | "approved" | "sentBack" | "embargoed" | "lifted" | "restored" }
  | { kind: "templateSaved" | "snippetSaved" };

type OutcomeBannerProps = {
  outcome: Outcome;
  onSee: (revisionId: string) => void;
  onForget: () => void;
};

/**
 * What the last press led to; for a publication, the address and what a colleague's text kept back.
 * It lies over the foot of the window, so that it is seen wherever in the text the writer stands.
 */
export function OutcomeBanner({ outcome, onSee, onForget }: OutcomeBannerProps) {
  const kit = useWords("kit");
  const forget = (
    <IconButton label={kit("close")} onPress={onForget}>
      <X size={16} aria-hidden />
    </IconButton>
  );
  return (
    <div className="sticky bottom-3 z-10 mx-auto mt-2 flex w-full max-w-3xl flex-col gap-2 max-sm:px-2 *:shadow-lg print:hidden">
      <OutcomeWords outcome={outcome} onSee={onSee} forget={forget} />
    </div>
  );
}

type OutcomeWordsProps = Pick<OutcomeBannerProps, "outcome" | "onSee"> & { forget: ReactNode };

function OutcomeWords({ outcome, onSee, forget }: OutcomeWordsProps) {
  const { timeZone } = useStory();
  const t = useWords("desk");
  if (!("release" in outcome)) {
    return (
      <Banner tone={outcome.kind === "withdrawn" ? "care" : "good"} role="status" actions={forget}>
        {t(`outcome.${outcome.kind}`)}
      </Banner>
    );
  }
  const { path, publishedAt, notSent, unmade } = outcome.release;
  const actions = (
    <>
      <ReaderLink href={path}>{t("seeLive")}</ReaderLink>
      {forget}
    </>
  );
  return (
    <>
      <Banner tone="good" role="status" actions={actions}>
        {t(`outcome.${outcome.kind}`)} <NewsroomTime at={publishedAt} timeZone={timeZone} />
      </Banner>
      {notSent && (
        <Banner
          tone="care"
          role="status"
          actions={
            <Button size="small" onPress={() => onSee(notSent.revisionId)}>
              {t("see")}
            </Button>
          }
        >
          {notSentWords(notSent, t)}
        </Banner>
      )}
      {unmade.map(({ pictureId, fileName, why }) => (
        <Banner key={pictureId} tone="care" role="status">
          {t(`unmade.${why}`, { name: fileName })}
        </Banner>
      ))}
    </>
  );
}

type AsideBannerProps = { aside: NonNullable<ScreenState["aside"]>; onLoad: () => void; onKeep: () => void };

/** Two people wrote at once: nothing is lost, and the later one decides. */
export function AsideBanner({ aside, onLoad, onKeep }: AsideBannerProps) {
  const t = useWords("desk");
  return (
    <Banner
      tone="care"
      role="alert"
      actions={
        <>
          <Button size="small" onPress={onLoad}>
            {t("loadTheirs")}
          </Button>
          <Button size="small" onPress={onKeep}>
            {t("keepMine")}
          </Button>
        </>
      }
    >
      {t("asideBanner", { name: aside.authorName })}
    </Banner>
  );
}

type LostBannerProps = { lost: UnsavedCopy<Draft>; onPutBack: () => void; onForget: () => void };

/** Text that an earlier visit on this machine couldn't save. */
export function LostBanner({ lost, onPutBack, onForget }: LostBannerProps) {
  const { timeZone } = useStory();
  const t = useWords("desk");
  return (
    <Banner
      tone="care"
      role="alert"
      actions={
        <>
          <Button size="small" variant="primary" onPress={onPutBack}>
            {t("putBack")}
          </Button>
          <Button size="small" variant="quiet" onPress={onForget}>
            {t("throwAway")}
          </Button>
        </>
      }
    >
      {t("lostBanner")} <Time at={new Date(lost.keptAt)} timeZone={timeZone} />
    </Banner>
  );
}
