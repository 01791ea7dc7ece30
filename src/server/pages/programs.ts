import { dateAt } from "#domain/basics/civil-date.ts";
import { inGlobalTransaction, inTransaction } from "#server/db/transaction.ts";
import type { Clock } from "#server/platform/clock.ts";
import type { HttpServices } from "#server/platform/http/request-context.ts";
import {
  listedOrganizationId,
  listedOrganizationIds,
  publicOrganization,
  publicPrograms,
  publicSites,
  type PublicProgram,
} from "#server/pages/programs.queries.ts";

type Pool = HttpServices["pool"];

export interface PublicSite {
  readonly name: string;
  readonly zone: string;
  readonly street: string;
  readonly unit: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly phone: string | null;
  readonly crisisPhone: string | null;
}

/** What a program that wants to be found shows to anyone. */
export interface Program {
  readonly slug: string;
  readonly name: string;
  readonly phone: string | null;
  readonly crisisPhone: string | null;
  readonly sites: readonly PublicSite[];
  /** What it offers, each with its week. */
  readonly offers: readonly PublicProgram[];
}

/** How long a list may be old: a flood of visitors costs one reading in so many seconds. */
const keptSeconds = 5;
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads one organization as the system, not as a person. The trail keeps no line of it: these fields are published
 * by the organization itself, name no patient, and who looks for help is nobody's to record.
 */
const readProgram = (
  pool: Pool,
  clock: Clock,
  organizationId: string,
): Promise<Program | undefined> =>
  inTransaction(pool, { organizationId, accountId: null }, async (tx) => {
    const organization = await publicOrganization(tx, organizationId);
    if (organization === undefined) return undefined;
    const { zone, ...shown } = organization;
    return {
      ...shown,
      sites: await publicSites(tx, organizationId),
      offers: await publicPrograms(tx, organizationId, dateAt(clock.now(), zone)),
    };
  });

/** One organization after the other, so that visitors never take all the connections of those at work. */
const readAll = async (pool: Pool, clock: Clock): Promise<readonly Program[]> => {
  const ids = await inGlobalTransaction(pool, listedOrganizationIds);
  const programs: Program[] = [];
  for (const id of ids) {
    const program = await readProgram(pool, clock, id);
    if (program !== undefined) programs.push(program);
  }
  return programs.toSorted((one, other) => one.name.localeCompare(other.name, "en"));
};

/** The programs listed here. */
export const openPrograms = (pool: Pool, clock: Clock) => {
  let kept:
    | { readonly untilMs: number; readonly programs: Promise<readonly Program[]> }
    | undefined;
  return {
    list(): Promise<readonly Program[]> {
      const nowMs = clock.now().epochMilliseconds;
      if (kept !== undefined && kept.untilMs > nowMs) return kept.programs;
      const reading = { untilMs: nowMs + keptSeconds * 1000, programs: readAll(pool, clock) };
      kept = reading;
      reading.programs.catch(() => {
        if (kept === reading) kept = undefined;
      });
      return reading.programs;
    },
    /** An unlisted program and none at all are the same: undefined, after the same work. */
    async find(slug: string): Promise<Program | undefined> {
      if (slug.length > 100 || !slugShape.test(slug)) return undefined;
      const id = await inGlobalTransaction(pool, (tx) => listedOrganizationId(tx, slug));
      return id === undefined ? undefined : readProgram(pool, clock, id);
    },
  };
};
export type Programs = ReturnType<typeof openPrograms>;
