/** The actions of templates and snippets, by the names that screens call them. */
import type { WritingActions } from "#components/writing/writing-actions.ts";
import * as actions from "./actions.ts";

export const writingActions: WritingActions = {
  snippets: { list: actions.listSnippets, keep: actions.keepSnippet, remove: actions.removeSnippet },
  templates: {
    save: actions.saveTemplate,
    change: actions.changeTemplate,
    retire: actions.retireTemplate,
  },
};
