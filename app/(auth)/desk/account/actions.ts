"use server";
import { changePasswordInput } from "#domain/users/input.ts";
import { action } from "#server/action.ts";
import { changeOwnPassword } from "#server/auth.ts";

export const changePassword = action(changePasswordInput, changeOwnPassword);
