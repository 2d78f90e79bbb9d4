"use client";
import { Button } from "../ui/button.client.tsx";
import { useWords } from "../words.client.tsx";

/** What stands there when a page of the desk couldn't be made: no jargon, and a way on. */
export function Failed({ reset }: { reset: () => void }) {
  const t = useWords("desk");
  return (
    <div className="mx-auto w-full max-w-2xl px-4 py-8">
      <h1 className="font-semibold text-2xl">{t("failedTitle")}</h1>
      <p className="mt-1 pb-4 text-ink-soft">{t("failed")}</p>
      <Button onPress={reset}>{t("tryAgain")}</Button>
    </div>
  );
}
