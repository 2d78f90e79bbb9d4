/** What the jsonb columns hold. Types only; validation lives in domain/<noun>/input.ts. */
import type {
  BylineRole,
  CropName,
  Language,
  LinkChannel,
  MachineHelp,
  NoticeKind,
  PictureRights,
  StyledField,
} from "../domain/vocabulary.ts";

/** A text per language, where the outlet has given one. */
export type Labels = Partial<Record<Language, string>>;

/** A place from the outlet's list, or free text; the text is used when there is no place. */
export type DatelineField = { placeId: string | null; text: string };

/** agencyId null = the outlet's own reporting. `at` is the source's own time, ISO 8601. */
export type SourceField = { agencyId: string | null; itemId: string; at: string | null; url: string };

export type Mark = "lead" | "top";

/**
 * A picture's use in one place: what is said of it there, in that story's language. The picture
 * itself (rights, source, focal point, renditions) is a row of `pictures`.
 */
export type PictureUse = {
  pictureId: string;
  caption: string;
  /** "(Reuters photo)" without the brackets: they are the page's. */
  credit: string;
  alt: string;
  /** Says nothing that a reader needs: its alt text is empty on purpose. */
  decorative: boolean;
  crop: CropName;
};

/** Every field of a story beside its body, exactly as one revision holds them. */
export type StoryFields = {
  slugline: string;
  kicker: string;
  headline: string;
  standfirst: string;
  dateline: DatelineField;
  byline: { contributorId: string; role: BylineRole }[];
  sectionId: string;
  topicIds: string[];
  sources: SourceField[];
  /** null = computed from the sources. */
  signOff: string | null;
  /** "" = made from the headline. */
  slug: string;
  marks: Mark[];
  /** The picture over the story. */
  lead: PictureUse | null;
  /** Stories that an editor wants beside this one, in order. */
  related: string[];
  machineHelp: { answer: MachineHelp; note: string };
  /** What a shared link says. "" = the headline. */
  shareText: string;
};

/** A ProseMirror node as JSON. */
export type NodeJson = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
};

/** A story's body at rest: migrated on read to the newest schema version. */
export type StoredDocument = { schemaVersion: number; doc: NodeJson };

/** What readers see of a publication: names and labels resolved on the day, in its language. */
export type Printed = {
  kicker: string;
  headline: string;
  standfirst: string;
  dateline: string;
  /** `slug` leads to the byline's own page; what was printed before there were any has none. */
  byline: { name: string; role: BylineRole; slug?: string }[];
  section: { slug: string; label: string };
  topics: { slug: string; label: string }[];
  signOff: string;
  slug: string;
  marks: Mark[];
  words: number;
  /** Absent in what was printed before there were pictures. */
  lead?: PictureUse | null;
  /** Absent in what was printed before it was asked. */
  machineHelp?: { answer: MachineHelp; note: string };
  /** Where the facts come from: agencies by name, "" for the outlet's own reporting. */
  sources?: string[];
  shareText?: string;
  /** Stories that an editor put beside it, by id. Absent in what was printed before that was asked. */
  related?: string[];
  /** The language that it was translated from; absent in originals and adaptations. */
  translatedFrom?: Language;
};

/** A part of a picture, as fractions of its width and height after turning. */
export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

/** One file of a picture as readers may fetch it: `/media/{name}`, the name is its content's hash. */
export type RenditionFile = {
  crop: CropName;
  format: "jpeg" | "webp" | "avif";
  width: number;
  height: number;
  name: string;
  bytes: number;
};

/** What a page needs to print a picture. Kept on the picture; replaced whole when its files are made again. */
export type PrintablePicture = {
  width: number;
  height: number;
  /** Base64 of a thumbhash, and the colour to stand in its place. */
  thumbhash: string;
  colour: string;
  /** Where the eye should stay when the page cuts it. */
  focal: Point;
  files: RenditionFile[];
  /**
   * Only as readers' views give it: this picture stands in the place of one that was pulled, and
   * what the text says of that one isn't true of it. What can be said of it instead.
   */
  instead?: PictureInstead | null;
};

export type PictureInstead = {
  author: string;
  source: string;
  credit: string;
  rights: PictureRights;
  /** The licence, where it is a free one; else "". */
  rightsNote: string;
  sourceLabels: Labels;
  altText: string;
};

/**
 * How one kind of notice reads in one language. `line` is a template with slots ("This story was
 * updated {when}"). What is absent reads as domain/notices/templates.ts has it.
 */
export type NoticeWording = { heading?: string; mark?: string; line?: string };
export type NoticeWords = Partial<Record<Language, Partial<Record<NoticeKind, NoticeWording>>>>;

/** Typefaces that come along, by the script that they draw. */
export type LatinFace = "source-serif" | "inter";
export type ArabicFace = "noto-naskh" | "vazirmatn";
export type FaceChoice = {
  latin: { head: LatinFace; text: LatinFace };
  arabic: { head: ArabicFace; text: ArabicFace };
};

/** How the paper looks. What is absent or null looks as it does without. */
export type Brand = {
  /** Ids of pictures: the logo on light pages, on dark ones, and the square one of tabs and home screens. */
  pictures?: { logo: string | null; logoDark: string | null; icon: string | null };
  /** "#9d1c22". `dark` null: made from the light one. */
  accent?: { light: string | null; dark: string | null };
  faces?: FaceChoice;
  /** One to three letters of the drawn icon; "": the first of the name. */
  initials?: string;
  /** The outlet's accounts elsewhere, whole addresses. */
  profiles?: string[];
};

/** `labels` say what it is called where that isn't its own name; a free link has no other. */
export type MenuItem = { labels: Labels } & (
  | { kind: "section"; slug: string }
  | { kind: "page"; familyId: string }
  | { kind: "topic"; topicId: string }
  | { kind: "link"; href: string }
);

/** Who answers for the paper, as its record and its foot say it. Empty texts say nothing. */
export type Publisher = {
  legalName: string;
  /** "2014" or "2014-05-01". */
  foundedOn: string;
  email: string;
  telephone: string;
  street: string;
  city: string;
  postalCode: string;
  /** ISO 3166-1, "IQ". */
  country: string;
  /** Who owns and pays for it, in a few sentences. */
  ownership: Labels;
};

export type OutletSettings = {
  name: Labels;
  languages: Language[];
  defaultLanguage: Language;
  /** IANA zone, "Asia/Baghdad". */
  timeZone: string;
  /** The zone's name as the outlet prints it: "EBL time". */
  zoneLabels: Labels;
  /** One line under the name, for feeds and the front's description. */
  description: Labels;
  /** What the newsroom says to its writers beside a field, in the story's language. */
  houseStyle?: Partial<Record<StyledField, Labels>>;
  /** The outlet's own wording of notices, as far as it has any. */
  noticeWords?: NoticeWords;
  brand?: Brand;
  /** Null: the sections; the front, the feed and the pages about the outlet. */
  menus?: { header: MenuItem[] | null; footer: MenuItem[] | null };
  /** The last lines of every page. */
  footerText?: Labels;
  publisher?: Publisher;
  /** Absent: feeds carry whole texts. */
  feeds?: { fullText: boolean };
  /** Which ways of sharing a story's page offers beside the phone's own; absent = all of them. */
  shareChannels?: LinkChannel[];
  /** Whether readers see how often a story was shared, and from how many on. Absent = not. */
  shareCounts?: { shown: boolean; threshold: number };
};
