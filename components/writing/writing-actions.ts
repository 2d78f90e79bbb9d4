/** What the screens of templates and snippets can ask for. The app hands these in. */

import type { z } from "zod";
import type { Language } from "#domain/vocabulary.ts";
import type { changeTemplateInput, keepSnippetInput, saveTemplateInput } from "#domain/writing/input.ts";
import type { Snippet } from "#domain/writing/snippets.ts";
import type { Act } from "../auth/use-act.ts";

export type SnippetActions = {
  list: Act<{ language?: Language }, Snippet[]>;
  keep: Act<z.input<typeof keepSnippetInput>, { snippetId: string }>;
  remove: Act<{ snippetId: string }, { isGone: true }>;
};
export type TemplateActions = {
  save: Act<z.input<typeof saveTemplateInput>, { templateId: string }>;
  change: Act<z.input<typeof changeTemplateInput>, { templateId: string }>;
  retire: Act<{ templateId: string }, { isGone: true }>;
};
export type WritingActions = { snippets: SnippetActions; templates: TemplateActions };
