"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createTranslator } from "use-intl/core";
import type { Language } from "#domain/vocabulary.ts";
import { INTL_LOCALES, type Messages, type Namespace } from "./messages.ts";

type Given = { language: Language; messages: Partial<Messages> };

const GivenWords = createContext<Given>({ language: "en", messages: {} });

/**
 * Used by `Words` in words.tsx. Providers add up: a page has its own strings and its layout's. The
 * kit's own parts follow: which way their arrow keys go, what they say to screen readers.
 */
export function WordsProvider({ language, messages, children }: Given & { children: ReactNode }) {
  const above = useContext(GivenWords).messages;
  const given = useMemo(
    () => ({ language, messages: { ...above, ...messages } }),
    [above, language, messages],
  );
  return (
    <GivenWords value={given}>
      <I18nProvider locale={INTL_LOCALES[language]}>{children}</I18nProvider>
    </GivenWords>
  );
}

/** The language of the interface on this page. */
export function useInterfaceLanguage(): Language {
  return useContext(GivenWords).language;
}

/** The strings of one namespace in a client component; a layout above must have given them by `Words`. */
export function useWords<N extends Namespace>(namespace: N) {
  const { language, messages: given } = useContext(GivenWords);
  const messages = given[namespace];
  if (!messages) throw new Error(`No <Words namespaces={["${namespace}"]}> stands above this component.`);
  return useMemo(
    () => createTranslator({ locale: INTL_LOCALES[language], messages: messages as Messages[N] }),
    [language, messages],
  );
}
