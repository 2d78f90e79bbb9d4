"use client";
import { Fragment } from "react";
import type { How, Piece } from "#domain/document/word-diff.ts";
import { cx } from "../../ui/cx.ts";
import { useWords } from "../../words.client.tsx";

const LOOKS = {
  in: "rounded-sm bg-good-tint text-good underline decoration-2 underline-offset-4 box-decoration-clone px-0.5",
  out: "rounded-sm bg-bad-tint text-bad line-through decoration-2 box-decoration-clone px-0.5",
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
  return pieces.map(({ text, marks, how }, at) => {
    const look = cx(...marks.map((mark) => MARKS[mark]));
    const words = look === "" ? text : <span className={look}>{text}</span>;
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names and never move
    if (how === "same") return <Fragment key={at}>{words}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Change key={at} how={how}>
        {words}
        {/* A non-joiner: the last letter of one text isn't joined to the first of the other. */}
        {"\u200c"}
      </Change>
    );
  });
}

/** Something that was put in or taken out, whatever it is. */
export function Change({ how, children }: { how: Exclude<How, "same">; children: React.ReactNode }) {
  const t = useWords("desk");
  const Tag = how === "in" ? "ins" : "del";
  return (
    <Tag className={LOOKS[how]}>
      <bdi className="sr-only"> {t(`changes.${how}`)} </bdi>
      {children}
    </Tag>
  );
}
