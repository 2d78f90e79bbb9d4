import { type NodeConfig, wrappingInputRule } from "@tiptap/core";
import { digitsToLatin } from "../languages/numerals.ts";

/** "1. " begins a list, and so do "١. " and "۱. "; a year at the start of a line doesn't. */
const LIST_NUMBER = /^([0-9٠-٩۰-۹]{1,3})[.)]\s$/;

/** A numbered list begins at its `start`; roman and lettered lists come in as numbers. */
export const narrowOrderedList: Partial<NodeConfig> = {
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => {
        const start = Number(element.getAttribute("start") ?? 1);
        return Number.isInteger(start) && start >= 0 && start <= 9999 ? start : 1;
      },
    },
  }),
  addInputRules() {
    const numberIn = (match: RegExpMatchArray) => Number(digitsToLatin(match[1] ?? "1"));
    return [
      wrappingInputRule({
        find: LIST_NUMBER,
        type: this.type,
        getAttributes: (match) => ({ start: numberIn(match) }),
        joinPredicate: (match, list) => list.childCount + list.attrs.start === numberIn(match),
      }),
    ];
  },
};
