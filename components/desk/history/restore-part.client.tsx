"use client";
import { Undo2 } from "lucide-react";
import { createContext, useContext } from "react";
import type { Part } from "#domain/history/input.ts";
import { Button } from "../../ui/button.client.tsx";
import { useWords } from "../../words.client.tsx";

export type Restoring = { isPending: boolean; onRestore: (part: Part, label: string) => void };

/** Stands around a comparison whose older side can be brought back part by part; null: only to be looked at. */
export const RestoringContext = createContext<Restoring | null>(null);

/** Puts one field or one paragraph back as the older version has it. */
export function RestorePart({ part, label }: { part: Part; label: string }) {
  const t = useWords("desk");
  const restoring = useContext(RestoringContext);
  if (!restoring) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      isPending={restoring.isPending}
      aria-label={t("versions.restorePart", { part: label })}
      onPress={() => restoring.onRestore(part, label)}
    >
      <Undo2 size={14} aria-hidden className="rtl:-scale-x-100" /> {t("restore")}
    </Button>
  );
}
