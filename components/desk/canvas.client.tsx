"use client";
import type { Editor } from "@tiptap/react";
import { EditorContent } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { LANGUAGES } from "#domain/vocabulary.ts";
import type { Room } from "../room/room.ts";
import { useJointLine } from "../room/use-joint-line.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words.client.tsx";
import { ChosenBy } from "./chosen-by.client.tsx";
import { DatelineField } from "./dateline-field.client.tsx";
import { LeadField } from "./lead-field.client.tsx";
import { SectionField } from "./section-field.client.tsx";
import { useStory } from "./story-context.ts";
import { Styled } from "./style-note.client.tsx";

type CanvasProps = { editor: Editor | null; toolbar: ReactNode };

/** The page that is being written: everything that readers will read, in the order they will read it. */
export function Canvas({ editor, toolbar }: CanvasProps) {
  const { desk, mayType } = useStory();
  const { language } = desk.story;
  const t = useWords("desk");
  const isStory = desk.story.kind === "story";
  const isNew = useRef(desk.head.fields.headline === "" && desk.story.live === "none").current;
  return (
    <div className="mx-auto w-full max-w-3xl bg-page px-4 pb-32 sm:my-6 sm:rounded-2xl sm:border sm:border-line sm:px-14 sm:pb-20">
      {isStory && (
        <Styled field="leadPicture" label={t("leadPicture")}>
          <LeadField />
        </Styled>
      )}
      <div dir={LANGUAGES[language].direction} className="flex min-h-4 flex-wrap items-center gap-x-3 pt-4">
        {isStory && (
          <>
            <SectionField />
            <ChosenBy field="sectionId" />
            <Styled field="kicker" label={t("kicker")} className="min-w-40 flex-1">
              <LineField name="kicker" label={t("kicker")} className="text-sm" />
            </Styled>
          </>
        )}
      </div>
      <div lang={language} dir={LANGUAGES[language].direction} className="story-head">
        <Styled field="headline" label={t("headline")}>
          <LineField name="headline" label={t("headline")} className="story-headline" isFirst={isNew} />
        </Styled>
        <Styled field="standfirst" label={t("standfirst")}>
          <LineField name="standfirst" label={t("standfirst")} className="story-standfirst" />
        </Styled>
      </div>
      {isStory && (
        <Styled field="dateline" label={t("dateline")}>
          <DatelineField />
        </Styled>
      )}
      <div className="sticky top-14 z-10 -mx-4 border-line border-b bg-page px-2 sm:-mx-14 sm:px-12">
        {toolbar}
      </div>
      <Styled field="body" label={t("body")}>
        {editor ? (
          <EditorContent editor={editor} />
        ) : (
          <div
            className="story-body"
            aria-busy={mayType}
            lang={language}
            dir={LANGUAGES[language].direction}
          />
        )}
      </Styled>
    </div>
  );
}

type LineFieldProps = {
  name: "kicker" | "headline" | "standfirst";
  label: string;
  className: string;
  isFirst?: boolean;
};

/** Text that wraps like the page it will be on, but holds no line breaks; Enter goes on to the next. */
function LineField(props: LineFieldProps) {
  const { room } = useStory();
  return room ? <JointLineField {...props} room={room} /> : <OwnLineField {...props} />;
}

/** Colleagues write in it too, so it shows the room's text by itself; what stands in it first is the page's. */
function JointLineField({ room, ...props }: LineFieldProps & { room: Room }) {
  const { desk } = useStory();
  const area = useRef<HTMLTextAreaElement>(null);
  useJointLine(room, props.name, area);
  return <textarea {...useLine(props, area)} defaultValue={desk.head.fields[props.name]} />;
}

function OwnLineField(props: LineFieldProps) {
  const { fields, change } = useStory();
  const { name } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <textarea
      {...useLine(props, area)}
      value={fields[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value.replace(/\s*\n\s*/g, " ") })}
    />
  );
}

function useLine(
  { name, label, className, isFirst }: LineFieldProps,
  ref: RefObject<HTMLTextAreaElement | null>,
) {
  const { desk, mayType } = useStory();
  const { language } = desk.story;
  useEffect(() => {
    if (isFirst && mayType) ref.current?.focus();
  }, [isFirst, mayType, ref]);
  return {
    // Also where one writes alone: what the server sent must be what the room's field begins with.
    "data-room-place": name,
    ...{ ref, "aria-label": label, placeholder: label, rows: 1, readOnly: !mayType, onKeyDown: goOn },
    ...{ lang: language, dir: LANGUAGES[language].direction, enterKeyHint: "next" as const },
    className: cx("canvas-line field-sizing-content", name === "kicker" && "min-w-40 flex-1", className),
  };
}

/** Enter moves to the next place to write in, in the order of the page. */
function goOn(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const places = [
    ...document.querySelectorAll<HTMLElement>("textarea.canvas-line, input.canvas-line, .story-body"),
  ];
  places[places.indexOf(event.currentTarget) + 1]?.focus();
}
