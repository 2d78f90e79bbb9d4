"use server";
import * as create from "#domain/pages/create-page.ts";
import * as input from "#domain/pages/input.ts";
import * as move from "#domain/pages/move-page.ts";
import * as start from "#domain/pages/start-pages.ts";
import { action } from "#server/action.ts";

export const createPage = action(input.createPageInput, create.createPage);
export const translatePage = action(input.translatePageInput, create.translatePage);
export const startPages = action(input.startPagesInput, start.startPages);
export const movePage = action(input.movePageInput, move.movePage);
export const setPageRole = action(input.pageRoleInput, move.setPageRole);
