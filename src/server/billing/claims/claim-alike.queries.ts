import { sql } from "kysely";
import type { MendPlace } from "#domain/billing/claims/finding.ts";
import type { Work } from "#server/platform/work.ts";

/** What is mended here is of one person, or of one payer; all else is of the whole house. */
const ofPerson: readonly MendPlace[] = [
  "patient",
  "coverage",
  "diagnoses",
  "authorization",
  "charges",
  "claim",
];
const ofPayer: readonly MendPlace[] = ["payer", "contract"];

/** So many at once; the others with the next press. */
const mostAtOnce = 200;

/** Other claims that were not sent and wait for the first fault of this one as well: what is mended once is mended for all. */
export const selectAlike = async ({ tx, organizationId }: Work, claimId: string) => {
  const { rows } = await sql<{ id: string; control: string; version: number; patientId: string }>`
    select other.id, other.control, other.version, other.patient_id as "patientId"
    from stepwell.claim own
    cross join lateral (
      select found from jsonb_array_elements(own.findings) with ordinality findings(found, nth)
      where found->>'severity' = 'error' order by nth limit 1) fault
    join stepwell.claim other on other.organization_id = ${organizationId} and other.state = 'scrubbed' and other.frequency <> '8'
      and other.id <> own.id and other.findings @> jsonb_build_array(fault.found)
      and (fault.found->>'mend' <> all(${[...ofPerson]}::text[]) or other.patient_id = own.patient_id)
      and (fault.found->>'mend' <> all(${[...ofPayer]}::text[]) or other.payer_id = own.payer_id)
    where own.organization_id = ${organizationId} and own.id = ${claimId} and own.state = 'scrubbed' and own.frequency <> '8'
    order by other.id limit ${mostAtOnce}`.execute(tx);
  return rows;
};

/** Holds claims until the transaction ends, in one order whoever asks, so that two who build at once wait for each other. */
export const lockTogether = async (
  { tx, organizationId }: Work,
  claimIds: readonly string[],
): Promise<void> => {
  await sql`select claim.id from stepwell.claim where claim.organization_id = ${organizationId}
    and claim.id = any(${[...claimIds]}::uuid[]) order by claim.id for update`.execute(tx);
};
