/**
 * Which of an archive's stories everybody could read. In doubt none: what comes out wrongly can't
 * be taken back from those who have read it.
 */
import type { ArchiveStory } from "./archive.ts";

type Standing = Pick<ArchiveStory, "standing" | "state">;

type WordPressState = { status: string; password: string; publishedAt: Date | null; asOf: Date };

/** Published, without a password, and not dated ahead. Everything else that somebody wrote is a draft. */
export function wordpressStanding({ status, password, publishedAt, asOf }: WordPressState): Standing {
  if (status === "trash" || status === "auto-draft" || status === "inherit") {
    return { standing: "left-out", state: status };
  }
  if (status !== "publish") return { standing: "draft", state: status || "unknown" };
  if (password !== "") return { standing: "draft", state: "password" };
  if (publishedAt !== null && publishedAt > asOf) return { standing: "draft", state: "future" };
  return { standing: "public", state: "publish" };
}

type GhostState = {
  status: string;
  visibility: string;
  emailOnly: boolean;
  publishedAt: Date | null;
  asOf: Date;
};

/** Published on the site for everybody: what went to members or by mail alone wasn't public. */
export function ghostStanding({ status, visibility, emailOnly, publishedAt, asOf }: GhostState): Standing {
  if (status !== "published") return { standing: "draft", state: status || "unknown" };
  if (visibility !== "public") return { standing: "draft", state: visibility || "unknown" };
  if (emailOnly) return { standing: "draft", state: "email-only" };
  if (publishedAt !== null && publishedAt > asOf) return { standing: "draft", state: "future" };
  return { standing: "public", state: "published" };
}
