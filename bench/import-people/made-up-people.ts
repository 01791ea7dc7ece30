/** How many people one file brings. */
export const peopleCount = 10_000;

const beginnings = [
  "Bar",
  "Cor",
  "Del",
  "Fen",
  "Gar",
  "Hol",
  "Jor",
  "Kes",
  "Lan",
  "Mor",
  "Nor",
  "Pel",
  "Ros",
  "Sul",
  "Tam",
  "Wen",
];
const middles = ["a", "e", "i", "o", "u", "al", "en", "is", "or", "un"];
const ends = [
  "bry",
  "dale",
  "fax",
  "gill",
  "ham",
  "kirk",
  "lock",
  "mere",
  "ner",
  "pool",
  "ridge",
  "son",
  "thorpe",
  "vane",
  "wick",
];

const pick = (from: readonly string[], number: number): string => from[number % from.length] ?? "";

const nameOf = (number: number): string =>
  `${pick(beginnings, number)}${pick(middles, Math.floor(number / 16))}${pick(ends, Math.floor(number / 160))}`;

/** Spreads the numbers of people over everything else that is said of them, the same way in every run. */
const spread = (number: number, by: number): number => (number * by) % 104_729;

const dayOf = (number: number): string =>
  new Date(Date.UTC(1945, 0, 1 + (spread(number, 7919) % 21_000))).toISOString().slice(0, 10);

/** One made-up person as another system would say it, with a number, two ways to reach them and an address. */
const personOf = (number: number) => ({
  resourceType: "Patient",
  id: `p${number}`,
  identifier: [{ system: "urn:made-up:record", value: `R-${number}` }],
  name: [
    { use: "official", family: nameOf(spread(number, 31)), given: [nameOf(spread(number, 97))] },
  ],
  gender: number % 2 === 0 ? "female" : "male",
  birthDate: dayOf(number),
  telecom: [
    { system: "phone", value: `303555${String(number % 10_000).padStart(4, "0")}` },
    { system: "email", value: `p${number}@made-up.example` },
  ],
  address: [
    {
      use: "home",
      line: [`${1 + (number % 900)} Cottonwood Lane`],
      city: "Harlow",
      state: "CO",
      postalCode: "80202",
    },
  ],
});

const linesAtOnce = 100;

/** The file, in pieces as a disk gives them. */
export async function* fileOfPeople(): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < peopleCount; number += linesAtOnce) {
    const lines = Array.from({ length: linesAtOnce }, (_, place) =>
      JSON.stringify(personOf(number + place)),
    );
    yield await Promise.resolve(Buffer.from(`${lines.join("\n")}\n`));
  }
}
