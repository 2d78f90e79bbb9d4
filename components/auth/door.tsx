import type { ReactNode } from "react";
import type { Language } from "#domain/vocabulary.ts";
import { words } from "../words.tsx";

type DoorProps = {
  language: Language;
  title: string;
  lead?: ReactNode;
  outlet?: string | null;
  width?: "narrow" | "wide";
  children: ReactNode;
};

/** The frame of pages before the newsroom: the paper's name, what this is, one thing to do. */
export function Door({ language, title, lead, outlet, width = "narrow", children }: DoorProps) {
  const t = words("auth", language);
  return (
    <main
      className={`mx-auto flex min-h-dvh w-full flex-col px-4 py-10 sm:px-6 ${width === "narrow" ? "max-w-md justify-center" : "max-w-3xl"}`}
    >
      <p className="border-ink border-t-4 pt-3 font-semibold font-story text-lg">
        <bdi>{outlet ?? t("product")}</bdi>
      </p>
      <h1 className="mt-6 font-semibold text-3xl tracking-tight">{title}</h1>
      {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
      <div className="mt-6">{children}</div>
    </main>
  );
}
