"use server";
import { changeProfile } from "#domain/users/change-profile.ts";
import { changePasswordInput, changeProfileInput, ownSessionInput } from "#domain/users/input.ts";
import { endOwnSession } from "#domain/users/own-sessions.ts";
import { action } from "#server/action.ts";
import { changeOwnPassword } from "#server/auth.ts";

export const saveProfile = action(changeProfileInput, changeProfile);
export const endSession = action(ownSessionInput, endOwnSession);
export const changePassword = action(changePasswordInput, changeOwnPassword);
