import type { DemoStory } from "../story.ts";

const library: DemoStory = {
  family: "mule-library",
  language: "en",
  section: "culture",
  place: "halabja",
  byline: { rebin: "writing", lana: "photos", nigar: "translation" },
  topics: ["books", "schools"],
  sources: ["own"],
  marks: ["top"],
  slugline: "Mule-library",
  kicker: "Books",
  headline: "The library that comes up the mountain on four legs",
  standfirst:
    "Once a fortnight a retired teacher and a mule called Dictionary carry 120 books to villages that the road does not reach.",
  body: `
The children hear the bell before they see the mule. By the time Dictionary has come round the last bend,
eleven of them are sitting on the wall with last fortnight’s books on their knees, and one is pretending to
have finished hers.

“What happens to the wolf?” asks Mamosta Jalil, who is 71 and taught arithmetic for thirty-four years.

The girl considers. “He learns something,” she says.

“Two more weeks,” says Jalil, and stamps it.

This is the library of upper Hawraman: 120 books in four wooden boxes, a folding table, a stamp, and a mule
bought from a man who was giving up walnuts. It visits six villages on foot paths, one after another, and is
home by Thursday. It has been running for three years, and in that time it has lost nine books, two of them
to goats.

## Why a mule

A car could do half the journey. Jalil tried that first, in his nephew’s pick-up, and found that the
villages with a road already had telephones, television and a cousin who brought things. It was the others
that asked when he would come again.

He chose the mule because she does not mind snow, and the name because of what she carries on the left side
to balance the poetry on the right: a dictionary in two volumes that nobody has ever borrowed and everybody
looks things up in.

> A book in a box is furniture. A book that walks into your village and will walk out again on Tuesday is an
> event.

## What people read

The stamps tell their own story. Adventure goes first, then anything with a horse in it. Grown-ups ask for
medicine, law, and love, in that order, and for cookery books, which they read aloud to one another and
disagree with. A manual on bee-keeping has been out 41 times. In the village of Hanagarmla it is said to
have settled a quarrel between two brothers, one of whom had been wrong about wasps.

About a third of the books are in Sorani, a third in Arabic, and the rest in Hawrami, Persian and English.
Donations arrive by the sackful and most are politely passed on: the boxes have no room for yearbooks, Jalil
says, and the mule has no opinion on management.

The sisters Rozhan and Rezan Fatih, 12 and 13, have read everything in the third box. They have begun to
write their own, in exercise books, with chapters. It concerns a wolf who learns something.

## The next mule

The library costs about 190,000 dinars a month, most of it barley. It lives on small gifts, and since last
year on a bookshop in Sulaimani that keeps a jar on the counter.

There is now enough in the jar for a second mule, and a second librarian has been found: Sazan Karim, 24,
who grew up in one of the six villages and learned to read from the first box.

She will take over the southern round in spring. The mule has not been chosen yet, but the name has. It will
be called Grammar, she said, “because people are afraid of it and it will turn out to be friendly.”

Jalil has asked her only to keep the bell, which was his school’s.

“When it rang, they used to come in,” he said. “Now it rings and they come out. I like this way better.”
`,
  life: { stands: "live", hoursAgo: 44 },
};

const shortlist: DemoStory = {
  family: "short-story-prize",
  language: "en",
  section: "culture",
  place: "sulaimani",
  byline: { nigar: "writing" },
  topics: ["books"],
  sources: ["own"],
  slugline: "Short-story-prize",
  kicker: "Books",
  headline: "A baker and a surgeon on the shortlist for the Goizha story prize",
  standfirst: "Five stories, three languages, and a first sentence that the jury read aloud eleven times.",
  body: `
A night baker from Kirkuk and a surgeon from Duhok are among the five writers shortlisted for this year’s
Goizha prize for a short story, the jury announced on Thursday.

It had 612 stories to read, in Sorani, Badini and Arabic, without names. The winner is to be announced at
the end of the month and receives three million dinars and a desk.

“We did not agree on anything except the list,” said the chair of the jury, Parwin Salih.
`,
  life: { stands: "embargoed", hoursAgo: 8, liftsInHours: 60, from: "the Goizha prize" },
};

const tiles: DemoStory = {
  family: "blue-tiles",
  language: "en",
  section: "culture",
  place: "erbil",
  byline: { huda: "writing" },
  topics: ["heritage"],
  sources: ["own", "zagros"],
  slugline: "Blue-tiles",
  headline: "In a garage in Erbil, a lost blue is found again",
  standfirst: "It took a potter and her aunt six years and some two thousand failures.",
  body: `
The colour that covered the domes of this region for four hundred years was never written down. Those who
made it taught it to their sons, and at some point there were no more sons, or none who wished to grind
cobalt.

In a garage behind the flower market, Rania Polis has made it again. She has the failures to show for it:
about two thousand of them, each on a tile the size of a biscuit, numbered on the back and stacked to the
ceiling. They are green, grey, black, violet, and, for most of the second year, brown.

Number 1,988 is blue. “Not any blue,” she said. “The one that is darker in the morning.”

What had been missing was the ash. Old recipes from other cities call for the ash of a desert plant; her
aunt remembered that their own grandmother had burned a different one, which grows on roadsides and which
everybody pulls up.

Polis does not intend to keep it a secret. The recipe is painted on the garage door.
`,
  life: {
    stands: "live",
    hoursAgo: 214,
    since: [
      {
        did: "update",
        kind: "editors-note",
        hoursAgo: 190,
        note: "After this story appeared, readers asked whether the ash is safe to handle. The potter says that it is strongly alkaline and that gloves and a mask are needed.",
        edit: {
          replace: [
            "The recipe is painted on the garage door.",
            "The recipe is painted on the garage door, with a warning about gloves underneath.",
          ],
        },
      },
    ],
  },
};

export const cultureEn: DemoStory[] = [library, shortlist, tiles];
