"use client";
import type { Editor } from "@tiptap/react";
import { lazy, type ReactNode, Suspense } from "react";
import type { PictureRequest } from "../editor/blocks/body-tools.ts";
import { EmbedDialog } from "../editor/embed-dialog.client.tsx";
import { LinkDialog } from "../editor/link-dialog.client.tsx";
import { ShortcutsDialog } from "../editor/shortcuts-dialog.client.tsx";
import { Dialog } from "../ui/dialog.client.tsx";
import { useWords } from "../words.client.tsx";
import { EmbargoDialog } from "./embargo-dialog.client.tsx";
import { ChangesDialog } from "./history/changes-dialog.client.tsx";
import { HistoryDialog } from "./history/history-dialog.client.tsx";
import { PageUpdateDialog } from "./pages/page-update-dialog.client.tsx";
import { PublishDialog } from "./publish-dialog.client.tsx";
import { SnippetOfWords } from "./snippet-of-words.client.tsx";
import { useStory } from "./story-context.ts";
import { TemplateOfStory } from "./template-of-story.client.tsx";
import { UpdateDialog } from "./update-dialog.client.tsx";
import type { Moves, OpenDialogState } from "./use-moves.ts";
import { WithdrawDialog } from "./withdraw-dialog.client.tsx";

const PicturePicker = lazy(() =>
  import("../media/picture-picker.client.tsx").then(({ PicturePicker: loaded }) => ({ default: loaded })),
);

type OpenDialogProps = {
  open: OpenDialogState;
  moves: Moves;
  editor: Editor | null;
  isMac: boolean;
  /** What the picture picker was asked for. */
  request: PictureRequest | null;
  /** What the sheet of a phone shows. */
  details: ReactNode;
};

/** The dialog that is open. Loaded when the first one is asked for: most visits only write. */
export function OpenDialog({ open, moves, editor, isMac, request, details }: OpenDialogProps) {
  const t = useWords("desk");
  const { desk } = useStory();
  const terms = { isPending: moves.doing !== null, problem: moves.problem, onClose: moves.close };
  switch (open.name) {
    case "publish":
      return <PublishDialog {...terms} editor={editor} onPublish={() => void moves.publish()} />;
    case "publishUpdate":
      if (desk.story.kind === "page") {
        const told = { note: "", blockId: null };
        return (
          <PageUpdateDialog {...terms} onPublish={(kind) => void moves.publishUpdate({ ...told, kind })} />
        );
      }
      return (
        <UpdateDialog
          {...terms}
          editor={editor}
          liveText={moves.liveText}
          onPublish={(telling) => void moves.publishUpdate(telling)}
        />
      );
    case "withdraw":
      return <WithdrawDialog {...terms} onWithdraw={(note) => void moves.withdraw(note)} />;
    case "embargo":
      return (
        <EmbargoDialog
          {...terms}
          onSet={(until, from, people) => void moves.setEmbargo(until, from, people)}
          onLift={() => void moves.liftEmbargo()}
        />
      );
    case "history":
      return <HistoryDialog first={open.revisionId} comparedWith={open.comparedWith} moves={moves} />;
    case "link":
      return editor && <LinkDialog editor={editor} onClose={moves.close} />;
    case "embed":
      return editor && <EmbedDialog editor={editor} onClose={moves.close} />;
    case "snippet":
      return editor && <SnippetOfWords editor={editor} moves={moves} />;
    case "template":
      return <TemplateOfStory moves={moves} />;
    case "changes":
      return <ChangesDialog onClose={moves.close} />;
    case "pictures":
      return (
        request && (
          <Suspense>
            <PicturePicker {...request} language={desk.story.language} onClose={moves.close} />
          </Suspense>
        )
      );
    case "shortcuts":
      return <ShortcutsDialog isMac={isMac} onClose={moves.close} />;
    case "details":
      return (
        <Dialog title={t("details")} isOpen onClose={moves.close} size="side">
          {details}
        </Dialog>
      );
    default:
      return open.name satisfies never;
  }
}
