import { type Edition, labelIn } from "../publications/reader-records.ts";
import { frontPath } from "../site.ts";
import type { Language, PageRole } from "../vocabulary.ts";
import { filesOf } from "./logo.ts";
import { rolePath } from "./menus.ts";

type Where = { language: Language; origin: string; mediaUrl: string };

/** Which field of the record a page's role fills. */
const FIELDS: Readonly<Record<string, PageRole>> = {
  publishingPrinciples: "ethics",
  ethicsPolicy: "ethics",
  correctionsPolicy: "corrections-policy",
  ownershipFundingInfo: "ownership",
  masthead: "masthead",
  actionableFeedbackPolicy: "contact",
};

/**
 * The outlet as search engines are told of it: schema.org NewsMediaOrganization, as a front has it
 * and as every story's publisher. Only pages that readers can open are named.
 */
export function newsOrganisation(edition: Edition, { language, origin, mediaUrl }: Where) {
  const { settings } = edition;
  const { publisher, brand, defaultLanguage } = settings;
  const pages = Object.entries(FIELDS).flatMap(([field, role]) => {
    const path = rolePath(edition, role, language);
    return path === null ? [] : [[field, origin + path]];
  });
  const about = rolePath(edition, "about", language);
  const ownership = publisher?.ownership[language] ?? publisher?.ownership[defaultLanguage];
  return {
    "@type": "NewsMediaOrganization",
    "@id": `${origin}/#outlet`,
    name: labelIn(settings.name, language, defaultLanguage),
    url: origin + frontPath(language),
    ...given("description", labelIn(settings.description, language, defaultLanguage)),
    ...logo(edition, `${mediaUrl === "" ? origin : mediaUrl}/media`),
    ...(ownership ? { ownershipFundingInfo: ownership } : {}),
    ...Object.fromEntries(pages),
    ...(about !== null && { mainEntityOfPage: origin + about }),
    ...(brand?.profiles?.length && { sameAs: brand.profiles }),
    ...(publisher && facts(edition, { language, origin })),
  };
}

function facts(edition: Edition, { language, origin }: Pick<Where, "language" | "origin">) {
  const { publisher, languages } = edition.settings;
  if (!publisher) return {};
  const { street, city, postalCode, country, email, telephone } = publisher;
  const address = {
    ...given("streetAddress", street),
    ...given("addressLocality", city),
    ...given("postalCode", postalCode),
    ...given("addressCountry", country),
  };
  const contact = rolePath(edition, "contact", language);
  const reachable = {
    ...given("email", email),
    ...given("telephone", telephone),
    ...(contact !== null && { url: origin + contact }),
  };
  return {
    ...given("legalName", publisher.legalName),
    ...given("foundingDate", publisher.foundedOn),
    ...(Object.keys(address).length > 0 && { address: { "@type": "PostalAddress", ...address } }),
    ...(Object.keys(reachable).length > 0 && {
      contactPoint: {
        "@type": "ContactPoint",
        contactType: "newsroom",
        ...reachable,
        availableLanguage: languages,
      },
    }),
  };
}

/** The icon rather than the logo would be square, but a logo is what Google shows beside a story. */
function logo({ settings, imprint }: Edition, mediaBase: string) {
  const { pictures } = settings.brand ?? {};
  const id = pictures?.logo ?? pictures?.icon;
  const printable = id ? imprint.pictures[id] : undefined;
  if (!printable) return {};
  const file = filesOf(printable, "full", "webp").at(-1) ?? filesOf(printable, "full", "jpeg").at(-1);
  if (!file) return {};
  const { name, width, height } = file;
  return { logo: { "@type": "ImageObject", url: `${mediaBase}/${name}`, width, height } };
}

/** A field that has a text; an empty one is left out. */
function given(name: string, text: string): Record<string, string> {
  return text === "" ? {} : { [name]: text };
}
