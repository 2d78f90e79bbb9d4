"use client";
import { Banner } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { useWords } from "../words.client.tsx";
import type { Uploads } from "./use-uploads.ts";

/** While the dialog is shut: how far the files are, and the way back to them. */
export function UploadBar({ uploads: { uploads }, onOpen }: { uploads: Uploads; onOpen: () => void }) {
  const t = useWords("pictures");
  const refused = uploads.filter(({ state }) => state === "refused").length;
  const done = uploads.filter(({ state }) => state === "done").length;
  if (done === uploads.length) return null;
  return (
    <div className="mb-4">
      <Banner
        role="status"
        tone={refused > 0 ? "care" : "accent"}
        actions={
          <Button size="small" onPress={onOpen}>
            {t("showThem")}
          </Button>
        }
      >
        {t("sentOf", { done, all: uploads.length })}
      </Banner>
    </div>
  );
}
