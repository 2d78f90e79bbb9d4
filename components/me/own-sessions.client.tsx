"use client";
import { Laptop, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Device } from "#domain/users/device.ts";
import type { OwnSession } from "#domain/users/own-sessions.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { type Act, useAct } from "../auth/use-act.ts";
import { Time } from "../time.client.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { Panel } from "../ui/page-header.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";

type OwnSessionsProps = {
  sessions: OwnSession[];
  /** The one in which this page is open. */
  ownId: string;
  timeZone: string;
  end: Act<{ sessionId: string }, unknown>;
};

/** Sources that tell nobody anything: none, and the newsroom's own machine. */
const NOWHERE = ["", "127.0.0.1", "0:0:0:0::/64"];

const HANDHELD = ["iPhone", "iPad", "Android"];

/** The browsers in which one is signed in, each with a way to end it. */
export function OwnSessions({ sessions, ownId, timeZone, end }: OwnSessionsProps) {
  const t = useWords("me");
  const router = useRouter();
  const { isActing, problem, perform } = useAct(t("noAnswer"));
  const [isEnded, setEnded] = useState(false);
  const nameOf = ({ browser, system }: Device) =>
    t("device", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") });

  async function endIt(sessionId: string) {
    setEnded(false);
    setEnded((await perform(() => end({ sessionId }))) !== null);
    router.refresh();
  }

  return (
    <Panel title={t("sessions")} lead={t("sessionsLead")}>
      <ProblemBanner sentence={problem?.message} />
      <ul className="divide-y divide-line">
        {sessions.map(({ sessionId, device, source, createdAt, lastSeenAt }) => {
          const Picture = HANDHELD.includes(device.system ?? "") ? Smartphone : Laptop;
          return (
            <li key={sessionId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <Picture size={22} aria-hidden className="shrink-0 text-ink-soft" />
              <div className="min-w-0 flex-1 basis-52">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  {nameOf(device)}
                  {sessionId === ownId && <Badge tone="good">{t("here")}</Badge>}
                </span>
                <span className="flex flex-wrap gap-x-4 text-ink-soft text-sm">
                  <span>
                    {t("lastSeen")} <Time at={lastSeenAt} timeZone={timeZone} />
                  </span>
                  <span>
                    {t("since")} <Time at={createdAt} timeZone={timeZone} />
                  </span>
                  {!NOWHERE.includes(source) && <span>{t("from", { source })}</span>}
                </span>
              </div>
              {sessionId !== ownId && (
                <Button
                  size="small"
                  isDisabled={isActing}
                  aria-label={t("endOf", { device: nameOf(device) })}
                  onPress={() => void endIt(sessionId)}
                >
                  {t("end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <StatusLine tone="good">{isEnded && t("ended")}</StatusLine>
    </Panel>
  );
}
