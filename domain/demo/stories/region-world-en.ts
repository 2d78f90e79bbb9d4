import type { DemoStory } from "../story.ts";

const reservoir: DemoStory = {
  family: "reservoir",
  language: "en",
  section: "region",
  place: "ranya",
  byline: { rebin: "reporting", shilan: "writing" },
  topics: ["water", "farming"],
  sources: ["own", "zagros"],
  slugline: "Reservoir-levels",
  kicker: "Water",
  headline: "A village comes up for air as the lake draws back",
  standfirst:
    "Low water has uncovered the walls of old Qamchugha for the first time in nine years. Former residents are coming to look for their doorsteps.",
  body: `
The lake has fallen so far this autumn that a village drowned by it before most of its visitors were born is
standing in the open again, wall by wall, on the mud below Ranya.

Engineers at the dam said on Saturday that the reservoir held 41 percent of what it can hold. It was last
this low nine years ago, and then only for eleven days.

Since the first roof beams showed in September, families have come on foot from the new village on the slope
above, some carrying old people on their backs. They walk along what used to be the street and stop where
their door was.

“That is the mill. That is the mulberry, it is only a stump. And this,” said Amina Hassan, 78, tapping with
her stick on a flat stone, “is where I was scolded.”

## Less snow, more wells

The cause is no mystery. Snow on the peaks to the east was thin for the third winter running, and the rivers
that feed the lake came down a month early and half as high. Downstream, where the water is shared out by
hours, farmers with land at the end of the canals had their last turn in July.

Many have drilled instead. The number of wells registered in the district has risen from 610 to almost 900
in two years, and those are the ones whose owners registered them.

“Every well is a straw in the same glass,” said Dr. Chnar Muhedin, a hydrologist. She has proposed that the
district measure its groundwater every month and publish the result, “like the price of bread.”

## Not an archaeological site

The authorities have asked visitors to stay off the soft ground near the old bridge, and to leave things
where they find them. Two men were fined last week for digging with a metal detector.

Nobody has told the former residents to leave. On Friday several of them swept a floor that has no house
around it, spread a cloth, and had lunch.
`,
  life: {
    stands: "live",
    hoursAgo: 31,
    since: [
      {
        did: "update",
        kind: "correction",
        hoursAgo: 26,
        note: "An earlier version of this story said that the reservoir held 41 percent of its capacity. It holds 14 percent.",
        edit: { replace: ["held 41 percent", "held 14 percent"] },
      },
    ],
  },
};

const crossing: DemoStory = {
  family: "lorry-queue",
  language: "en",
  section: "region",
  place: "erbil",
  byline: { yousif: "writing" },
  topics: ["transport"],
  sources: ["own", "reuters"],
  slugline: "Lorry-queue",
  headline: "At the border, a lorry queue that fits in a telephone",
  standfirst:
    "Drivers used to wait up to four days. A numbered ticket sent by text message has brought it down to nine hours.",
  body: `
The café by the lorry park used to sell breakfast, lunch and dinner to the same men for four days. Its owner
now sells them one tea, and is not sure whether to be glad.

Since June drivers who want to cross have sent a text message with their plate number from the last town and
been given a place in a queue that exists only as a list. They come when they are called. The average wait
at the gate has fallen from 61 hours to nine, according to the transport union.

“I slept in my bed,” said Haji Nuri, who drives tomatoes one way and refrigerators the other. “My wife asked
whether I had lost my job.”

The idea came from a hospital. A clerk who had seen numbered tickets handed out in a waiting room drew up a
plan on two pages, and a telephone company agreed to carry the messages free of charge for a year.

Not everybody has gained. Men who sold diesel, cigarettes and places in the line have moved to a crossing
further south, where the queue on Thursday was three kilometres long and made entirely of lorries.
`,
  life: {
    stands: "live",
    hoursAgo: 76,
    since: [
      {
        did: "update",
        kind: "clarification",
        hoursAgo: 70,
        note: "This story has been changed to make clear that the waiting times are the transport union’s own count.",
        edit: {
          replace: [
            "to nine, according to the transport union",
            "to nine by the transport union’s own count",
          ],
        },
      },
    ],
  },
};

const avalanche: DemoStory = {
  family: "avalanche-warnings",
  language: "en",
  section: "world",
  place: "geneva",
  byline: {},
  topics: ["weather"],
  sources: ["reuters", "afp"],
  slugline: "Avalanche-warnings",
  headline: "Mountain towns in four countries agree to share avalanche warnings",
  standfirst: "Twenty-six towns will send each other the same short message in nine languages.",
  body: `
Twenty-six mountain towns in four countries agreed on Tuesday to warn one another of avalanches within
minutes, using a message of no more than twelve words that has been translated in advance into nine
languages.

The agreement, reached after two winters of trials, rests on nothing more advanced than a radio and a
printed card. An observer who sees a slope fail reads out a number from the card; whoever hears it knows
which valley, which side and how large.

“Snow does not carry a passport,” said Marguerite Vonlanthen, who led the talks. “We had excellent warnings
that stopped at a line on a map.”

During the trials 340 messages were sent. Eleven of them led to a road being closed before it was hit.

---

Towns elsewhere can join by translating [the card](https://example.org/avalanche-card) and answering one
test call a month.
`,
  life: { stands: "live", hoursAgo: 52 },
};

const lighthouses: DemoStory = {
  family: "lighthouse-logs",
  language: "en",
  section: "world",
  byline: {},
  topics: ["heritage"],
  sources: ["afp"],
  slugline: "Lighthouse-logs",
  headline: "Lighthouse keepers’ logbooks find 8,000 volunteer readers",
  body: `
More than 8,000 volunteers have signed up in a week to copy out the handwritten logbooks of lighthouse
keepers from five coasts, so that a century and a half of wind, fog and boredom can be searched.

The books hold some 90 million words. Climate researchers want the weather. Most of the volunteers, the
organisers said, come for the rest: “Fog. Fog. Wrote to Ada. Fog.”
`,
  life: {
    stands: "live",
    hoursAgo: 131,
    since: [
      {
        did: "reopen",
        edit: {
          replace: ["More than 8,000 volunteers", "More than 11,000 volunteers"],
          headline: "Lighthouse keepers’ logbooks find 11,000 volunteer readers",
        },
      },
    ],
  },
};

export const regionWorldEn: DemoStory[] = [reservoir, crossing, avalanche, lighthouses];
