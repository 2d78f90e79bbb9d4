"use server";
import * as comparing from "#domain/history/compare-versions.ts";
import * as input from "#domain/history/input.ts";
import * as listing from "#domain/history/list-history.ts";
import * as looking from "#domain/history/look.ts";
import * as naming from "#domain/history/name-version.ts";
import * as authors from "#domain/history/paragraph-authors.ts";
import * as restoring from "#domain/history/restore.ts";
import { restoreInput } from "#domain/stories/input.ts";
import { action } from "#server/action.ts";

export const listHistory = action(input.listHistoryInput, listing.listHistory);
export const compareVersions = action(input.compareInput, comparing.compareVersions);
export const restoreRevision = action(restoreInput, restoring.restoreRevision);
export const restorePart = action(input.restorePartInput, restoring.restorePart);
export const nameVersion = action(input.nameVersionInput, naming.nameVersion);
export const lookAtStory = action(input.lookInput, looking.lookAtStory);
export const listParagraphAuthors = action(input.lookInput, authors.listParagraphAuthors);
