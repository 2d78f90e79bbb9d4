"use client";
import type { Sharing } from "#domain/sharing/find-sharing.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { Button } from "../../ui/button.client.tsx";
import { useWords } from "../../words.client.tsx";

type CardPreviewProps = { sharing: Sharing; language: Language; onLook: () => void };

/** What a network makes of the link: the card, whose page it is, the headline. */
export function CardPreview({ sharing, language, onLook }: CardPreviewProps) {
  const t = useWords("desk");
  const { card, url, headline } = sharing;
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-tint" aria-label={t("sharing.card")}>
      {card ? (
        // biome-ignore lint/performance/noImgElement: the very file that networks get
        <img
          src={`/media/${card.name}`}
          width={card.width}
          height={card.height}
          alt={headline}
          className="block h-auto w-full"
        />
      ) : (
        <div className="flex aspect-[1200/630] flex-col items-center justify-center gap-3 p-4 text-center text-ink-soft text-sm">
          <p>{t("sharing.noCard")}</p>
          <Button size="small" onPress={onLook}>
            {t("sharing.lookAgain")}
          </Button>
        </div>
      )}
      <figcaption lang={language} dir={LANGUAGES[language].direction} className="px-4 py-3 text-sm">
        <span dir="ltr" className="block text-ink-soft text-xs">
          {url.replace(/^https?:\/\//, "")}
        </span>
        <span className="font-medium">{headline}</span>
      </figcaption>
    </figure>
  );
}
