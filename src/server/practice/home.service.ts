import { isAllowed } from "#domain/access/actor.ts";
import type { Permission } from "#domain/access/permissions.ts";
import { dateAt } from "#domain/basics/civil-date.ts";
import type { Output } from "#domain/contract/route.ts";
import { lastSoonDay, standingOn } from "#domain/practice/credential-standing.ts";
import type { readHome } from "#domain/practice/home.api.ts";
import { isStepDone, setupSteps, type SetupFacts, type SetupStep } from "#domain/practice/setup.ts";
import type { Work } from "#server/platform/work.ts";
import * as queries from "#server/practice/home.queries.ts";

type Home = Output<typeof readHome>;

/** Who can do a step, and where. */
const stepPlaces: Readonly<Record<SetupStep, { permission: Permission; path: string }>> = {
  "organization-npi": { permission: "practice:manage", path: "/staff/practice/organization" },
  "crisis-phone": { permission: "practice:manage", path: "/staff/practice/organization" },
  site: { permission: "practice:manage", path: "/staff/practice/sites" },
  room: { permission: "practice:manage", path: "/staff/practice/sites" },
  staff: { permission: "staff:manage", path: "/staff/practice/staff" },
  "second-administrator": { permission: "people:manage", path: "/staff/people" },
};

const pathOf = (staffId: string): string => `/staff/practice/staff/${staffId}`;

const setupOf = (work: Work, facts: SetupFacts): Home["setup"] =>
  setupSteps
    .filter((step) => isAllowed(work.actor, stepPlaces[step].permission))
    .map((step) => ({ step, done: isStepDone(step, facts), path: stepPlaces[step].path }));

const reachOf = (work: Work, staffId: string | null): queries.CredentialReach | null => {
  if (isAllowed(work.actor, "staff:manage")) return "all";
  return staffId === null ? null : { staffId };
};

const credentialsOf = async (
  work: Work,
  today: string,
  staffId: string | null,
): Promise<Pick<Home, "credentials" | "credentialCount">> => {
  const reach = reachOf(work, staffId);
  if (reach === null) return { credentials: [], credentialCount: 0 };
  const rows = await queries.listEndingCredentials(work, lastSoonDay(today), reach);
  return {
    credentialCount: rows[0]?.total ?? 0,
    credentials: rows.map((row) => {
      const { code: standing, daysLeft } = standingOn(today, row);
      const isOwn = row.staffId === staffId;
      const path = `${pathOf(row.staffId)}?credential=${row.id}`;
      return { ...row, isOwn, standing, daysLeft: daysLeft ?? 0, path };
    }),
  };
};

/** What needs the person who asks. `staffId` is the colleague their sign-in belongs to, if any. */
export const getHome = async (work: Work, staffId: string | null): Promise<Home> => {
  const facts = await queries.getSetupFacts(work);
  const today = dateAt(work.now, facts.zone);
  const unsupervised = isAllowed(work.actor, "staff:manage")
    ? await queries.listWithoutSupervisor(work)
    : [];
  return {
    ...(await credentialsOf(work, today, staffId)),
    withoutSupervisor: unsupervised.map((person) => ({ ...person, path: pathOf(person.staffId) })),
    setup: setupOf(work, facts),
  };
};
