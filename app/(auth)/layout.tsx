import type { ReactNode } from "react";
import { Words } from "#components/words.tsx";
import { interfaceLanguage } from "#server/session.ts";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <Words namespaces={["auth"]} language={await interfaceLanguage()}>
      {children}
    </Words>
  );
}
