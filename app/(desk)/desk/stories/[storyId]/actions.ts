"use server";
import * as add from "#domain/choices/add.ts";
import * as changes from "#domain/stories/changes-before-out.ts";
import * as create from "#domain/stories/create.ts";
import * as find from "#domain/stories/find.ts";
import * as input from "#domain/stories/input.ts";
import * as move from "#domain/stories/move.ts";
import * as publishing from "#domain/stories/publish.ts";
import * as related from "#domain/stories/related.ts";
import * as revisions from "#domain/stories/revisions.ts";
import * as saving from "#domain/stories/save.ts";
import * as embargo from "#domain/stories/set-embargo.ts";
import * as taking from "#domain/stories/withdraw.ts";
import { action } from "#server/action.ts";
import { withPictures } from "#server/pictures/with-pictures.ts";

export const saveStory = action(input.saveInput, saving.saveStory);
export const openStory = action(input.storyInput, find.getDeskStory);
export const translateStory = action(input.translateInput, create.createStory);
export const submitStory = action(input.moveInput, move.submitStory);
export const approveStory = action(input.moveInput, move.approveStory);
export const sendBackStory = action(input.moveInput, move.sendBackStory);
export const publishStory = action(input.publishInput, withPictures(publishing.publishStory));
export const publishUpdate = action(input.updateInput, withPictures(publishing.publishUpdate));
export const withdrawStory = action(input.withdrawInput, taking.withdrawStory);
export const listRevisions = action(input.listRevisionsInput, revisions.listRevisions);
export const lookAtRevision = action(input.revisionInput, revisions.getRevision);
export const seeChanges = action(input.changesInput, changes.getChangesBeforeOut);
export const listRelated = action(input.relatedInput, related.listRelated);
export const addContributor = action(input.wordInput, add.addContributor);
export const addPlace = action(input.wordInput, add.addPlace);
export const addTopic = action(input.wordInput, add.addTopic);
export const addAgency = action(input.wordInput, add.addAgency);

export const setEmbargo = action(input.embargoInput, async (ctx, terms) => {
  await embargo.setEmbargo(ctx, terms);
  return { isHeld: true as const };
});

export const liftEmbargo = action(input.storyInput, async (ctx, story) => {
  await embargo.liftEmbargo(ctx, story);
  return { isHeld: false as const };
});
