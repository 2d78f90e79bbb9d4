"use server";
import { changeSettings } from "#domain/outlet/change-settings.ts";
import { changeSettingsInput } from "#domain/outlet/input.ts";
import { action } from "#server/action.ts";

export const save = action(changeSettingsInput, changeSettings);
