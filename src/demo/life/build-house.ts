import { Temporal } from "temporal-polyfill";
import { createPayer } from "#domain/payers/payer.api.ts";
import { createRoom } from "#domain/practice/room.api.ts";
import { createSeries } from "#domain/scheduling/series.api.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import { closeForHolidays } from "#demo/closures.ts";
import type { DemoContract } from "#demo/contract-list.ts";
import * as terms from "#demo/contract-terms.ts";
import { addContract } from "#demo/contracts.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import { readHouse } from "#demo/life/life-house.queries.ts";
import { openHouse, workAs, type LifeHouse } from "#demo/life/life-house.ts";
import type { LifePlan } from "#demo/life/life-plan.ts";
import { lifePrograms } from "#demo/life/life-programs.ts";
import { internOf, staffFor } from "#demo/life/life-staff.ts";
import { perDiem } from "#demo/plain-terms.ts";
import { addPerson } from "#demo/people-at-work.ts";
import { demoPassword } from "#demo/sign-ins.ts";
import { hashForMany } from "#server/access/people.service.ts";
import { addProgram } from "#demo/programs.ts";
import * as payers from "#server/payers/payer.service.ts";
import type { Work } from "#server/platform/work.ts";
import * as rooms from "#server/practice/room.service.ts";
import * as series from "#server/scheduling/series.service.ts";

const confirmed = (of: DemoContract["versions"][number]["terms"], source: string) =>
  [{ year: -1, state: "confirmed", terms: of, source }] as const;

/** A day of two hours at one price, billed by the week. */
const unionDay = {
  ...terms.dayOfLastYear,
  perDiem: perDiem("S9480", "0905", { minimumMinutes: 120 }),
  claimSpan: "week",
} as const;

/** Two payers besides the four whom the first people have, with contracts of their own kind. */
const lifeContracts: readonly DemoContract[] = [
  {
    payer: "Trailhead Community Care",
    name: "Trailhead, outpatient by the service",
    versions: confirmed(
      terms.byTheService,
      "Trailhead participating provider agreement, exhibit 2",
    ),
    fees: [
      ["90853", null, 44],
      ["90834", null, 101],
      ["90847", null, 109],
      ["90849", null, 40],
      ["H2027", null, 18],
      ["90791", null, 174],
      ["99213", null, 93],
      ["T1016", null, 20],
    ],
  },
  {
    payer: "Union Hall Health Trust",
    name: "Union Hall, one price a day",
    level: "iop",
    versions: confirmed(unionDay, "Union Hall trust document, behavioral health rider"),
    fees: [["S9480", "0905", 318]],
  },
  {
    payer: "Sentinel Service Health",
    name: "Sentinel, co-occurring IOP",
    program: "co-occurring",
    level: "iop",
    versions: confirmed(
      terms.serviceMembersRecovery,
      "Sentinel operations manual, addendum for Oregon",
    ),
    fees: [
      ["H0015", "0906", 349],
      ["99213", null, 121],
    ],
  },
];

const newPayers = [
  { name: "Trailhead Community Care", kind: "medicaid", electronicId: "TRLHD" },
  { name: "Union Hall Health Trust", kind: "commercial", electronicId: "UNHT4" },
] as const;

const idsBy = (rows: readonly { readonly name: string; readonly id: string }[]) =>
  new Map(rows.map(({ name, id }) => [name, id]));

const addPlaces = async (work: Work, plan: LifePlan) => {
  const read = await readHouse(work);
  const named = idsBy(read.sites);
  const sites = new Map(cedarBridge.sites.map(({ key, name }) => [key, named.get(name) ?? ""]));
  const levels = idsBy(read.levels);
  const programs = new Map<string, Awaited<ReturnType<typeof addProgram>>>();
  for (const program of lifePrograms)
    programs.set(program.key, await addProgram(work, program, { levels, sites }));
  for (const { room, site, hasVideo } of plan.groups)
    await rooms.createRoom(
      work,
      createRoom.input.parse({ siteId: sites.get(site), name: room, seats: 14, hasVideo }),
    );
  return { sites, levels, programs, read };
};

const addPayers = async (work: Work, places: Awaited<ReturnType<typeof addPlaces>>) => {
  const payerIds = idsBy(places.read.payers);
  for (const facts of newPayers)
    payerIds.set(facts.name, (await payers.createPayer(work, createPayer.input.parse(facts))).id);
  const { sites, levels, programs } = places;
  const thisYear = Temporal.PlainDate.from(dateAt(work.now, places.read.zone)).year;
  const care = { sites, programs: { programs, levels } };
  for (const contract of lifeContracts)
    await addContract({ work, care, thisYear, payerIds }, contract);
};

const addColleagues = async (
  work: Work,
  plan: LifePlan,
  places: Awaited<ReturnType<typeof addPlaces>>,
) => {
  const staff = new Map(places.read.staff.map(({ familyName, id }) => [familyName, id]));
  const { leads, others } = staffFor(plan.groups);
  const all = [...leads, ...others];
  const hashed = hashForMany(demoPassword);
  for (const person of all)
    staff.set(
      person.familyName,
      await addPerson(work, cedarBridge, person, { sites: places.sites, staff }, hashed),
    );
};

const addSeries = async (work: Work, house: LifeHouse, plan: LifePlan, group: LifeGroup) => {
  const { id: programId, trackId, siteId } = house.program(group.program);
  const lead = { staffId: house.lead(group).staffId, role: "lead" };
  const hasIntern = group.number === internOf.group;
  const { name, publicName, weekdays, startsAtWall, minutes, hasVideo } = group;
  const input = createSeries.input.parse({
    name,
    publicName,
    siteId,
    programId,
    trackId,
    activityTypeId: house.activity(group.activity),
    roomId: house.room(group.room),
    weekdays,
    startsAtWall,
    minutes,
    startsOn: plan.startsOn,
    endsOn: null,
    capacity: 12,
    hasVideo,
    facilitators: hasIntern
      ? [lead, { staffId: house.colleague(internOf.familyName).staffId, role: "trainee" }]
      : [lead],
  });
  await series.createSeries(work, input);
};

/** Rooms, programs, payers with contracts, colleagues, closed days and weekly groups: what has to be there before the first day. */
export const buildHouse = async (work: Work, plan: LifePlan): Promise<void> => {
  const places = await addPlaces(work, plan);
  await addPayers(work, places);
  await addColleagues(work, plan, places);
  const house = await openHouse(work, plan);
  const director = workAs(work, house.colleague("Delacroix"));
  const { startsOn: from, wish } = plan;
  const season = { from, to: wish.today, today: wish.today };
  await closeForHolidays(director, [...places.sites.values()], season);
  for (const group of plan.groups) await addSeries(work, house, plan, group);
};
