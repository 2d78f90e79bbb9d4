"use client";
import type { SampleStory } from "#domain/imports/report.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import { StoryBody } from "../../reader/raw.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useWords } from "../../words.client.tsx";

const TONE = { public: "good", draft: "neutral", "left-out": "care" } as const;

/** Twenty stories as they were written there and as readers would have them here. */
export function Samples({ stories }: { stories: readonly SampleStory[] }) {
  const t = useWords("moving");
  if (stories.length === 0) return null;
  return (
    <Panel title={t("samples.title")} lead={t("samples.lead", { count: stories.length })}>
      <div className="flex flex-col divide-y divide-line">
        {stories.map((story) => (
          <Sample key={`${story.path} ${story.title}`} story={story} />
        ))}
      </div>
    </Panel>
  );
}

function Sample({ story }: { story: SampleStory }) {
  const t = useWords("moving");
  const { title, path, state, becomes, language, before, after } = story;
  const { name, direction } = LANGUAGES[language];
  return (
    <details className="py-2">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="min-w-0 flex-1 basis-60">{title || path}</bdi>
        <span className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-ink-soft">{name}</span>
          <span className="font-mono text-ink-soft">{state}</span>
          <Badge tone={TONE[becomes]}>{t(`becomes.${becomes}`)}</Badge>
        </span>
      </summary>
      <p className="pb-2 text-ink-soft text-sm">
        <bdi dir="ltr" className="break-all font-mono">
          {path}
        </bdi>
      </p>
      <div className="grid gap-4 pb-3 lg:grid-cols-2">
        <section aria-label={t("samples.before")} className="min-w-0">
          <h3 className="pb-1 font-medium text-sm">{t("samples.before")}</h3>
          <pre
            dir="auto"
            className="max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-xl bg-tint p-3 text-xs"
          >
            {before}
          </pre>
        </section>
        <section aria-label={t("samples.after")} className="min-w-0">
          <h3 className="pb-1 font-medium text-sm">{t("samples.after")}</h3>
          <div
            lang={language}
            dir={direction}
            className="moved-story max-h-96 overflow-auto break-words rounded-xl border border-line p-3"
          >
            <StoryBody html={after} />
          </div>
        </section>
      </div>
    </details>
  );
}
