/** Acts that no reporter or editor may do, each with something that would work for whoever may. */
import { NOBODY } from "./doors.ts";
import type { Scene } from "./fixtures.ts";

const SETTINGS = {
  name: { en: "Mine" },
  languages: ["en"],
  defaultLanguage: "en",
  timeZone: "Asia/Baghdad",
  zoneLabels: { en: "EBL time" },
  description: {},
};

/** What only an admin may do, with something that would work for one. */
export const ADMIN_ACTS: Record<string, (scene: Scene) => unknown> = {
  "app/(admin)/admin/people/actions.ts invite": () => ({
    name: "Somebody",
    email: "s@zagros.test",
    role: "admin",
  }),
  "app/(admin)/admin/people/actions.ts inviteList": () => ({ text: "s@zagros.test", role: "admin" }),
  "app/(admin)/admin/people/actions.ts takeBack": () => ({
    invitationId: NOBODY,
    linkId: NOBODY,
    id: NOBODY,
  }),
  "app/(admin)/admin/people/actions.ts changeRole": ({ newsroom }) => ({
    personId: newsroom.rawa.personId,
    from: "reporter",
    to: "admin",
  }),
  "app/(admin)/admin/people/actions.ts endSessions": ({ newsroom }) => ({ personId: newsroom.hana.personId }),
  "app/(admin)/admin/people/actions.ts suspend": ({ newsroom }) => ({ personId: newsroom.hana.personId }),
  "app/(admin)/admin/people/actions.ts restore": ({ newsroom }) => ({ personId: newsroom.hana.personId }),
  "app/(admin)/admin/people/actions.ts makeRecoveryLink": () => ({ email: "hana.salih@zagros.test" }),
  "app/(admin)/admin/outlet/actions.ts save": () => ({ version: 1, settings: SETTINGS }),
  "app/(admin)/admin/outlet/actions.ts preview": () => ({
    ...{ settings: SETTINGS, language: "en", page: "front", mode: "light" },
  }),
  "app/(admin)/admin/sections/actions.ts add": () => ({ slug: "mine", labels: { en: "Mine" } }),
  "app/(admin)/admin/sections/actions.ts rename": ({ newsroom }) => ({
    sectionId: newsroom.newsId,
    labels: { en: "Mine" },
  }),
  "app/(admin)/admin/sections/actions.ts order": ({ newsroom }) => ({
    sectionIds: [newsroom.worldId, newsroom.newsId],
  }),
  "app/(admin)/admin/sections/actions.ts retire": ({ newsroom }) => ({ sectionId: newsroom.newsId }),
  "app/(admin)/admin/sections/actions.ts takeBack": ({ newsroom }) => ({ sectionId: newsroom.newsId }),
  "app/(admin)/admin/redirects/actions.ts remove": () => ({ redirectIds: [NOBODY] }),
  "app/(admin)/admin/import/[importId]/actions.ts rehearse": () => ({ importId: NOBODY }),
  "app/(admin)/admin/import/[importId]/actions.ts begin": ({ newsroom }) => ({
    rehearsalId: NOBODY,
    choices: {
      ...{ language: "en", byLetters: false, site: "", pictures: "none", storyTypes: ["post"] },
      ...{ withPages: false, sectionId: newsroom.newsId, terms: {} },
    },
    typedCount: "0",
  }),
  "app/(admin)/admin/import/[importId]/actions.ts stop": () => ({ importId: NOBODY }),
  "app/(admin)/admin/import/[importId]/actions.ts resume": () => ({ importId: NOBODY }),
};

/** At the desk, because editors write there: opening pages is an admin's work. */
export const PAGE_ACTS: Record<string, (scene: Scene) => unknown> = {
  "app/(desk)/desk/pages/actions.ts createPage": () => ({ language: "en", pageSlug: "mine", role: null }),
  "app/(desk)/desk/pages/actions.ts startPages": () => ({}),
};

/** What an editor may do too, on a word that is there. */
export const WORD_ACTS: Record<string, (wordId: string) => unknown> = {
  "app/(admin)/admin/[words]/actions.ts add": () => ({ kind: "contributor", labels: { en: "Mine" } }),
  "app/(admin)/admin/[words]/actions.ts change": (wordId) => ({
    ...{ kind: "contributor", wordId, labels: { en: "Mine" }, about: {} },
    seen: { labels: {}, about: {} },
  }),
  "app/(admin)/admin/[words]/actions.ts find": () => ({ kind: "contributor", search: "pen" }),
  "app/(admin)/admin/[words]/actions.ts move": (wordId) => ({ kind: "contributor", wordId, slug: "mine" }),
  "app/(admin)/admin/[words]/actions.ts merge": (wordId) => ({
    ...{ kind: "contributor", wordId },
    intoId: wordId,
  }),
  "app/(admin)/admin/[words]/actions.ts separate": (wordId) => ({ kind: "contributor", wordId }),
  "app/(admin)/admin/[words]/actions.ts link": (wordId) => ({ wordId, personId: null }),
  "app/(admin)/admin/[words]/actions.ts portrait": (wordId) => ({ wordId, pictureId: null }),
  "app/(admin)/admin/[words]/actions.ts hide": (wordId) => ({ wordId }),
  "app/(admin)/admin/[words]/actions.ts show": (wordId) => ({ wordId }),
  "app/(admin)/admin/[words]/actions.ts addPlaces": () => ({}),
};
