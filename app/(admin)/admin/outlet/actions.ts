"use server";
import { previewInput } from "#domain/brand/preview-input.ts";
import { changeSettings } from "#domain/outlet/change-settings.ts";
import { changeSettingsInput } from "#domain/outlet/input.ts";
import { action } from "#server/action.ts";
import { printPreview } from "./print-preview.tsx";

export const save = action(changeSettingsInput, changeSettings);
export const preview = action(previewInput, printPreview);
