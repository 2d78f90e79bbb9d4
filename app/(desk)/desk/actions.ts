"use server";
import * as create from "#domain/stories/create.ts";
import { createInput } from "#domain/stories/input.ts";
import { action } from "#server/action.ts";

export const createStory = action(createInput, create.createStory);
