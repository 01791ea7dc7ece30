import type { DemoPerson } from "#demo/cast.ts";
import { Chance } from "#demo/life/chance.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { NameGiver } from "#demo/life/life-names.ts";

type Lead = Pick<DemoPerson, "givenName" | "familyName" | "credentialsShown" | "position">;

/** Who leads the first group of each kind. */
const leads: readonly Lead[] = [
  {
    givenName: "Aurelio",
    familyName: "Santacruz-Bell",
    credentialsShown: "LADC",
    position: "substance-use-counselor",
  },
  {
    givenName: "Miriam",
    familyName: "Feldhausen",
    credentialsShown: "LCSW",
    position: "social-worker",
  },
  {
    givenName: "Nokuthula",
    familyName: "Radebeson",
    credentialsShown: "LPC",
    position: "professional-counselor",
  },
  {
    givenName: "Rutger",
    familyName: "Aldenkamp",
    credentialsShown: "LCSW",
    position: "social-worker",
  },
  {
    givenName: "Kalea",
    familyName: "Moanakai",
    credentialsShown: "LMFT",
    position: "marriage-family-therapist",
  },
];

/** Who stands in where somebody is ill, and sees people who are taken out of a group; one for each site. */
export const floaters = {
  eastside: "Ossingtonby",
  riverside: "Tamblyn",
} as const;

/** The intern of the midday group, whose notes wait for its lead. */
export const internOf = { group: 1, familyName: "Kjeldsby" } as const;

/** Ten digits with a check digit that belong to nobody: the numbers from 2000 2 on were never given out. */
const npiOf = (number: number): string => {
  const nine = String(200_020_000 + number * 3);
  const sum = [...nine].reduce((all, digit, place) => {
    const value = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return all + (value > 9 ? value - 9 : value);
  }, 24);
  return `${nine}${(10 - (sum % 10)) % 10}`;
};

const personOf = (
  lead: Lead,
  site: LifeGroup["site"],
  number: number,
  more: Partial<DemoPerson> = {},
): DemoPerson => {
  const state = site === "eastside" ? "CO" : "OR";
  const code = lead.credentialsShown ?? "";
  return {
    ...lead,
    site,
    npi: npiOf(number),
    supervisor: "Castellvi",
    credentials: [
      {
        kind: "license",
        code,
        state,
        number: `${code}.${70_100 + number}`,
        issuedDaysAgo: 3050,
        expiresInDays: 120 + ((number * 83) % 400),
        needsSupervision: false,
      },
    ],
    roles: ["facilitator", "therapist"],
    ...more,
  };
};

/** Family names tell colleagues of the demo apart, so that nobody gets one that is taken. */
const nameOf = (names: NameGiver, number: number, taken: Set<string>) => {
  for (let draw = 0; ; draw++) {
    const name = names.next(number + 1000 * draw, "neither");
    if (taken.has(name.familyName)) continue;
    taken.add(name.familyName);
    return name;
  }
};

const leadOf = (group: LifeGroup, names: NameGiver, taken: Set<string>): DemoPerson => {
  const first = leads[group.number];
  if (first !== undefined) return personOf(first, group.site, group.number);
  const kind = leads[group.number % leads.length];
  if (kind === undefined) throw new Error("nobody leads groups");
  const { givenName, familyName } = nameOf(names, group.number, taken);
  return personOf({ ...kind, givenName, familyName }, group.site, group.number);
};

const counselor = { credentialsShown: "LPC", position: "professional-counselor" };

/** Everybody who works in the groups: their leads in order, those who stand in, and the intern. */
export const staffFor = (
  groups: readonly LifeGroup[],
): { readonly leads: readonly DemoPerson[]; readonly others: readonly DemoPerson[] } => {
  const names = new NameGiver(new Chance(77));
  const taken = new Set<string>();
  const intern: DemoPerson = {
    givenName: "Sunniva",
    familyName: internOf.familyName,
    credentialsShown: "intern",
    position: "intern",
    site: "eastside",
    npi: null,
    supervisor: leads[internOf.group]?.familyName ?? "Castellvi",
    credentials: [
      {
        kind: "registration",
        code: "INTERN",
        state: null,
        number: null,
        issuedDaysAgo: 720,
        expiresInDays: 210,
        needsSupervision: true,
      },
    ],
    roles: ["facilitator"],
  };
  const auditor: DemoPerson = {
    givenName: "Perpetua",
    familyName: "Nylander-Voss",
    credentialsShown: null,
    position: "office-coordinator",
    site: "eastside",
    npi: null,
    credentials: [],
    roles: ["auditor"],
  };
  return {
    leads: groups.map((group) => leadOf(group, names, taken)),
    others: [
      personOf(
        { ...counselor, givenName: "Bertrand", familyName: floaters.eastside },
        "eastside",
        9001,
      ),
      personOf(
        { ...counselor, givenName: "Lowenna", familyName: floaters.riverside },
        "riverside",
        9002,
      ),
      auditor,
      ...(groups.length > internOf.group ? [intern] : []),
    ],
  };
};
