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
  pictureInput,
} from "#domain/pictures/input.ts";
import * as list from "#domain/pictures/list.ts";
import * as likenesses from "#domain/pictures/list-likenesses.ts";
import * as uses from "#domain/pictures/list-uses.ts";
import { action } from "#server/action.ts";

export const listPictures = action(listPicturesInput, list.listPictures);
export const getPicture = action(pictureInput, find.getPicture);
export const listPictureUses = action(pictureInput, uses.listUses);
export const listLikenesses = action(pictureInput, likenesses.listLikenesses);
export const changePicture = action(changePictureInput, change.changePicture);
export const changePictures = action(changePicturesInput, changeMany.changePictures);
export const cutPicture = action(cutPictureInput, cut.cutPicture);
