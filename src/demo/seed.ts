import type pg from "pg";
import { createRoom } from "#domain/practice/room.api.ts";
import { createSite } from "#domain/practice/site.api.ts";
import type { DemoOrganization } from "#demo/cast.ts";
import { seedCare } from "#demo/care.ts";
import { seedClaims } from "#demo/claims.ts";
import { seedClosures } from "#demo/closures.ts";
import { seedContracts } from "#demo/contracts.ts";
import { seedMeasures } from "#demo/measures.ts";
import { seedNotes } from "#demo/notes.ts";
import { addPerson } from "#demo/people-at-work.ts";
import { seedSchedule } from "#demo/schedule.ts";
import { cedarBridge } from "#demo/cedar-bridge.ts";
import { harborSteps } from "#demo/harbor-steps.ts";
import { demoPassword, emailOf } from "#demo/sign-ins.ts";
import { hasOrganizations } from "#demo/seed.queries.ts";
import { enterOrganization, inGlobalTransaction, type Tx } from "#server/db/transaction.ts";
import type { Clock } from "#server/platform/clock.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import type { Work } from "#server/platform/work.ts";
import { createUser, hashForMany } from "#server/access/people.service.ts";
import { foundOrganization } from "#server/practice/founding.service.ts";
import * as organizations from "#server/practice/organization.service.ts";
import * as rooms from "#server/practice/room.service.ts";
import * as sites from "#server/practice/site.service.ts";

/** Under this name the demo's organizations are founded, and known again by it. */
export const seederName = "Demo";

interface SeedServices {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  newId(): string;
}

/** One transaction for everything: a start that is killed in the middle leaves nothing half done. */
interface Seeding {
  readonly services: SeedServices;
  readonly tx: Tx;
  /** One for all: that they have the same password is said at the terminal. */
  readonly hashed: Promise<string>;
}

/** The people and places are entered through the services that the screens use; whoever did it is named so. */
const inside = async <Result>(
  { services, tx }: Seeding,
  organizationId: string,
  act: (work: Work) => Promise<Result>,
): Promise<Result> => {
  await enterOrganization(tx, organizationId, null);
  return act({
    tx,
    organizationId,
    actor: systemActor(seederName),
    now: services.clock.now(),
    requestId: services.newId(),
    newId: services.newId,
  });
};

const addSites = async (work: Work, demo: DemoOrganization): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  for (const { key, rooms: ownRooms, ...facts } of demo.sites) {
    const site = await sites.createSite(work, createSite.input.parse(facts));
    ids.set(key, site.id);
    for (const room of ownRooms)
      await rooms.createRoom(work, createRoom.input.parse({ siteId: site.id, ...room }));
  }
  return ids;
};

const seedOrganization = (
  seeding: Seeding,
  organizationId: string,
  demo: DemoOrganization,
): Promise<void> =>
  inside(seeding, organizationId, async (work) => {
    await foundOrganization(work, { name: demo.name, zone: demo.zone });
    const { version } = await organizations.getOrganization(work);
    const { npi, phone, crisisPhone, patientWord } = demo;
    await organizations.changeOrganization(work, {
      version,
      npi,
      phone,
      crisisPhone,
      patientWord,
      isListed: true,
    });
    const siteIds = await addSites(work, demo);
    const staffIds = new Map<string, string>();
    for (const person of demo.people)
      staffIds.set(
        person.familyName,
        await addPerson(work, demo, person, { sites: siteIds, staff: staffIds }, seeding.hashed),
      );
    const care = await seedCare(work, demo, { sites: siteIds, staff: staffIds });
    await seedContracts(work, demo, care);
    await seedClosures(work, demo, care);
    await seedSchedule(work, demo, care);
    await seedNotes(work, staffIds.get("Thistlewood") ?? null);
    await seedMeasures(work, demo, care);
    await seedClaims(work, demo.zone);
  });

/** People who work in both organizations: one account, two affiliations. */
const addSharedPeople = async (
  seeding: Seeding,
  ids: ReadonlyMap<string, string>,
): Promise<void> => {
  for (const person of cedarBridge.people) {
    const other = person.alsoIn;
    const organizationId = ids.get(other?.slug ?? "");
    if (other === undefined || organizationId === undefined) continue;
    const name = `${person.givenName} ${person.familyName}`;
    const email = emailOf(cedarBridge, person);
    await inside(seeding, organizationId, (work) =>
      createUser(work, { email, name, roles: other.roles, password: demoPassword }),
    );
  }
};

const houses = [harborSteps, cedarBridge] as const;

/** Fills an empty installation with two organizations. Answers false, and does nothing, where there is one already. */
export const seedDemo = (services: SeedServices): Promise<boolean> =>
  inGlobalTransaction(services.pool, async (tx) => {
    if (await hasOrganizations(tx)) return false;
    const seeding = { services, tx, hashed: hashForMany(demoPassword) };
    const ids = new Map<string, string>();
    for (const demo of houses) {
      const organizationId = services.newId();
      ids.set(demo.slug, organizationId);
      await seedOrganization(seeding, organizationId, demo);
    }
    await addSharedPeople(seeding, ids);
    return true;
  });
