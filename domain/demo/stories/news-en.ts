import type { DemoStory } from "../story.ts";

const river: DemoStory = {
  family: "tanjaro",
  language: "en",
  section: "news",
  place: "sulaimani",
  byline: { shilan: "writing", lana: "photos" },
  topics: ["water", "farming"],
  sources: ["own"],
  marks: ["lead"],
  slugline: "Tanjaro-wetland",
  kicker: "Water",
  headline: "After twenty years, the Tanjaro begins to run clear",
  standfirst:
    "A wetland of reeds and gravel south of Sulaimani has filtered the river through its first full summer. Farmers downstream are watching, and counting.",
  body: `
At six in the morning, before the heat, Sirwan Azad lowers a glass bottle on a string into the Tanjaro and
holds it up to the light. Two years ago the water in it would have been the colour of strong tea. On Sunday
he could read the label through it.

“I write the number down, and then I look again, because I do not trust myself to be happy yet,” said Azad,
the engineer who runs the new wetland at the southern edge of the city.

The wetland, eleven basins of reeds and gravel laid out like steps beside the river, takes in about a third
of the waste water that leaves Sulaimani. It was finished last autumn. This was its first full summer, and
the figures published on Monday by the project’s own laboratory are the first that cover a whole dry season.

## What the figures say

They show that water leaving the last basin carried 71 percent less organic waste than water entering the
first one, and that oxygen in the river five kilometres downstream had doubled since the same month a year
earlier. The laboratory tests every weekday; the samples are also sent to a second laboratory at a
university, which reported results within four percent of its own.

The project’s engineers are careful about what the numbers do not show:

- They cover one summer, and a mild one.
- They say little about metals, which reeds do not remove and which come mostly from workshops upstream.
- They stop at the village of Qaragol, where two untreated drains still join the river.

“A wetland is a kidney, not a miracle,” said Dr. Chnar Muhedin, a hydrologist who reviewed the results and
was not involved in the project. “It does honest work every day, and it fails if you forget to look after
it.”

## Downstream

In the fields below the last basin, opinion is cautious. Farmers here have pumped from the river for three
generations, and for most of the last one they have washed their vegetables twice and sold them cheaply.

Hama Rashid, who grows okra and tomatoes on nine dunams, said he had stopped losing pumps to sludge. A pump
used to last him two seasons; the one by his gate is in its third.

> My father drank from this river. I will not go that far. But this year the frogs came back, and nobody
> paid them to say so.

His neighbours’ cooperative has asked for the daily readings to be posted where growers can see them. Since
August they have been chalked on a board outside the tea house in Qaragol, next to the football scores.

## Two thirds to go

The wetland was built for a little under nine billion dinars, most of it spent on digging and pipes. Running
it costs less than the city spends on street lighting in a single neighbourhood, according to the project’s
accounts: the reeds need no power, and a crew of fourteen cuts them by hand each winter.

Enlarging it is another matter. Treating the rest of the city’s waste water this way would take about forty
hectares, and the flat ground by the river is owned in strips by more than two hundred families. Talks with
the first sixty began in the spring.

Some of them would rather wait. “Everybody wants the river clean, and everybody wants it cleaned on somebody
else’s field,” said Nasrin Qadir, who represents owners on the eastern bank. She said most would lease their
land but few would sell it.

A decision on the second stage is expected before the winter rains. Until then Azad keeps to his bottle and
his string, although a sensor upstream now does the same job every ten minutes.

“The sensor is better than me,” he said. “But the sensor does not stand here and hope.”
`,
  life: { stands: "live", hoursAgo: 3 },
};

