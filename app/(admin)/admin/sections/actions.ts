"use server";
import { addSection } from "#domain/outlet/add-section.ts";
import {
  addSectionInput,
  orderSectionsInput,
  renameSectionInput,
  sectionInput,
} from "#domain/outlet/input.ts";
import { orderSections } from "#domain/outlet/order-sections.ts";
import { renameSection } from "#domain/outlet/rename-section.ts";
import { retireSection, returnSection } from "#domain/outlet/retire-section.ts";
import { action } from "#server/action.ts";

export const add = action(addSectionInput, addSection);
export const rename = action(renameSectionInput, renameSection);
export const order = action(orderSectionsInput, orderSections);
export const retire = action(sectionInput, retireSection);
export const takeBack = action(sectionInput, returnSection);
