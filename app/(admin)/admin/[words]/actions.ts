"use server";
import { linkBylineInput } from "#domain/bylines/input.ts";
import { linkByline } from "#domain/bylines/link.ts";
import { addWord } from "#domain/words/add-word.ts";
import { changeWord } from "#domain/words/change-word.ts";
import { addWordInput, changeWordInput } from "#domain/words/input.ts";
import { action } from "#server/action.ts";

export const add = action(addWordInput, addWord);
export const change = action(changeWordInput, changeWord);
export const link = action(linkBylineInput, linkByline);
