"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWords } from "../words.client.tsx";
import { cx } from "./cx.ts";

type DialogProps = {
  /** Its heading and its accessible name. */
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** "page": room for a whole story to be looked at. "side": the far edge, full height. */
  size?: "normal" | "page" | "side";
  /** An alert waits for an answer: a press outside doesn't close it. */
  isAlert?: boolean;
};

const OVERLAY = {
  normal: "items-end justify-center sm:items-center sm:p-4",
  page: "items-end justify-center sm:items-center sm:p-4",
  side: "items-stretch justify-end",
};

const BOX = {
  normal: "w-full max-w-lg rounded-t-2xl sm:rounded-2xl max-h-[92dvh]",
  page: "w-full max-w-4xl rounded-t-2xl sm:rounded-2xl max-h-[92dvh]",
  side: "w-full max-w-md h-dvh",
};

/** Something to answer before going on. From the bottom of a phone, in the middle of anything wider. */
export function Dialog({ title, isOpen, onClose, children, size = "normal", isAlert }: DialogProps) {
  const t = useWords("kit");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
      className={cx("fade-in fixed inset-0 z-40 flex bg-shade", OVERLAY[size])}
    >
      <Modal className={cx("flex min-h-0 bg-raised text-ink shadow-raised", BOX[size])}>
        <AriaDialog
          role={isAlert ? "alertdialog" : "dialog"}
          className="flex min-h-0 w-full flex-col outline-none"
        >
          <div className="flex items-center justify-between gap-3 ps-5 pe-3 pt-3 pb-1">
            <Heading slot="title" className="font-semibold text-lg">
              {title}
            </Heading>
            <AriaButton
              slot="close"
              aria-label={t("close")}
              className="inline-flex size-11 cursor-pointer items-center justify-center rounded-field hover:bg-tint"
            >
              <X size={20} aria-hidden />
            </AriaButton>
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the foot of a dialog; the one that does it comes last and, on a phone, on top. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}

/** The same where the dialog is longer than the screen: it stays in sight while what is above moves. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 z-10 -mx-5 mt-4 -mb-5 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-raised px-5 py-3 sm:rounded-b-2xl">
      {children}
    </div>
  );
}
