import type { PictureActions } from "#components/media/picture-actions.ts";
import * as actions from "./actions.ts";

/** What the layouts hand to every picker and sheet below them. */
export const pictureActions: PictureActions = {
  list: actions.listPictures,
  get: actions.getPicture,
  change: actions.changePicture,
  changeMany: actions.changePictures,
  cut: actions.cutPicture,
  listUses: actions.listPictureUses,
  listLikenesses: actions.listLikenesses,
  pull: actions.pullPicture,
  giveBack: actions.returnPicture,
  listSurfaces: actions.listSurfaces,
  lookAtSurfaces: actions.lookAtSurfaces,
};
