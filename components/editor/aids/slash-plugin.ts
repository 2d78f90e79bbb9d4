/**
 * "/" in a line: what could stand here. The plugin watches the text and says what it sees; the
 * menu beside it (slash-menu.client.tsx) shows the choice and hears the keys while it is open.
 */

import { type Plugin, PluginKey } from "@tiptap/pm/state";
import type { Editor, Range } from "@tiptap/react";
import { exitSuggestion, Suggestion, type SuggestionProps } from "@tiptap/suggestion";

export const SLASH = new PluginKey("slash");

export type Slash = {
  /** What was typed behind the sign. */
  query: string;
  range: Range;
  /** Where the sign stands on the screen, now. */
  spot: () => DOMRect | null;
};

type Hears = {
  show: (slash: Slash | null) => void;
  /** True: the key meant something to the open menu. */
  press: (key: string) => boolean;
};

const seen = ({ query, range, clientRect }: SuggestionProps): Slash => ({
  query,
  range,
  spot: () => clientRect?.() ?? null,
});

export function slashPlugin(editor: Editor, { show, press }: Hears): Plugin {
  return Suggestion({
    editor,
    pluginKey: SLASH,
    char: "/",
    // A date or "he/she" is no question: the sign stands first in its line or behind a blank.
    allowedPrefixes: [" ", "\u00a0"],
    decorationClass: "slash",
    items: () => [],
    allow: ({ state }) => !/^(?:picture|pullQuote)$/.test(state.selection.$from.parent.type.name),
    render: () => ({
      onStart: (props) => show(seen(props)),
      onUpdate: (props) => show(seen(props)),
      onExit: () => show(null),
      onKeyDown: ({ event, view }) => {
        if (event.key === "Escape") {
          exitSuggestion(view, SLASH);
          return true;
        }
        return press(event.key);
      },
    }),
  });
}
