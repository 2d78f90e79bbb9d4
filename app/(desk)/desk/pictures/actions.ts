"use server";
import * as change from "#domain/pictures/change.ts";
import * as changeMany from "#domain/pictures/change-many.ts";
import * as cut from "#domain/pictures/cut.ts";
import * as find from "#domain/pictures/find.ts";
import {
  changePictureInput,
  changePicturesInput,
  cutPictureInput,
  listPicturesInput,
  lookAtSurfacesInput,
  pictureInput,
  pullPictureInput,
  returnPictureInput,
} from "#domain/pictures/input.ts";
import * as list from "#domain/pictures/list.ts";
import * as likenesses from "#domain/pictures/list-likenesses.ts";
import * as uses from "#domain/pictures/list-uses.ts";
import * as look from "#domain/pictures/look-again.ts";
import * as pull from "#domain/pictures/pull.ts";
import * as giveBack from "#domain/pictures/return.ts";
import { action } from "#server/action.ts";
import { lookAsReader } from "#server/look.ts";

export const listPictures = action(listPicturesInput, list.listPictures);
export const getPicture = action(pictureInput, find.getPicture);
export const listPictureUses = action(pictureInput, uses.listUses);
export const listLikenesses = action(pictureInput, likenesses.listLikenesses);
export const changePicture = action(changePictureInput, change.changePicture);
export const changePictures = action(changePicturesInput, changeMany.changePictures);
export const cutPicture = action(cutPictureInput, cut.cutPicture);
export const pullPicture = action(pullPictureInput, pull.pullPicture);
export const returnPicture = action(returnPictureInput, giveBack.returnPicture);
export const listSurfaces = action(pictureInput, look.listSurfaces);
export const lookAtSurfaces = action(lookAtSurfacesInput, (ctx, input) =>
  look.lookAtSurfaces(ctx, input, lookAsReader),
);
