import type { ReactNode } from "react";
import { WordTabs } from "#components/admin/words/word-tabs.client.tsx";
import { Words } from "#components/words.tsx";
import { may } from "#domain/permissions.ts";
import { WORD_KINDS } from "#domain/vocabulary.ts";
import { KINDS } from "#domain/words/kinds.ts";
import { interfaceLanguage, requirePerson } from "#server/session.ts";

type WordsLayoutProps = { children: ReactNode };

/** The lists of words lie beside each other; each asks for the right by itself. */
export default async function WordsLayout({ children }: WordsLayoutProps) {
  const [person, language] = await Promise.all([requirePerson("/admin/topics"), interfaceLanguage()]);
  return (
    <Words namespaces={["words"]} language={language}>
      <WordTabs kinds={WORD_KINDS.filter((kind) => may(person, KINDS[kind].right))} />
      {children}
    </Words>
  );
}
