"use client";
import type { PictureLine } from "#domain/pictures/list.ts";
import { Badge } from "../ui/badge.tsx";
import { useWords } from "../words.client.tsx";

type Badged = Pick<PictureLine, "state" | "pulledAt" | "expiry" | "rights"> & { isLive?: boolean };

/** What somebody must know before using a picture, in a word each; the gravest first. */
export function PictureBadges({ picture }: { picture: Badged }) {
  const t = useWords("pictures");
  return (
    <>
      {picture.pulledAt !== null && <Badge tone="bad">{t("pulled")}</Badge>}
      {picture.expiry === "over" && <Badge tone="bad">{t(picture.isLive ? "expiredLive" : "expired")}</Badge>}
      {picture.expiry === "soon" && <Badge tone="care">{t("expiring")}</Badge>}
      {picture.state === "refused" && <Badge tone="bad">{t("unreadable")}</Badge>}
      {picture.state === "processing" && <Badge>{t("processing")}</Badge>}
      {picture.rights === "unknown" && picture.pulledAt === null && (
        <Badge tone="care">{t("noRights")}</Badge>
      )}
    </>
  );
}
