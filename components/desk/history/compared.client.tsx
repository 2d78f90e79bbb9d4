"use client";
import type { ReactNode } from "react";
import type { ComparedBlock } from "#domain/document/compare.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";
import { ComparedPictures } from "./compared-pictures.client.tsx";
import { Change, Pieces } from "./pieces.client.tsx";
import { RestorePart } from "./restore-part.client.tsx";

type ComparedBlocksProps = { blocks: readonly ComparedBlock[]; language: Language };

/** A text with its changes; long stretches that nobody touched fold into a line. */
export function ComparedBlocks({ blocks, language }: ComparedBlocksProps) {
  const parts: ReactNode[] = [];
  let untouched: ComparedBlock[] = [];
  const fold = (key: string) => {
    if (untouched.length > 0) parts.push(<Untouched key={key} blocks={untouched} />);
    untouched = [];
  };
  for (const [at, block] of blocks.entries()) {
    if (block.how === "same" && block.moved === null) untouched.push(block);
    else {
      fold(`before-${at}`);
      parts.push(<ChangedBlock key={at} block={block} />);
    }
  }
  fold("end");
  return (
    <div
      lang={language}
      dir={LANGUAGES[language].direction}
      className="story-head flex flex-col gap-4 rounded-xl border border-line bg-page px-4 py-3"
    >
      {parts}
    </div>
  );
}

const EDGES = { in: "border-good", out: "border-bad", changed: "border-edge", same: "border-edge" };

function ChangedBlock({ block }: { block: ComparedBlock }) {
  const t = useWords("desk");
  const { id, how, moved, picture, pieces } = block;
  const told = [
    ...(moved ? [t(`changes.moved.${moved}`)] : []),
    ...(how === "same" ? [] : [t(`changes.whole.${how}`)]),
  ];
  const text =
    pieces
      .map((piece) => piece.text)
      .join("")
      .trim()
      .slice(0, 40) || "none";
  return (
    <div className={cx("border-s-2 ps-3", EDGES[how])}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 font-sans text-ink-soft text-xs">
        <p>
          <bdi>{told.join(" · ")}</bdi>
        </p>
        {how !== "same" && (
          <RestorePart part={{ kind: "block", blockId: id }} label={t("versions.restoreBlock", { text })} />
        )}
      </div>
      {picture && <ComparedPictures {...picture} />}
      <Words block={block} />
      <Said block={block} />
    </div>
  );
}

function Words({ block }: { block: ComparedBlock }) {
  const t = useWords("desk");
  if (block.type === "horizontalRule") {
    return block.how === "same" ? (
      <hr className="border-edge" />
    ) : (
      <Change how={block.how === "out" ? "out" : "in"}>{t("changes.value.horizontalRule")}</Change>
    );
  }
  return (
    <p
      className={cx(
        "whitespace-pre-line empty:hidden",
        block.type === "heading" && "font-bold text-lg",
        block.type === "listItem" && "before:content-['•_']",
        block.type === "blockquote" && "ps-4 italic",
      )}
    >
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
          <div key={block.id || at}>
            {block.picture && <ComparedPictures {...block.picture} />}
            <Words block={block} />
          </div>
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
  "title",
  "attribution",
  "url",
  "provider",
  "start",
  "dir",
  "lang",
] as const;
/** What isn't free text but one of a few words of ours. */
const VALUES = [
  ...([
    "paragraph",
    "heading",
    "listItem",
    "blockquote",
    "factBox",
    "pullQuote",
    "picture",
    "embed",
  ] as const),
  ...(["small", "text", "wide", "full", "square", "portrait", "true", "false", "ltr", "rtl"] as const),
];
const CHOSEN: ReadonlySet<string> = new Set(["type", "size", "crop", "decorative", "dir"]);

/** What is said of a block beside its words, where that was changed. */
function Said({ block }: { block: ComparedBlock }) {
  const t = useWords("desk");
  if (block.said.length === 0) return null;
  const spoken = (name: string, value: string) => {
    const word = CHOSEN.has(name) ? VALUES.find((each) => each === value) : undefined;
    return word ? t(`changes.value.${word}`) : value;
  };
  return (
    <ul className="pt-1 font-sans text-sm">
      {block.said.map(({ name, before, after }) => {
        const known = SAID.find((each) => each === name);
        return (
          <li key={name}>
            <bdi>{known ? t(`changes.said.${known}`) : name}</bdi>:{" "}
            {before !== "" && <Change how="out">{spoken(name, before)}</Change>}{" "}
            {after !== "" && <Change how="in">{spoken(name, after)}</Change>}
          </li>
        );
      })}
    </ul>
  );
}
