import { fileForOthers } from "../pictures/printable.ts";
import type { ReaderPicture } from "../publications/reader-records.ts";

type Profile = {
  url: string;
  name: string;
  about: string;
  portrait: ReaderPicture | null;
  mediaBase: string;
};

/**
 * What search engines are told of the page of somebody who signs stories: schema.org ProfilePage
 * (https://developers.google.com/search/docs/appearance/structured-data/profile-page).
 */
export function profilePage({ url, name, about, portrait, mediaBase }: Profile) {
  const file = portrait?.printable ? fileForOthers(portrait.printable, "square") : null;
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    "@id": url,
    url,
    mainEntity: {
      ...{ "@type": "Person", "@id": `${url}#person`, name, url },
      ...(about !== "" && { description: about }),
      ...(file && {
        image: {
          "@type": "ImageObject",
          ...{ url: `${mediaBase}/${file.name}`, contentUrl: `${mediaBase}/${file.name}` },
          ...{ width: file.width, height: file.height },
        },
      }),
    },
  };
}
