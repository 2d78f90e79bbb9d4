"use client";
import { Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { OutletSettings } from "#db/shapes.ts";
import { LANGUAGE_CODES, LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Act } from "../../auth/use-act.ts";
import { IconButton } from "../../ui/icon-button.client.tsx";
import { Select } from "../../ui/select.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { useWords } from "../../words.client.tsx";
import { usePreview } from "./use-preview.ts";

const PAGES = ["front", "story"] as const;
const WIDTHS = { wide: 1200, phone: 360 };

export type PreviewAsked = {
  settings: OutletSettings;
  language: Language;
  page: (typeof PAGES)[number];
  mode: "light" | "dark";
};

export type PreviewSize = keyof typeof WIDTHS;
type PreviewPaneProps = {
  settings: OutletSettings;
  preview: Act<PreviewAsked, { html: string }>;
  /** A wide page wants more room than a phone's: whoever lays the form out gives it. */
  size: PreviewSize;
  onSize: (size: PreviewSize) => void;
};

/** The paper as it would be: a page of its own, printed with what is on the screen and not saved. */
export function PreviewPane({ settings, preview, size, onSize }: PreviewPaneProps) {
  const t = useWords("outlet");
  const languages = LANGUAGE_CODES.filter((code) => settings.languages.includes(code));
  const [wanted, setLanguage] = useState<Language>(settings.defaultLanguage);
  const [page, setPage] = useState<PreviewAsked["page"]>("front");
  const [mode, setMode] = useState<PreviewAsked["mode"]>("light");
  const language = languages.includes(wanted) ? wanted : settings.defaultLanguage;
  const { html, problem } = usePreview({ settings, language, page, mode }, preview, t("noPreview"));
  return (
    <section aria-label={t("preview.title")} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={t("preview.page")}
          labelIsHidden
          choices={PAGES.map((value) => ({ value, label: t(`preview.pages.${value}`) }))}
          value={page}
          onChange={setPage}
          fieldClassName="min-w-0 flex-1"
        />
        <Select
          label={t("preview.language")}
          labelIsHidden
          choices={languages.map((value) => ({ value, label: LANGUAGES[value].name }))}
          value={language}
          onChange={setLanguage}
          fieldClassName="min-w-0 flex-1"
        />
        <div className="flex">
          <IconButton label={t("preview.phone")} isPressed={size === "phone"} onPress={() => onSize("phone")}>
            <Smartphone size={18} aria-hidden />
          </IconButton>
          <IconButton label={t("preview.wide")} isPressed={size === "wide"} onPress={() => onSize("wide")}>
            <Monitor size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t("preview.dark")}
            isPressed={mode === "dark"}
            onPress={() => setMode(mode === "dark" ? "light" : "dark")}
          >
            {mode === "dark" ? <Moon size={18} aria-hidden /> : <Sun size={18} aria-hidden />}
          </IconButton>
        </div>
      </div>
      <Sheet html={html} width={WIDTHS[size]} title={t("preview.title")} />
      <StatusLine tone={problem ? "bad" : "neutral"}>{problem ?? t("preview.unsaved")}</StatusLine>
    </section>
  );
}

/** A window of that width, made as small as the room for it. */
function Sheet({ html, width, title }: { html: string | null; width: number; title: string }) {
  const room = useRef<HTMLDivElement>(null);
  const [given, setGiven] = useState({ width: 360, height: 640 });
  useEffect(() => {
    const box = room.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setGiven({ width: box.clientWidth, height: box.clientHeight }));
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  const scale = Math.min(1, given.width / width);
  return (
    <div
      ref={room}
      className="relative h-[min(44rem,70dvh)] overflow-hidden rounded-xl border border-line bg-tint"
    >
      {html !== null && (
        <iframe
          title={title}
          srcDoc={html}
          // Same origin for typefaces and staff pictures; nothing may run, open or go anywhere.
          sandbox="allow-same-origin"
          style={{
            inlineSize: width,
            blockSize: given.height / scale,
            transform: `scale(${scale})`,
            insetInlineStart: Math.max(0, (given.width - width * scale) / 2),
          }}
          className="absolute top-0 origin-top-left border-0 rtl:origin-top-right"
        />
      )}
    </div>
  );
}
