"use server";
import { getSharing } from "#domain/sharing/find-sharing.ts";
import * as lines from "#domain/sharing/hand-lines.ts";
import { addHandLineInput, handLineInput } from "#domain/sharing/input.ts";
import { storyInput } from "#domain/stories/input.ts";
import { action } from "#server/action.ts";
import { settings } from "#server/env.ts";

export const openSharing = action(storyInput, (ctx, { storyId }) =>
  getSharing(ctx, { storyId, origin: settings().baseUrl }),
);
export const addHandLine = action(addHandLineInput, lines.addHandLine);
export const changedHandLine = action(handLineInput, lines.changedHandLine);
export const removeHandLine = action(handLineInput, lines.removeHandLine);
