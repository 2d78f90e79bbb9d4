import type { ReactNode } from "react";
import { Words } from "#components/words.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Words namespaces={["auth"]}>{children}</Words>;
}
