"use client";
import { FileArchive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { ProblemBanner } from "../../auth/problem-banner.tsx";
import { Button } from "../../ui/button.client.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { useArchiveUpload } from "./use-archive-upload.ts";

/** The first step: the file that the old system has written, and where the old site stands. */
export function BringArchive() {
  const t = useWords("moving");
  const router = useRouter();
  const [site, setSite] = useState("");
  const { share, trouble, send, cancel } = useArchiveUpload(t("noAnswer"), (importId) =>
    router.push(`/admin/import/${importId}`),
  );
  function chosen(files: FileList | null) {
    const [file] = files ?? [];
    if (file) send(file, { site: siteIn(site) });
  }
  return (
    <div className="flex flex-col gap-5">
      <ol className="grid gap-4 text-sm sm:grid-cols-2">
        <How title={t("bring.wordpress")} how={t("bring.wordpressHow")} />
        <How title={t("bring.ghost")} how={t("bring.ghostHow")} />
      </ol>
      <TextField
        label={t("bring.site")}
        description={t("bring.siteHelp")}
        value={site}
        onChange={setSite}
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        placeholder={t("bring.siteExample")}
        fieldClassName="flex max-w-md flex-col gap-1.5"
      />
      <ProblemBanner sentence={trouble} />
      {share === null ? (
        <FileTrigger acceptedFileTypes={[".xml", ".json", ".wxr"]} onSelect={chosen}>
          <Button variant="primary" className="self-start">
            <FileArchive size={18} aria-hidden />
            {t("bring.choose")}
          </Button>
        </FileTrigger>
      ) : (
        <div className="flex flex-col gap-3">
          <ProgressBar share={share} label={t("bring.sending")}>
            {t("bring.sending")}
          </ProgressBar>
          <Button size="small" className="self-start" onPress={cancel}>
            {t("bring.cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}

function How({ title, how }: { title: string; how: string }) {
  return (
    <li className="rounded-xl bg-tint px-4 py-3">
      <p className="font-medium">{title}</p>
      <p className="mt-0.5 text-ink-soft">{how}</p>
    </li>
  );
}

function siteIn(typed: string): string {
  const address = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  return typed.trim() !== "" && URL.canParse(address) ? new URL(address).origin : "";
}
