import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "@fontsource-variable/noto-naskh-arabic/index.css";
import "@fontsource-variable/vazirmatn/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { StaffDocument } from "#components/staff-document.tsx";
import { interfaceLanguage, ownTimeZone } from "#server/session.ts";

export const metadata: Metadata = {
  title: { default: "Dateline", template: "%s · Dateline" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1e1d1a" },
  ],
};

/** Every staff page is made for the one who asks, with a nonce of its own: nothing is rendered ahead. */
export const dynamic = "force-dynamic";

/** The document of every staff page. Readers' pages are printed elsewhere and never come through here. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, timeZone] = await Promise.all([interfaceLanguage(), ownTimeZone()]);
  return (
    <StaffDocument language={language} timeZone={timeZone}>
      {children}
    </StaffDocument>
  );
}
