"use client";
import { useState } from "react";
import type { DeskPicture } from "#domain/pictures/find.ts";
import { PICTURE_RIGHTS, type PictureRights } from "#domain/vocabulary.ts";
import { Select } from "../ui/select.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";
import type { FieldChange } from "./use-desk-picture.ts";

type Picture = DeskPicture["picture"];
type TextName =
  | "author"
  | "source"
  | "credit"
  | "description"
  | "altText"
  | "rightsNote"
  | "proof"
  | "instructions"
  | "place";

export type FieldsProps = {
  picture: Picture;
  save: (fields: FieldChange) => Promise<boolean>;
  isReadOnly: boolean;
};

/** Texts are kept when one leaves their field; what is being typed is never overwritten by what comes in. */
function useText(name: TextName, { picture, save }: FieldsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? picture[name],
    onChange: setTyped,
    onBlur: async () => {
      if (typed === null) return;
      if (typed.trim() === picture[name] || (await save({ [name]: typed }))) setTyped(null);
    },
  };
}

function TextOf({
  name,
  label,
  isLong,
  description,
  ...fields
}: FieldsProps & {
  name: TextName;
  label: string;
  isLong?: boolean;
  description?: string;
}) {
  const text = useText(name, fields);
  const Text = isLong ? TextArea : TextField;
  return (
    <Text
      label={label}
      description={description}
      dir="auto"
      value={text.value}
      onChange={text.onChange}
      onBlur={() => void text.onBlur()}
      readOnly={fields.isReadOnly}
      {...(isLong && { rows: 2 })}
    />
  );
}

/** Where a picture comes from and whether we may print it: what must be known before anything else. */
export function OriginFields(props: FieldsProps) {
  const t = useWords("pictures");
  const { picture, save, isReadOnly } = props;
  return (
    <>
      <Select
        label={t("rights")}
        value={picture.rights}
        disabled={isReadOnly}
        onChange={(rights) => void save({ rights })}
        choices={PICTURE_RIGHTS.map((value) => ({ value, label: t(`rightsOf.${value}`) }))}
      />
      {(picture.rights === "permission" || picture.rights === "free" || picture.rightsNote !== "") && (
        <TextOf {...props} name="rightsNote" label={t(noteLabel(picture.rights))} />
      )}
      <TextOf {...props} name="credit" label={t("credit")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextOf {...props} name="author" label={t("author")} />
        <TextOf {...props} name="source" label={t("source")} />
      </div>
    </>
  );
}

function noteLabel(rights: PictureRights) {
  if (rights === "free") return "licence";
  return rights === "permission" ? "permissionFrom" : "rightsNote";
}

/** What the picture shows, in words. */
export function ShownFields(props: FieldsProps) {
  const t = useWords("pictures");
  return (
    <>
      <TextOf {...props} name="description" label={t("description")} isLong />
      <TextOf {...props} name="altText" label={t("altText")} description={t("altTextHelp")} isLong />
    </>
  );
}

/** What the desk keeps for itself. */
export function DeskFields(props: FieldsProps) {
  const t = useWords("pictures");
  return (
    <>
      <TextOf {...props} name="place" label={t("place")} />
      <TextOf {...props} name="instructions" label={t("instructions")} isLong />
      <TextOf {...props} name="proof" label={t("proof")} description={t("proofHelp")} isLong />
    </>
  );
}
