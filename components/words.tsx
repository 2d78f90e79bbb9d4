/**
 * Interface strings, in the language of the person who is asking. In a server component:
 * `const t = words("desk", language)`, then `t("key", { values })`; a page has the language from
 * `interfaceLanguage()` of server/session.ts and hands it on. In a `*.client.tsx` file:
 * `useWords("desk")` from words.client.tsx; a layout above has put
 * `<Words namespaces={["desk"]} language={language}>` around it, so that the browser gets those
 * strings and no others.
 */
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import type { Language } from "#domain/vocabulary.ts";
import { type Catalogue, messagesIn } from "./catalogue.ts";
import { INTL_LOCALES, type Messages, type Namespace } from "./messages.ts";
import { WordsProvider } from "./words.client.tsx";

/** The strings of one namespace, in one of the interface's languages. */
export function words<N extends Namespace>(namespace: N, language: Language, catalogue?: Catalogue) {
  const messages = messagesIn(namespace, language, catalogue);
  return createTranslator<Messages[N]>({ locale: INTL_LOCALES[language], messages });
}

type WordsProps = {
  namespaces: readonly Namespace[];
  language: Language;
  catalogue?: Catalogue;
  children: ReactNode;
};

/** Hands strings on to the client components below it, on top of those that are there already. */
export function Words({ namespaces, language, catalogue, children }: WordsProps) {
  const messages = Object.fromEntries(
    namespaces.map((namespace) => [namespace, messagesIn(namespace, language, catalogue)]),
  );
  return (
    <WordsProvider language={language} messages={messages}>
      {children}
    </WordsProvider>
  );
}
