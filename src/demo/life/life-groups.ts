/** A weekly group of the program that lives: who it is for, where and when. */
export interface LifeGroup {
  readonly number: number;
  readonly name: string;
  /** What whoever looks for help reads. Groups of one kind read alike there: who looks for help asks for days and hours. */
  readonly publicName: string;
  /** The key of the program: of one that is there already, or of one of `life-programs.ts`. */
  readonly program: string;
  readonly site: "eastside" | "riverside";
  readonly zone: string;
  readonly room: string;
  readonly activity: string;
  readonly theme: "recovery" | "mood" | "trauma" | "young";
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly startsAtWall: string;
  readonly minutes: number;
  readonly hasVideo: boolean;
  readonly seats: number;
}

type Pattern = Omit<LifeGroup, "number" | "seats">;

const denver = "America/Denver";
const portland = "America/Los_Angeles";

const patterns: readonly Pattern[] = [
  {
    name: "Evening recovery, second group",
    publicName: "Evening recovery group",
    program: "evening-sud",
    site: "eastside",
    zone: denver,
    room: "Aspen Room",
    activity: "Relapse prevention group",
    theme: "recovery",
    weekdays: [2, 4, 5],
    startsAtWall: "17:30",
    minutes: 200,
    hasVideo: true,
  },
  {
    name: "Midday mood group",
    publicName: "Midday group for depression and anxiety",
    program: "day-mh",
    site: "eastside",
    zone: denver,
    room: "Spruce Room",
    activity: "CBT group",
    theme: "mood",
    weekdays: [1, 3, 5],
    startsAtWall: "12:30",
    minutes: 200,
    hasVideo: false,
  },
  {
    name: "Trauma recovery mornings",
    publicName: "Morning group for healing after trauma",
    program: "trauma",
    site: "eastside",
    zone: denver,
    room: "Larch Room",
    activity: "Process group",
    theme: "trauma",
    weekdays: [1, 2, 4],
    startsAtWall: "09:00",
    minutes: 200,
    hasVideo: false,
  },
  {
    name: "Co-occurring evenings",
    publicName: "Evening group for substance use and mental health",
    program: "co-occurring",
    site: "riverside",
    zone: portland,
    room: "Kestrel Room",
    activity: "DBT skills group",
    theme: "recovery",
    weekdays: [1, 3, 4],
    startsAtWall: "17:00",
    minutes: 200,
    hasVideo: true,
  },
  {
    name: "After school, second group",
    publicName: "After-school group for teenagers",
    program: "adolescent",
    site: "riverside",
    zone: portland,
    room: "Osprey Room",
    activity: "Skills group",
    theme: "young",
    weekdays: [2, 3, 5],
    startsAtWall: "15:30",
    minutes: 150,
    hasVideo: false,
  },
];

const mostSeats = 10;
const fewestSeats = 3;
/** A seat is empty between two people for some days: so much of the time it is taken. */
const taken = 0.94;

/** As many groups as so many members need, each with a room of its own: first all kinds, then larger ones, then more. */
export const groupsFor = (members: number): readonly LifeGroup[] => {
  const seats = Math.max(1, Math.round(members / taken));
  const count = Math.max(
    Math.min(patterns.length, Math.ceil(seats / fewestSeats)),
    Math.ceil(seats / mostSeats),
  );
  return Array.from({ length: count }, (_, number): LifeGroup => {
    const pattern = patterns[number % patterns.length];
    if (pattern === undefined) throw new Error("no pattern of a group");
    const round = Math.floor(number / patterns.length) + 1;
    const own = Math.floor(seats / count) + (number < seats % count ? 1 : 0);
    const suffix = round === 1 ? "" : ` ${round}`;
    const names = { name: `${pattern.name}${suffix}`, room: `${pattern.room}${suffix}` };
    return { ...pattern, ...names, number, seats: own };
  });
};
