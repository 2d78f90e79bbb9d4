"use client";
import type { ChangedField, ChoiceWord, ComparedChoice } from "#domain/history/compare-fields.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { useClock } from "../../time.client.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { ComparedPictures } from "./compared-pictures.client.tsx";
import { Change, Pieces } from "./pieces.client.tsx";
import { RestorePart } from "./restore-part.client.tsx";

/** Everything beside the text that is different, each by its name and in the words of the screen. */
export function ComparedFields({
  fields,
  language,
}: {
  fields: readonly ChangedField[];
  language: Language;
}) {
  const t = useWords("desk");
  return (
    <dl className="flex flex-col gap-3">
      {fields.map((field) => {
        const label = t(`changes.field.${field.name}`);
        return (
          <div key={field.name} className="border-edge border-s-2 ps-3">
            <dt className="flex flex-wrap items-center justify-between gap-x-3 text-ink-soft text-sm">
              {label}
              <RestorePart part={{ kind: "field", name: field.name }} label={label} />
            </dt>
            <dd lang={language} dir={LANGUAGES[language].direction}>
              <FieldChange field={field} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function FieldChange({ field }: { field: ChangedField }) {
  const t = useWords("desk");
  const pictures = useWords("pictures");
  if (field.kind === "text") return <Pieces pieces={field.pieces} />;
  if (field.kind === "choices") {
    return (
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {field.choices.map((choice, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its order
          <li key={at}>
            <ChoiceChange choice={choice} />
          </li>
        ))}
      </ul>
    );
  }
  const { before, after } = field;
  const said = (picture: NonNullable<typeof before>) =>
    [picture.name, pictures(`cropOf.${picture.crop}`)].filter((part) => part !== "").join(" · ");
  return (
    <>
      <ComparedPictures
        before={before?.pictureId ?? null}
        after={after?.pictureId ?? null}
        crops={[before?.crop ?? "full", after?.crop ?? "full"]}
      />
      <p className="text-sm">
        <Change how="out">{before ? said(before) : t("changes.noPicture")}</Change>{" "}
        <Change how="in">{after ? said(after) : t("changes.noPicture")}</Change>
      </p>
    </>
  );
}

function ChoiceChange({ choice: { how, text, words } }: { choice: ComparedChoice }) {
  const spoken = useSpoken();
  const beside = words.map(spoken).join(", ");
  // "Yes (translated the quotes)", but "Rawa Aziz (reporting)".
  const isAnswer = words.some(({ of }) => of === "machineHelp");
  const [first = "", more] = [isAnswer ? beside : text, isAnswer ? text : beside].filter(
    (part) => part !== "",
  );
  const told = more ? `${first} (${more})` : first;
  return how === "same" ? <bdi>{told}</bdi> : <Change how={how}>{told}</Change>;
}

function useSpoken() {
  const t = useWords("desk");
  const { timeZone } = useStory();
  const clock = useClock(timeZone);
  return (word: ChoiceWord): string => {
    switch (word.of) {
      case "role":
        return t(`role.${word.value}`);
      case "mark":
        return t(word.value);
      case "machineHelp":
        return t(`machineHelpOf.${word.value}`);
      case "time":
        return clock.dayAndTime(new Date(word.value));
      case "own":
        return t("changes.ownReporting");
      default:
        return word satisfies never;
    }
  };
}
