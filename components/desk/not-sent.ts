/** "Rawa has since changed paragraph 3 and the headline. Not sent." */
import type { NotSent } from "#domain/stories/publish.ts";
import type { useWords } from "../words.client.tsx";

type DeskWords = ReturnType<typeof useWords<"desk">>;

export function notSentWords({ authorName, paragraphs, fields }: NonNullable<NotSent>, t: DeskWords): string {
  const parts = [
    ...(paragraphs.length === 0
      ? []
      : [t("paragraphs", { count: paragraphs.length, numbers: joined(paragraphs.map(String), t("and")) })]),
    ...fields.map((field) => t(`field.${field}`)),
  ];
  const what = parts.length === 0 ? t("theText") : joined(parts, t("and"));
  return t("notSent", { name: authorName, what });
}

function joined(parts: string[], and: string): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
}
