import type { Language } from "#domain/vocabulary.ts";
import { Time } from "../time.client.tsx";
import { Badge, Banner } from "../ui/badge.tsx";
import { words } from "../words.tsx";

type Part = "front" | "web" | "collab" | "worker" | "database";
type HealthListProps = {
  language: Language;
  parts: readonly { name: Part; ok: boolean; reason: string | null }[];
  lastGoodBackupAt: Date | null;
  now: Date;
  timeZone: string;
};

const TWO_DAYS_MS = 2 * 86_400_000;

/** How every part of the newsroom is, in words; the colour only helps. */
export function HealthList({ language, parts, lastGoodBackupAt, now, timeZone }: HealthListProps) {
  const t = words("admin", language);
  const isOld = lastGoodBackupAt === null || now.getTime() - lastGoodBackupAt.getTime() > TWO_DAYS_MS;
  const isGood = !isOld && parts.every(({ ok }) => ok);
  return (
    <>
      <Banner tone={isGood ? "good" : "bad"} role="status">
        {isGood ? t("health.good") : t("health.bad")}
      </Banner>
      <dl className="mt-6 divide-y divide-line border-line border-y">
        {parts.map(({ name, ok, reason }) => (
          <div key={name} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-1 py-3">
            <dt>{t(`health.${name}`)}</dt>
            <dd>
              <Badge tone={ok ? "good" : "bad"}>
                {ok ? t("health.works") : t("health.fails", { reason: reason ?? "" })}
              </Badge>
            </dd>
          </div>
        ))}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-1 py-3">
          <dt>{t("health.backup")}</dt>
          <dd className={isOld ? "text-bad" : undefined}>
            {lastGoodBackupAt ? <Time at={lastGoodBackupAt} timeZone={timeZone} /> : t("health.backupNone")}
            {isOld && lastGoodBackupAt && <>, {t("health.backupOld")}</>}
          </dd>
        </div>
      </dl>
    </>
  );
}
