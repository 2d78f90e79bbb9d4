"use server";
import { changeOwnPicture } from "#domain/users/change-own-picture.ts";
import { changeProfile } from "#domain/users/change-profile.ts";
import {
  changeOwnPictureInput,
  changePasswordInput,
  changeProfileInput,
  ownSessionInput,
} from "#domain/users/input.ts";
import { endOwnSession } from "#domain/users/own-sessions.ts";
import { action } from "#server/action.ts";
import { changeOwnPassword } from "#server/auth.ts";

export const saveProfile = action(changeProfileInput, changeProfile);
export const savePicture = action(changeOwnPictureInput, changeOwnPicture);
export const endSession = action(ownSessionInput, endOwnSession);
export const changePassword = action(changePasswordInput, changeOwnPassword);
