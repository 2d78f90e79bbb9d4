"use client";
import type { ReactNode } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import { BylineField } from "./byline-field.client.tsx";
import { MachineHelpField } from "./machine-help-field.client.tsx";
import { PageDetails } from "./pages/page-details.client.tsx";
import { RelatedField } from "./related-field.client.tsx";
import { ShareField } from "./share-field.client.tsx";
import { SlugField } from "./slug-field.client.tsx";
import { SourcesField } from "./sources-field.client.tsx";
import { useStory } from "./story-context.ts";
import { Styled } from "./style-note.client.tsx";
import { TopicsField } from "./topics-field.client.tsx";

/** Everything about the story that isn't on its page: beside it, or in a sheet on a phone. */
export function Details({ children }: { children: ReactNode }) {
  const { desk } = useStory();
  if (desk.story.kind === "page") return <PageDetails>{children}</PageDetails>;
  return <StoryDetails>{children}</StoryDetails>;
}

function StoryDetails({ children }: { children: ReactNode }) {
  const { fields, change, mayType } = useStory();
  const t = useWords("desk");
  const mark = (name: "lead" | "top") => (isOn: boolean) =>
    change({ marks: isOn ? [...fields.marks, name] : fields.marks.filter((other) => other !== name) });
  return (
    <div className="flex flex-col gap-6">
      {children}
      <Styled field="slugline" label={t("slugline")}>
        <TextField
          label={t("slugline")}
          value={fields.slugline}
          readOnly={!mayType}
          onChange={(slugline) => change({ slugline })}
          dir="auto"
          autoComplete="off"
        />
      </Styled>
      <Styled field="byline" label={t("byline")}>
        <BylineField />
      </Styled>
      <Styled field="topicIds" label={t("topics")}>
        <TopicsField />
      </Styled>
      <Styled field="sources" label={t("sources")}>
        <SourcesField />
      </Styled>
      <MachineHelpField />
      <RelatedField />
      <Styled field="shareText" label={t("shareText")}>
        <ShareField />
      </Styled>
      <SlugField />
      <fieldset>
        <legend className="font-medium text-sm">{t("marks")}</legend>
        <Checkbox
          label={t("lead")}
          description={t("leadHelp")}
          isChecked={fields.marks.includes("lead")}
          isDisabled={!mayType}
          onChange={mark("lead")}
        />
        <Checkbox
          label={t("top")}
          description={t("topHelp")}
          isChecked={fields.marks.includes("top")}
          isDisabled={!mayType}
          onChange={mark("top")}
        />
      </fieldset>
    </div>
  );
}
