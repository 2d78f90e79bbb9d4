"use server";
import { importInput, moveInInput, rehearseInput } from "#domain/imports/input.ts";
import { goOn, moveIn, rehearseAgain, stopImport } from "#domain/imports/runs.ts";
import { action } from "#server/action.ts";

export const rehearse = action(rehearseInput, rehearseAgain);
export const begin = action(moveInInput, moveIn);
export const stop = action(importInput, stopImport);
export const resume = action(importInput, goOn);
