import { sql, type RawBuilder } from "kysely";
import { isAllowed } from "#domain/access/actor.ts";
import type { Permission } from "#domain/access/permissions.ts";
import { labelsSeenBy, seesEveryLabel, type SightPurpose } from "#domain/access/may-see.ts";
import { notFound } from "#domain/contract/problem.ts";
import type { Work } from "#server/platform/work.ts";

type Reader = Pick<Work, "organizationId" | "actor">;

/** The record of staff of whoever asks; null where they have none. Read once for a statement. */
export const ownStaff = ({ organizationId, actor }: Reader): RawBuilder<string | null> => sql`
  (select me.staff_id from stepwell.affiliation me
    where me.organization_id = ${organizationId} and me.account_id = ${actor.accountId}::uuid
      and me.side = 'staff' and me.ended_at is null limit 1)`;

/** A row that belongs to a stay, as columns of the statement it stands in. */
interface SeenRow {
  readonly label: RawBuilder<unknown>;
  readonly enrollmentId: RawBuilder<unknown>;
  /** Colleagues whose own work the row is: who wrote it, who answers for it. */
  readonly staffIds?: readonly RawBuilder<unknown>[];
  /** The session it was written in: who leads it sees everybody in its room. */
  readonly sessionId?: RawBuilder<unknown>;
}

/**
 * Whether whoever asks sees a row: by its label (`#domain/access/may-see.ts`), because they treat the person in that stay,
 * or because the row is their own work. The one condition for every read of a chart.
 */
export const isSeen = (
  reader: Reader,
  { label, enrollmentId, staffIds = [], sessionId }: SeenRow,
  purpose: SightPurpose = "care",
): RawBuilder<boolean> => {
  const { organizationId, actor } = reader;
  if (seesEveryLabel(actor, purpose)) return sql<boolean>`true`;
  const me = ownStaff(reader);
  const own = staffIds.map((staffId) => sql`or ${staffId} = ${me}`);
  const led =
    sessionId === undefined
      ? sql``
      : sql`or exists (select from stepwell.session_facilitator led
          where led.organization_id = ${organizationId} and led.session_id = ${sessionId} and led.staff_id = ${me})`;
  return sql<boolean>`(${label} = any(${[...labelsSeenBy(actor, purpose)]}::text[])
    or exists (select from stepwell.enrollment treated
      where treated.organization_id = ${organizationId} and treated.id = ${enrollmentId}
        and ${me} in (treated.therapist_staff_id, treated.attending_staff_id))
    ${sql.join(own, sql` `)} ${led})`;
};

/**
 * Whether a row counts in a figure: as it is seen, so that no figure differs from the rows below it. Whoever may read none of
 * these rows has nothing to hold it against; how many there are names nobody, and is told whole.
 */
export const isCounted = (
  reader: Reader,
  rows: Permission,
  row: SeenRow,
  purpose: SightPurpose = "care",
): RawBuilder<boolean> =>
  isAllowed(reader.actor, rows) ? isSeen(reader, row, purpose) : sql<boolean>`true`;

/** The label of the stay that a row belongs to, for rows that carry none of their own. */
export const labelOfStay = (
  { organizationId }: Pick<Work, "organizationId">,
  enrollmentId: RawBuilder<unknown>,
): RawBuilder<string> => sql`(select kept.label from stepwell.enrollment kept
  where kept.organization_id = ${organizationId} and kept.id = ${enrollmentId})`;

/**
 * Whether whoever asks sees a person's papers, such as policies and consents, which belong to no stay: of somebody who is
 * registered and was never admitted everybody does who may read such papers at all, of anybody else whoever sees a stay.
 */
export const isPersonSeen = (
  reader: Reader,
  patientId: RawBuilder<unknown>,
  purpose: SightPurpose,
): RawBuilder<boolean> => {
  const { organizationId, actor } = reader;
  if (seesEveryLabel(actor, purpose)) return sql<boolean>`true`;
  return sql<boolean>`(not exists (select from stepwell.enrollment had
      where had.organization_id = ${organizationId} and had.patient_id = ${patientId})
    or exists (select from stepwell.enrollment seen
      where seen.organization_id = ${organizationId} and seen.patient_id = ${patientId}
        and (seen.label = any(${[...labelsSeenBy(actor, purpose)]}::text[])
          or ${ownStaff(reader)} in (seen.therapist_staff_id, seen.attending_staff_id))))`;
};

/** Refuses to write among the papers of a person whose papers whoever asks does not see, as of somebody who is not here. */
export const assertPersonSeen = async (
  work: Work,
  patientId: string,
  purpose: SightPurpose,
): Promise<void> => {
  if (seesEveryLabel(work.actor, purpose)) return;
  const { rows } = await sql<{ seen: boolean }>`
    select ${isPersonSeen(work, sql`${patientId}::uuid`, purpose)} as seen`.execute(work.tx);
  if (rows[0]?.seen !== true) throw notFound();
};
