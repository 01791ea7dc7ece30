import type { Actor } from "#domain/access/actor.ts";
import { permissions } from "#domain/access/permissions.ts";
import {
  listKnownStays,
  readHouse,
  type HouseRead,
  type NamedId,
} from "#demo/life/life-house.queries.ts";
import type { LifeGroup } from "#demo/life/life-groups.ts";
import type { LifePlan, LifeStay } from "#demo/life/life-plan.ts";
import { lifeProgramNames } from "#demo/life/life-programs.ts";
import { staffFor } from "#demo/life/life-staff.ts";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import type { Work } from "#server/platform/work.ts";

/** A colleague who acts in the life, with the account under which they sign. */
export interface Colleague {
  readonly staffId: string;
  readonly accountId: string;
  readonly name: string;
}

interface KnownStay {
  readonly patientId: string;
  readonly enrollmentId: string;
}

const idOf = (rows: readonly NamedId[], name: string): string => {
  const found = rows.find((row) => row.name === name);
  if (found === undefined) throw new Error(`the demo names "${name}" and has not made it`);
  return found.id;
};

const keyOf = (name: string, admittedOn: string, level: string): string =>
  `${name}|${admittedOn}|${level}`;

/** The organization as the life finds it: ids by the names that the plan uses. Stays are added as people come. */
export class LifeHouse {
  readonly #read: HouseRead;
  readonly #leads: readonly string[];
  readonly #stays = new Map<string, KnownStay>();
  readonly #people = new Map<string, string>();

  constructor(read: HouseRead, leads: readonly string[]) {
    this.#read = read;
    this.#leads = leads;
  }

  get name(): string {
    return this.#read.name;
  }

  get zone(): string {
    return this.#read.zone;
  }

  site(key: LifeGroup["site"]): string {
    return idOf(this.#read.sites, cedarBridge.sites.find((site) => site.key === key)?.name ?? key);
  }

  room(name: string): string {
    return idOf(this.#read.rooms, name);
  }

  level(code: string): string {
    return idOf(this.#read.levels, code);
  }

  payer(name: string): string {
    return idOf(this.#read.payers, name);
  }

  activity(name: string): string {
    return idOf(this.#read.activities, name);
  }

  series(group: LifeGroup): string {
    return idOf(this.#read.series, group.name);
  }

  program(key: string): HouseRead["programs"][number] {
    const name = lifeProgramNames.get(key);
    const found = this.#read.programs.find((program) => program.name === name);
    if (found === undefined) throw new Error(`no program "${key}" in the demo`);
    return found;
  }

  colleague(familyName: string): Colleague {
    const found = this.#read.staff.find((one) => one.familyName === familyName);
    const accountId = found?.accountId ?? null;
    if (found === undefined || accountId === null)
      throw new Error(`nobody of the demo is called ${familyName}`);
    return { staffId: found.id, accountId, name: found.name };
  }

  byStaffId(staffId: string): Colleague {
    const found = this.#read.staff.find((one) => one.id === staffId);
    return this.colleague(found?.familyName ?? staffId);
  }

  lead(group: LifeGroup): Colleague {
    return this.colleague(this.#leads[group.number] ?? "");
  }

  /** Who treats as a physician at a site. */
  attending(site: LifeGroup["site"]): Colleague {
    return this.colleague(site === "eastside" ? "Brightwater" : "Fontaine-Díaz");
  }

  know(stay: LifeStay, known: KnownStay): void {
    const { givenName, familyName } = stay.person;
    this.#stays.set(keyOf(`${givenName} ${familyName}`, stay.admittedOn, stay.level), known);
    this.#people.set(`${givenName} ${familyName}`, known.patientId);
  }

  stay(stay: LifeStay): KnownStay | undefined {
    const { givenName, familyName } = stay.person;
    return this.#stays.get(keyOf(`${givenName} ${familyName}`, stay.admittedOn, stay.level));
  }

  patientId({ person }: LifeStay): string | undefined {
    return this.#people.get(`${person.givenName} ${person.familyName}`);
  }

  addKnown(rows: Awaited<ReturnType<typeof listKnownStays>>): void {
    for (const { givenName, familyName, admittedOn, level, ...known } of rows) {
      this.#stays.set(keyOf(`${givenName} ${familyName}`, admittedOn, level), known);
      this.#people.set(`${givenName} ${familyName}`, known.patientId);
    }
  }
}

/** Finds everything that the plan names. */
export const openHouse = async (work: Work, plan: LifePlan): Promise<LifeHouse> => {
  const { leads } = staffFor(plan.groups);
  const house = new LifeHouse(
    await readHouse(work),
    leads.map(({ familyName }) => familyName),
  );
  house.addKnown(await listKnownStays(work));
  return house;
};

/** The work of somebody at a moment of the life. */
export const workAs = (work: Work, colleague: Pick<Colleague, "accountId" | "name">): Work => {
  const actor: Actor = {
    kind: "staff",
    accountId: colleague.accountId,
    sessionId: null,
    name: colleague.name,
    permissions: new Set(permissions),
    signingUntil: null,
  };
  return { ...work, actor };
};
