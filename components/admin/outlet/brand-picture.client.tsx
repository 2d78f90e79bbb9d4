"use client";
import { ImagePlus } from "lucide-react";
import { useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import { PicturePicker } from "../../media/picture-picker.client.tsx";
import { Button } from "../../ui/button.client.tsx";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";

type BrandPictureProps = {
  label: string;
  help: string;
  /** Shown on the dark paper that it is for. */
  isDark: boolean;
  pictureId: string | null;
  language: Language;
  onChange: (pictureId: string | null) => void;
  error: string | null;
};

/** A picture that the outlet wears: chosen from its own, or added here. */
export function BrandPicture(props: BrandPictureProps) {
  const { label, help, isDark, pictureId, language, onChange, error } = props;
  const t = useWords("outlet");
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <h3 className="font-medium text-sm">{label}</h3>
      <p className="-mt-1 text-ink-soft text-sm">{help}</p>
      {pictureId !== null && (
        <span
          className={cx(
            "flex h-24 w-full items-center justify-center rounded-field border border-line p-3",
            isDark ? "bg-[#14120f]" : "bg-[#fdfbf7]",
          )}
        >
          {/* biome-ignore lint/performance/noImgElement: a small file of our own, behind a session */}
          <img src={`/api/pictures/${pictureId}/full/640`} alt={label} className="max-h-full max-w-full" />
        </span>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => setOpen(true)} aria-label={`${t("logo.choose")}: ${label}`}>
          <ImagePlus size={16} aria-hidden />
          {t(pictureId === null ? "logo.choose" : "logo.change")}
        </Button>
        {pictureId !== null && (
          <Button size="small" onPress={() => onChange(null)} aria-label={`${t("logo.remove")}: ${label}`}>
            {t("logo.remove")}
          </Button>
        )}
      </div>
      {error && <p className="text-bad text-sm">{error}</p>}
      {isOpen && (
        <PicturePicker
          title={label}
          language={language}
          onClose={() => setOpen(false)}
          onPick={([picked]) => {
            setOpen(false);
            if (picked) onChange(picked.use.pictureId);
          }}
        />
      )}
    </div>
  );
}
