"use client";
import { catchError, type ErrorInfo } from "next/error";
import type { ReactNode } from "react";
import { Button } from "../ui/button.client.tsx";
import { useWords } from "../words.client.tsx";

/** What stands there when a page of the desk couldn't be made: no jargon, and a way on. */
function Failed({ onAgain }: { onAgain: () => void }) {
  const t = useWords("desk");
  return (
    <div role="alert" className="mx-auto w-full max-w-2xl px-4 py-8">
      <h1 className="font-semibold text-2xl">{t("failedTitle")}</h1>
      <p className="mt-1 pb-4 text-ink-soft">{t("failed")}</p>
      <Button onPress={onAgain}>{t("tryAgain")}</Button>
    </div>
  );
}

/** Keeps a failed page inside the frame of the desk. */
export const OrFailed = catchError((_: { children?: ReactNode }, { retry }: ErrorInfo) => (
  <Failed onAgain={() => retry()} />
));
