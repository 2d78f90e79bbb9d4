"use client";
import { Fragment, type ReactNode } from "react";
import type { ComparedBlock, Piece } from "#domain/document/compare.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words.client.tsx";

const LOOKS = {
  in: "mx-0.5 rounded-sm bg-good-tint text-good underline decoration-2 underline-offset-4",
  out: "mx-0.5 rounded-sm bg-bad-tint text-bad line-through decoration-2",
};
const MARKS: Readonly<Record<string, string>> = {
  bold: "font-bold",
  italic: "italic",
  underline: "underline",
  strike: "line-through",
  link: "text-accent underline",
};

/** Words with what was put in underlined and what was taken out struck: told by more than colour, and said aloud. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const t = useWords("desk");
  return pieces.map(({ text, marks, how }, at) => {
    const look = cx(...marks.map((mark) => MARKS[mark]));
    const words = look === "" ? text : <span className={look}>{text}</span>;
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names and never move
    if (how === "same") return <Fragment key={at}>{words}</Fragment>;
    const Tag = how === "in" ? "ins" : "del";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Tag key={at} className={LOOKS[how]}>
        <bdi className="sr-only"> {t(`changes.${how}`)} </bdi>
        {words}
        {/* A non-joiner: the last letter of one text isn't joined to the first of the other. */}
        {"\u200c"}
      </Tag>
    );
  });
}

/** A text with its changes; long stretches that nobody touched fold into a line. */
export function ComparedBlocks({
  blocks,
  language,
}: {
  blocks: readonly ComparedBlock[];
  language: Language;
}) {
  const t = useWords("desk");
  const parts: ReactNode[] = [];
  let untouched: ComparedBlock[] = [];
  const fold = (key: string) => {
    if (untouched.length > 0) parts.push(<Untouched key={key} blocks={untouched} />);
    untouched = [];
  };
  for (const [at, block] of blocks.entries()) {
    if (block.how === "same") untouched.push(block);
    else {
      fold(`before-${at}`);
      parts.push(
        <div key={at} className="border-edge border-s-2 ps-3">
          <p className="font-sans text-ink-soft text-xs">{t(`changes.whole.${block.how}`)}</p>
          <Words block={block} />
          <Said block={block} />
        </div>,
      );
    }
  }
  fold("end");
  return (
    <div
      lang={language}
      dir={LANGUAGES[language].direction}
      className="story-head flex flex-col gap-3 rounded-xl border border-line bg-page px-4 py-3"
    >
      {parts}
    </div>
  );
}

function Words({ block }: { block: ComparedBlock }) {
  const isHeading = block.type === "heading";
  return (
    <p className={cx("whitespace-pre-line", isHeading && "font-bold text-lg")}>
      <Pieces pieces={block.pieces} />
    </p>
  );
}

function Untouched({ blocks }: { blocks: readonly ComparedBlock[] }) {
  const t = useWords("desk");
  return (
    <details className="text-ink-soft">
      <summary className="min-h-9 cursor-pointer font-sans text-sm">
        <bdi>{t("changes.same", { count: blocks.length })}</bdi>
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its order
          <Words key={at} block={block} />
        ))}
      </div>
    </details>
  );
}

const SAID = [
  "type",
  "level",
  "credit",
  "alt",
  "decorative",
  "size",
  "crop",
  "pictureId",
  "title",
  "attribution",
  "url",
  "provider",
  "start",
  "dir",
  "lang",
] as const;

/** What is said of a block beside its words, where that was changed. */
function Said({ block }: { block: ComparedBlock }) {
  const t = useWords("desk");
  if (block.said.length === 0) return null;
  return (
    <ul className="pt-1 font-sans text-sm">
      {block.said.map(({ name, before, after }) => {
        const known = SAID.find((each) => each === name);
        return (
          <li key={name}>
            <bdi>{known ? t(`changes.said.${known}`) : name}</bdi>:{" "}
            <Pieces
              pieces={[
                ...(before === "" ? [] : [{ text: before, marks: [], how: "out" as const }]),
                ...(after === "" ? [] : [{ text: after, marks: [], how: "in" as const }]),
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}
