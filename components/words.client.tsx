"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createTranslator } from "use-intl/core";
import { INTERFACE_LANGUAGE, type Messages, type Namespace } from "./messages.ts";

const Given = createContext<Partial<Messages>>({});

/** Used by `Words` in words.tsx. Providers add up: a page has its own strings and its layout's. */
export function WordsProvider({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const above = useContext(Given);
  const all = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return <Given value={all}>{children}</Given>;
}

/** The strings of one namespace in a client component; a layout above must have given them by `Words`. */
export function useWords<N extends Namespace>(namespace: N) {
  const messages = useContext(Given)[namespace];
  if (!messages) throw new Error(`No <Words namespaces={["${namespace}"]}> stands above this component.`);
  return useMemo(
    () => createTranslator({ locale: INTERFACE_LANGUAGE, messages: messages as Messages[N] }),
    [messages],
  );
}
