"use server";
import * as input from "#domain/writing/input.ts";
import * as snippets from "#domain/writing/snippets.ts";
import * as templates from "#domain/writing/templates.ts";
import { action } from "#server/action.ts";

export const listSnippets = action(input.listSnippetsInput, snippets.listSnippets);
export const keepSnippet = action(input.keepSnippetInput, snippets.keepSnippet);
export const removeSnippet = action(input.snippetInput, snippets.removeSnippet);
export const saveTemplate = action(input.saveTemplateInput, templates.saveTemplate);
export const changeTemplate = action(input.changeTemplateInput, templates.changeTemplate);
export const retireTemplate = action(input.templateInput, templates.retireTemplate);
