import { useState } from "react";

/**
 * A block's attribute in a field of its own. Typing shows at once, because a field that waits for
 * the document's answer loses its cursor; what comes from elsewhere (undo, a colleague) shows too.
 */
export function useAttribute(value: string, write: (value: string) => void) {
  const [typed, setTyped] = useState({ value, known: value });
  if (typed.known !== value) setTyped({ value, known: value });
  return {
    value: typed.known === value ? typed.value : value,
    onChange: (text: string) => {
      const line = text.replace(/\s*\n\s*/g, " ");
      setTyped({ value: line, known: line });
      write(line);
    },
  };
}
