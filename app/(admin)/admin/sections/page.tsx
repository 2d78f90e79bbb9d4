import type { Metadata } from "next";
import { SectionsRoom } from "#components/admin/sections-room.client.tsx";
import { words } from "#components/words.tsx";
import { getOutlet } from "#domain/outlet/find-outlet.ts";
import { listSections } from "#domain/outlet/list-sections.ts";
import { interfaceLanguage, requireRight } from "#server/session.ts";
import { add, order, rename, retire, takeBack } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words("admin", await interfaceLanguage())("sections.title") };
}

export default async function SectionsPage() {
  const ctx = await requireRight("outlet.manage", "/admin/sections");
  const [outlet, sections] = await Promise.all([getOutlet(ctx), listSections(ctx)]);
  const { languages, defaultLanguage } = outlet.settings;
  return (
    <SectionsRoom
      sections={sections}
      languages={languages}
      language={defaultLanguage}
      actions={{ add, rename, order, retire, takeBack }}
    />
  );
}
