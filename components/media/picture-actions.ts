/** What picture screens can ask for. The app hands these in; a component never imports an action. */
import type { z } from "zod";
import type { DeskPicture } from "#domain/pictures/find.ts";
import type {
  changePictureInput,
  changePicturesInput,
  cutPictureInput,
  listPicturesInput,
  lookAtSurfacesInput,
  pullPictureInput,
  returnPictureInput,
} from "#domain/pictures/input.ts";
import type { PictureLine } from "#domain/pictures/list.ts";
import type { Likeness } from "#domain/pictures/list-likenesses.ts";
import type { PictureUseLine } from "#domain/pictures/list-uses.ts";
import type { SurfaceResult } from "#domain/pictures/look-again.ts";
import type { SurfaceLine } from "#domain/pictures/surfaces.ts";
import type { Answer } from "../editor/autosave.ts";

type Act<I, R> = (input: I) => Promise<Answer<R>>;
type OnPicture = { pictureId: string };

export type PictureActions = {
  list: Act<z.input<typeof listPicturesInput>, { rows: PictureLine[]; next: string | null }>;
  get: Act<OnPicture, DeskPicture>;
  change: Act<z.input<typeof changePictureInput>, { version: number }>;
  changeMany: Act<z.input<typeof changePicturesInput>, { changed: number }>;
  cut: Act<z.input<typeof cutPictureInput>, { version: number; edition: number }>;
  listUses: Act<OnPicture, { uses: PictureUseLine[]; hidden: number }>;
  listLikenesses: Act<OnPicture, Likeness[]>;
  pull: Act<z.input<typeof pullPictureInput>, { version: number; changeSeq: number }>;
  giveBack: Act<z.input<typeof returnPictureInput>, { version: number; changeSeq: number }>;
  listSurfaces: Act<OnPicture, SurfaceLine[]>;
  lookAtSurfaces: Act<z.input<typeof lookAtSurfacesInput>, SurfaceResult[]>;
};
