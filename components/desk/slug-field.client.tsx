"use client";
import { useState } from "react";
import { slugFrom } from "#domain/languages/slug.ts";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { useStory } from "./story-context.ts";

/** The words at the end of the story's address; left empty, they are made from the headline. */
export function SlugField() {
  const { desk, fields, change, mayType } = useStory();
  const t = useWords("desk");
  const [typed, setTyped] = useState(fields.slug);
  const shown = slugOf(typed) === fields.slug ? typed : fields.slug;
  return (
    <TextField
      label={t("slug")}
      description={t("slugHelp", { number: String(desk.story.number) })}
      value={shown}
      placeholder={slugFrom(fields.headline)}
      readOnly={!mayType}
      onChange={(text) => {
        const written = text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
        setTyped(written);
        change({ slug: slugOf(written) });
      }}
      dir="ltr"
      maxLength={80}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** What is stored of it: a hyphen at the end is only on its way to the next word. */
function slugOf(written: string): string {
  return written.replace(/^-+|-+$/g, "");
}
