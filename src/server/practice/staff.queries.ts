import { sql, type Insertable, type RawBuilder, type Updateable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type { Named } from "#domain/practice/record-state.ts";
import type * as api from "#domain/practice/staff.api.ts";
import type { AccountLink } from "#domain/practice/staff.ts";
import { beginsWith, inPages, totalOf } from "#server/db/keyset.ts";
import type { StepwellStaff } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";
import { caseloads, memberCount } from "#server/practice/caseload.queries.ts";
import { zoneColumn } from "#server/practice/organization.queries.ts";

const staff = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom("stepwell.staff as person")
    .leftJoin("stepwell.site as site", (on) =>
      on.on("site.organizationId", "=", organizationId).onRef("site.id", "=", "person.homeSiteId"),
    )
    .leftJoin("stepwell.staff as supervisor", (on) =>
      on
        .on("supervisor.organizationId", "=", organizationId)
        .onRef("supervisor.id", "=", "person.supervisorId"),
    )
    .where("person.organizationId", "=", organizationId);

const columns = [
  "person.id",
  "person.givenName",
  "person.familyName",
  "person.credentialsShown",
  "person.position",
  "person.email",
  "person.phone",
  "person.npi",
  "person.homeSiteId",
  "site.name as homeSiteName",
  "person.supervisorId",
  sql<string | null>`supervisor.given_name || ' ' || supervisor.family_name`.as("supervisorName"),
  "person.startedOn",
  "person.createdAt",
  "person.retiredAt",
  "person.version",
] as const;

interface LapsingRow {
  readonly code: string;
  readonly issuedOn: string | null;
  readonly expiresOn: string;
}

/** What stands around a colleague, found in the same statement. */
const surroundings = (work: Work) => {
  const { organizationId } = work;
  const lapsing = sql<LapsingRow | null>`(
    select json_build_object('code', c.code, 'issuedOn', c.issued_on, 'expiresOn', c.expires_on)
    from stepwell.staff_credential c
    where c.organization_id = ${organizationId} and c.staff_id = person.id and c.retired_at is null and c.expires_on is not null
    order by c.expires_on, c.id limit 1)`;
  const needsSupervision = sql<boolean>`exists (
    select from stepwell.staff_credential c
    where c.organization_id = ${organizationId} and c.staff_id = person.id and c.retired_at is null and c.needs_supervision)`;
  const supervisees = sql<number>`(
    select count(*) from stepwell.staff s
    where s.organization_id = ${organizationId} and s.supervisor_id = person.id and s.retired_at is null)`;
  return [
    lapsing.as("lapsing"),
    needsSupervision.as("needsSupervision"),
    supervisees.as("superviseeCount"),
    zoneColumn(work),
  ] as const;
};

const sortKeys = {
  name: sql<string>`person.sort_name`,
  position: sql<string>`person.position`,
  site: sql<string>`coalesce(stepwell.folded(site.name), '')`,
  started: sql<string>`coalesce(person.started_on::text, '')`,
};
const givenFirst = sql<string>`person.given_sort_name`;

type Wanted = Parsed<typeof api.listStaff>;

const matching = (work: Work, { q, state, siteId, position, supervisorId }: Wanted) =>
  staff(work)
    .$if(state === "active", (all) => all.where("person.retiredAt", "is", null))
    .$if(state === "retired", (all) => all.where("person.retiredAt", "is not", null))
    .where((eb) =>
      eb.and([
        ...(siteId === undefined ? [] : [eb("person.homeSiteId", "=", siteId)]),
        ...(position === undefined ? [] : [eb("person.position", "=", position)]),
        ...(supervisorId === undefined ? [] : [eb("person.supervisorId", "=", supervisorId)]),
        ...(q === "" ? [] : [eb.or([beginsWith(sortKeys.name, q), beginsWith(givenFirst, q)])]),
      ]),
    );

const sortKey = (work: Work, sort: Wanted["sort"]): RawBuilder<string> =>
  sort === "members"
    ? sql<string>`lpad(coalesce(${memberCount(work)}, 0)::text, 9, '0')`
    : sortKeys[sort];

export const listStaff = (work: Work, input: Wanted) =>
  inPages(
    matching(work, input)
      .leftJoin(caseloads(work).as("load"), "load.staffId", "person.id")
      .select(columns)
      .select(surroundings(work))
      .select(memberCount(work).as("memberCount"))
      .select(totalOf(matching(work, input))),
    { ...input, key: sortKey(work, input.sort), id: sql<string>`person.id` },
  ).execute();

/** What only the screen of one colleague shows: whom they supervise, and the sign-in that names them. */
const details = ({ organizationId }: Work) => {
  const supervisees = sql<Named[]>`(
    select coalesce(json_agg(json_build_object('id', s.id, 'name', s.given_name || ' ' || s.family_name) order by s.sort_name), '[]')
    from stepwell.staff s
    where s.organization_id = ${organizationId} and s.supervisor_id = person.id and s.retired_at is null)`;
  const account = sql<AccountLink | null>`(
    select json_build_object('affiliationId', a.id, 'state',
      case when a.ended_at is not null then 'ended' when a.accepted_at is null then 'invited' else 'active' end)
    from stepwell.affiliation a
    where a.organization_id = ${organizationId} and a.staff_id = person.id
    order by a.invited_at desc limit 1)`;
  return [supervisees.as("supervisees"), account.as("account")] as const;
};

const one = (work: Work, staffId: string) =>
  staff(work)
    .select(columns)
    .select(surroundings(work))
    .select(details(work))
    .leftJoin(caseloads(work).as("load"), "load.staffId", "person.id")
    .select(memberCount(work).as("memberCount"))
    .where("person.id", "=", staffId);

export const findStaff = (work: Work, staffId: string) => one(work, staffId).executeTakeFirst();

/** The colleague, held until the transaction ends. */
export const lockStaff = (work: Work, staffId: string) =>
  one(work, staffId).forUpdate("person").executeTakeFirst();

/** A row of the list; one colleague's row has the details besides. */
export type StaffListRow = Omit<Awaited<ReturnType<typeof listStaff>>[number], "pageKey" | "total">;

/** A colleague by name, kept from being changed by others until the transaction ends; many may hold it at once. */
export const holdStaff = ({ tx, organizationId }: Work, staffId: string) =>
  tx
    .selectFrom("stepwell.staff")
    .select(["id", "givenName", "familyName", "retiredAt"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", staffId)
    .forShare()
    .executeTakeFirst();

export type NewStaff = Omit<
  Insertable<StepwellStaff>,
  "organizationId" | "version" | "retiredAt" | "sortName" | "givenSortName"
>;

export const insertStaff = async (work: Work, person: NewStaff): Promise<void> => {
  const { organizationId } = work;
  await work.tx
    .insertInto("stepwell.staff")
    .values({ organizationId, ...person })
    .execute();
};

/** Writes changed columns and moves the version on by one. The row is locked by `lockStaff`. */
export const updateStaff = async (
  work: Work,
  staffId: string,
  changed: Updateable<StepwellStaff>,
): Promise<void> => {
  await work.tx
    .updateTable("stepwell.staff")
    .set(changed)
    .set({ version: sql`version + 1` })
    .where("organizationId", "=", work.organizationId)
    .where("id", "=", staffId)
    .execute();
};
