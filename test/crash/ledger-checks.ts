import { ledgerDifferences } from "#test/support/ledger-differences.ts";
import type { Afterwards, Check } from "./afterwards.ts";

const projections = async ({ owner, inside, world }: Afterwards): Promise<Check> => {
  // Seats of sessions without an event were never made from any.
  const { rows } = await owner.query<{ id: string }>(
    "select distinct session_id as id from stepwell.attendance_event where organization_id = $1",
    [world.organizationId],
  );
  const problems = await inside(async (work) => {
    const found: string[] = [];
    for (const { id } of rows) found.push(...(await ledgerDifferences(work, id)));
    return found;
  });
  return {
    name: "credited minutes are what the events come to, derived anew",
    looked: rows.length,
    problems,
  };
};

const counted = async (
  { owner }: Afterwards,
  name: string,
  { all, broken }: { readonly all: string; readonly broken: string },
): Promise<Check> => {
  const { rows } = await owner.query<{ n: number }>(all);
  const found = await owner.query<{ what: string }>(broken);
  return { name, looked: rows[0]?.n ?? 0, problems: found.rows.map((row) => row.what) };
};

/** The minutes ledger: made from its events, no minute of anybody credited twice, and its lengths agree. */
export const ledgerChecks = async (afterwards: Afterwards): Promise<readonly Check[]> => [
  await projections(afterwards),
  await counted(afterwards, "no minute is credited twice", {
    all: "select count(*)::int as n from stepwell.attendance_segment where is_credited",
    broken: `select one.id || ' and ' || other.id as what
      from stepwell.attendance_segment one
      join stepwell.attendance_segment other
        on other.organization_id = one.organization_id and other.patient_id = one.patient_id and other.id > one.id
       and other.is_credited and tstzrange(one.starts_at, one.ends_at) && tstzrange(other.starts_at, other.ends_at)
     where one.is_credited`,
  }),
  await counted(afterwards, "every revision of a record is there once, without a gap", {
    all: "select count(*)::int as n from stepwell.revision",
    broken: `select record_kind || ' ' || record_id || ': ' || count(*) || ' up to ' || max(version) as what
      from stepwell.revision group by organization_id, record_kind, record_id
      having count(*) <> count(distinct version) or max(version) - min(version) + 1 <> count(*)`,
  }),
];
