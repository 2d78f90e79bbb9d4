import type { ReactNode } from "react";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Catalogue } from "./catalogue.ts";
import { Words } from "./words.tsx";

type StaffDocumentProps = { language: Language; catalogue?: Catalogue; children: ReactNode };

/** The document of every staff page, in the language of whoever asks: its words, and which way it reads. */
export function StaffDocument({ language, catalogue, children }: StaffDocumentProps) {
  return (
    <html lang={language} dir={LANGUAGES[language].direction}>
      <body>
        <Words namespaces={["kit"]} language={language} catalogue={catalogue}>
          {children}
        </Words>
      </body>
    </html>
  );
}
