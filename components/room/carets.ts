/** Colleagues' carets and selections in the body, with their names; right in right-to-left text too. */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import type { PersonHere } from "./people-here.ts";

type User = Partial<PersonHere> & { color?: string };

export const caretsOf = (awareness: Awareness) =>
  Extension.create({
    name: "carets",
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: selection }),
      new Plugin({ key: new PluginKey("caretNames"), view: (view) => showingNames(view, awareness) }),
    ],
  });

function showingNames(view: EditorView, awareness: Awareness) {
  const moved = ({ updated }: { updated: number[] }) => {
    for (const client of updated) showName(view, client);
  };
  awareness.on("change", moved);
  return { destroy: () => awareness.off("change", moved) };
}

/**
 * No border, margin or padding: those would part Arabic letters that are joined. The sign that the
 * style sheet puts inside has no width and takes its direction from its neighbours, so the caret stands
 * between the letters it is between.
 */
function caret(user: User, client: number): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "room-caret";
  mark.dataset.client = String(client);
  mark.style.setProperty("--person", user.color ?? "");
  mark.setAttribute("aria-hidden", "true");
  // Drawn from the attribute: what stands in the body stays the story's text and nothing else.
  mark.dataset.name = user.name ?? "";
  const line = document.createElement("span");
  line.className = "room-caret-line";
  mark.append(line);
  return mark;
}

function selection(user: User) {
  return { class: "room-selection", style: `--person: ${user.color ?? "transparent"}` };
}

/** A name shows when its caret moves, then gives the text free again. */
function showName(view: EditorView, client: number): void {
  const mark = view.dom.querySelector<HTMLElement>(`.room-caret[data-client="${client}"]`);
  if (mark) mark.dataset.moved = mark.dataset.moved === "once" ? "again" : "once";
}
