/** The actions of an open story, by the names that its screen calls them. */
import type { DeskActions } from "#components/desk/actions.ts";
import * as pages from "../../pages/actions.ts";
import { writingActions } from "../../writing/writing-actions.ts";
import * as actions from "./actions.ts";
import * as history from "./history-actions.ts";
import * as sharing from "./sharing-actions.ts";

export const storyActions: DeskActions = {
  save: actions.saveStory,
  open: actions.openStory,
  translate: actions.translateStory,
  translatePage: pages.translatePage,
  movePage: pages.movePage,
  setPageRole: pages.setPageRole,
  submit: actions.submitStory,
  approve: actions.approveStory,
  sendBack: actions.sendBackStory,
  publish: actions.publishStory,
  publishUpdate: actions.publishUpdate,
  withdraw: actions.withdrawStory,
  setEmbargo: actions.setEmbargo,
  liftEmbargo: actions.liftEmbargo,
  listRevisions: actions.listRevisions,
  lookAt: actions.lookAtRevision,
  restore: history.restoreRevision,
  listHistory: history.listHistory,
  compareVersions: history.compareVersions,
  restorePart: history.restorePart,
  nameVersion: history.nameVersion,
  lookAtStory: history.lookAtStory,
  listParagraphAuthors: history.listParagraphAuthors,
  openSharing: sharing.openSharing,
  addHandLine: sharing.addHandLine,
  changedHandLine: sharing.changedHandLine,
  removeHandLine: sharing.removeHandLine,
  seeChanges: actions.seeChanges,
  listRelated: actions.listRelated,
  writing: writingActions,
  addContributor: actions.addContributor,
  addPlace: actions.addPlace,
  addTopic: actions.addTopic,
  addAgency: actions.addAgency,
};
