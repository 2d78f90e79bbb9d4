import type { ReactNode } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Catalogue } from "./catalogue.ts";
import { OwnZoneProvider } from "./time.client.tsx";
import { Words } from "./words.tsx";

type StaffDocumentProps = {
  language: Language;
  /** The zone in which whoever asks reads times; null or left out: the newsroom's. */
  timeZone?: string | null;
  catalogue?: Catalogue;
  children: ReactNode;
};

/** The document of every staff page, in the language of whoever asks: its words, and which way it reads. */
export function StaffDocument({ language, timeZone = null, catalogue, children }: StaffDocumentProps) {
  return (
    <html lang={language} dir={LANGUAGES[language].direction}>
      <body>
        <Words namespaces={["kit"]} language={language} catalogue={catalogue}>
          <OwnZoneProvider zone={timeZone}>{children}</OwnZoneProvider>
        </Words>
      </body>
    </html>
  );
}