const buses: DemoStory = {
  family: "night-buses",
  language: "en",
  section: "news",
  place: "sulaimani",
  byline: { rebin: "writing", nigar: "translation" },
  topics: ["transport"],
  sources: ["own"],
  marks: ["top"],
  slugline: "Night-buses",
  kicker: "Transport",
  headline: "Night buses to run in Sulaimani from Friday",
  standfirst:
    "Three lines will link the bazaar, the hospitals and the outer neighbourhoods until two in the morning.",
  body: `
Buses will run through the night in Sulaimani for the first time from Friday, on three lines that connect
the bazaar with the hospitals and with neighbourhoods where the last shared taxi leaves at nine.

Each line will have a bus every half hour from 21:00 until 02:00. A ticket costs 500 dinars, the same as by
day, and hospital staff travel free with their badge.

The timetable was drawn up after students counted who was still on the streets at night. Over two weeks in
May they spoke with more than 1,400 people, and found that nurses, bakers, cleaners and restaurant workers
made up most of those who walked home or paid several thousand dinars for a taxi.

“I finish at midnight and I am home at one,” said Bahar Jamal, a ward nurse who lives in Hawari Shar. “Half
of what I earn in an evening goes to the driver. I know his children’s names by now.”

## The three lines

1. **N1**: bazaar, the main hospital, Bakrajo
2. **N2**: bazaar, the university, Hawari Shar
3. **N3**: bazaar, the bus station, Raparin

Twelve drivers have been hired, two of them women. The service is paid for until the end of next year;
whether it continues will depend on how many people use it. The operator says 900 passengers a night would
be enough.
`,
  life: {
    stands: "live",
    hoursAgo: 9,
    since: [
      {
        did: "update",
        kind: "update",
        hoursAgo: 4,
        note: "Adds that hospital staff travel free on all three lines from the first night.",
        edit: {
          append:
            "The operator said on Monday evening that free travel for hospital staff would apply on all three lines from the first night, and that visitors of patients would be asked to buy a ticket.",
        },
      },
    ],
  },
};

const hole: DemoStory = {
  family: "payment-page",
  language: "en",
  section: "news",
  place: "sulaimani",
  byline: { yousif: "writing" },
  topics: ["technology"],
  sources: ["own"],
  marks: ["top"],
  slugline: "Payment-page",
  kicker: "Technology",
  headline: "Students who typed </script> into a bill-payment page get thanked, not fined",
  standfirst:
    "A hole in an electricity-payment site let anybody change what the next visitor saw. It was closed in six hours.",
  body: `
Three computing students who found that a local electricity-payment site would run whatever was typed into
its “name” box have been sent a letter of thanks, and a bill for 14,000 dinars, which was theirs to pay
anyway.

The students were trying to pay for a shared flat on a Thursday night when one of them, Zhyar Omer, typed a
fragment of code as his surname. The next page came up blank. “A name that ends in a closing tag should be
printed, not obeyed,” he said. “Ours was obeyed.”

They wrote to the company that runs the site within the hour, with screenshots and with *nobody* else in
copy. It took the page down at midnight and put a mended one up at dawn.

A spokeswoman for the company said no payment had been changed and no data had left the system. It has since
asked an outside firm to go through the rest of the site, and published [an address for
reports](https://example.org/report-a-hole) of the same kind. Similar reports have ended badly for those who
sent them elsewhere; the students said they had talked for twenty minutes about whether to keep quiet.

“My mother told me to delete everything,” Omer said. “Then she asked whether her own bill was safe.”

The company’s advice to anybody who builds such pages fits on a postcard:

- Treat what people type as text, always.
- Escape it at the moment it is printed.
- Answer the person who tells you that you did not.
`,
  life: { stands: "live", hoursAgo: 21 },
};

const rain: DemoStory = {
  family: "rain-warning",
  language: "en",
  section: "news",
  place: "duhok",
  byline: {},
  topics: ["weather"],
  sources: ["zagros"],
  slugline: "Rain-warning",
  headline: "Heavy rain expected in the north from Wednesday night",
  body: `
Forecasters have warned of 40 to 60 millimetres of rain in the mountains north of Duhok between Wednesday
night and Friday morning, with a risk of rockfalls on the Amedi road. Drivers were asked to carry water and
a blanket and to cross the passes by day.
`,
  life: { stands: "live", hoursAgo: 6 },
};

const trees: DemoStory = {
  family: "shade-trees",
  language: "en",
  section: "news",
  place: "sulaimani",
  byline: { shilan: "writing" },
  sources: ["own"],
  slugline: "Shade-trees",
  kicker: "City",
  headline: "Residents of Ibrahim Pasha street ask for shade before asphalt",
  standfirst: "A petition with 2,100 names wants plane trees planted before the road is widened.",
  body: `
Shopkeepers and residents of one of the hottest streets in the city centre have asked for trees to be
planted before the road is widened, and not, as the plan has it, in the year after.

Their petition, signed by 2,100 people in nine days, says the pavement reached 61 degrees on three
afternoons in August. The measurements were made with a kitchen thermometer and, later, with a better one
lent by a school.

“A young plane tree needs seven summers to throw a useful shadow,” said Kwestan Rashid, who sells cloth
there. “Every year you wait is a year of my life at 61 degrees.”
`,
  life: { stands: "submitted", hoursAgo: 5 },
};

export const newsEn: DemoStory[] = [river, buses, hole, rain, trees];
