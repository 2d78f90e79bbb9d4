import { footerMenu } from "#domain/brand/menus.ts";
import { profileName } from "#domain/brand/profiles.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { labelIn } from "#domain/publications/reader-records.ts";
import { outletName, type Sheet } from "./sheet.ts";

/** The foot of every page: whose newspaper this is, who answers for it, and how to follow it. */
export function Footer({ sheet }: { sheet: Sheet }) {
  const { language, edition } = sheet;
  const { description, defaultLanguage, footerText = {}, brand } = edition.settings;
  const profiles = brand?.profiles ?? [];
  const lines = (footerText[language] ?? "").split("\n").filter((line) => line !== "");
  return (
    <footer className="foot">
      <div className="wrap">
        <b>{outletName(sheet)}</b>
        <p>{labelIn(description, language, defaultLanguage)}</p>
        <ul>
          {footerMenu(edition, language).map(({ href, label }) => (
            <li key={`${href} ${label}`}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        {profiles.length > 0 && (
          <ul aria-label={readerWords(language).profiles}>
            {profiles.map((address) => (
              <li key={address}>
                <a href={address} rel="me noopener">
                  <bdi>{profileName(address)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
        <Publisher sheet={sheet} />
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </footer>
  );
}

/** Who is liable, and where to reach them: one line, what is known of it. */
function Publisher({ sheet }: { sheet: Sheet }) {
  const { publisher } = sheet.edition.settings;
  if (!publisher) return null;
  const { legalName, street, postalCode, city, email, telephone } = publisher;
  const place = [street, [postalCode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  if (`${legalName}${place}${email}${telephone}` === "") return null;
  return (
    <address>
      {legalName !== "" && <span>{readerWords(sheet.language).publishedBy(legalName)}</span>}
      {place !== "" && <bdi>{place}</bdi>}
      {email !== "" && (
        <a href={`mailto:${email}`}>
          <bdi>{email}</bdi>
        </a>
      )}
      {telephone !== "" && (
        <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>
          <bdi dir="ltr">{telephone.replace(/\s/g, "\u00a0")}</bdi>
        </a>
      )}
    </address>
  );
}
