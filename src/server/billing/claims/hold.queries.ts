import { sql, type Insertable } from "kysely";
import type { Parsed } from "#domain/contract/route.ts";
import type * as api from "#domain/billing/claims/hold.api.ts";
import { inPages } from "#server/db/keyset.ts";
import type { StepwellClaimHold } from "#server/db/rows.ts";
import type { Work } from "#server/platform/work.ts";

export type NewHold = Omit<Insertable<StepwellClaimHold>, "organizationId">;

/** Raises holds; one that is open for the same reason stays as it is. */
export const insertHolds = async (
  { tx, organizationId }: Work,
  holds: readonly NewHold[],
): Promise<void> => {
  if (holds.length === 0) return;
  await tx
    .insertInto("stepwell.claimHold")
    .values(holds.map((row) => ({ organizationId, ...row })))
    .onConflict((open) => open.doNothing())
    .execute();
};

/** Ends open holds of a claim: all of these codes. */
export const releaseHolds = async (
  { tx, organizationId, now, actor }: Work,
  claimId: string,
  { codes, reason }: { readonly codes: readonly string[]; readonly reason: string | null },
): Promise<void> => {
  if (codes.length === 0) return;
  await tx
    .updateTable("stepwell.claimHold")
    .set({ releasedAt: now.toString(), releasedBy: actor.name, releaseReason: reason })
    .where("organizationId", "=", organizationId)
    .where("claimId", "=", claimId)
    .where("code", "in", codes)
    .where("releasedAt", "is", null)
    .execute();
};

/** Codes of every hold that a claim ever had, and which of them are open. */
export const holdsOfClaim = ({ tx, organizationId }: Work, claimId: string) =>
  tx
    .selectFrom("stepwell.claimHold")
    .select(["id", "code", "releasedAt", "releaseReason"])
    .where("organizationId", "=", organizationId)
    .where("claimId", "=", claimId)
    .execute();

/** One hold. Holds change with their claim locked. */
export const findHold = ({ tx, organizationId }: Work, holdId: string) =>
  tx
    .selectFrom("stepwell.claimHold")
    .select(["id", "claimId", "code"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", holdId)
    .executeTakeFirst();

/** Claims that were sent and whose patient has another payer behind the one they were sent to. What that one owes is not known yet. */
const secondPayers = (organizationId: string) => sql`
    select to_char(claim.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' second-payer-waits',
      claim.id, null, claim.id, claim.control, null, claim.enrollment_id, claim.patient_id, claim.payer_id, claim.from_date,
      claim.through_date, 0::bigint, 'second-payer-waits',
      jsonb_build_object('payer', claim.snapshot->'otherCoverages'->0->'payer'->>'name'), 'biller', claim.created_at
    from stepwell.claim
    where claim.organization_id = ${organizationId} and claim.has_other_payer and claim.state = 'exported'
      and not exists (select from stepwell.claim next where next.organization_id = ${organizationId}
        and next.replaces_claim_id = claim.id and next.state <> 'withdrawn')`;

/**
 * What waits: open holds of claims, each reason of each day that is held, and days that were billed otherwise than they are
 * now. A day has no hold of its own, so that its place in the order is its own id.
 */
const waiting = ({ tx, organizationId }: Work) =>
  tx
    .selectFrom(
      sql<{
        key: string;
        orderId: string;
        id: string | null;
        claimId: string | null;
        claimControl: string | null;
        dayChargeId: string | null;
        enrollmentId: string;
        patientId: string;
        payerId: string | null;
        fromDate: string;
        throughDate: string;
        totalCents: number;
        code: string;
        values: unknown;
        owner: string;
        raisedAt: string;
      }>`(
        select to_char(hold.raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' ' || hold.code as key,
          hold.id as order_id, hold.id, claim.id as claim_id, claim.control as claim_control, null::uuid as day_charge_id,
          claim.enrollment_id, claim.patient_id, claim.payer_id, claim.from_date, claim.through_date, claim.total_cents,
          hold.code, hold.values, hold.owner, hold.raised_at
        from stepwell.claim_hold hold
        join stepwell.claim claim on claim.organization_id = ${organizationId} and claim.id = hold.claim_id and claim.state <> 'withdrawn'
        where hold.organization_id = ${organizationId} and hold.released_at is null
        union all
        select to_char(day.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' ' || (held.one->>'code'),
          day.id, null, null, null, day.id, day.enrollment_id, day.patient_id, day.payer_id, day.service_date, day.service_date,
          day.total_cents::bigint, held.one->>'code', held.one->'values', held.one->>'owner', day.made_at
        from stepwell.day_charge day
        cross join lateral jsonb_array_elements(day.holds) held(one)
        where day.organization_id = ${organizationId} and day.state = 'held'
        union all
        select to_char(day.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' claim-needs-correction',
          day.id, null, claim.id, claim.control, day.id, day.enrollment_id, day.patient_id, day.payer_id, day.service_date, day.service_date,
          day.total_cents::bigint, 'claim-needs-correction', jsonb_build_object('nowCents', day.difference->'totalCents'), 'biller', day.made_at
        from stepwell.day_charge day
        join stepwell.claim claim on claim.organization_id = ${organizationId} and claim.id = day.claim_id
        where day.organization_id = ${organizationId} and day.state = 'claimed' and day.difference is not null
          and not exists (select from stepwell.claim void where void.organization_id = ${organizationId}
            and void.replaces_claim_id = claim.id and void.frequency = '8' and void.state <> 'withdrawn')
        union all ${secondPayers(organizationId)}
      )`.as("waiting"),
    )
    .innerJoin("stepwell.patient as patient", (on) =>
      on
        .on("patient.organizationId", "=", organizationId)
        .onRef("patient.id", "=", "waiting.patientId"),
    )
    .leftJoin("stepwell.payer as payer", (on) =>
      on.on("payer.organizationId", "=", organizationId).onRef("payer.id", "=", "waiting.payerId"),
    );

/** Who leads the session that a reason names. */
const leadName = ({ organizationId }: Work) =>
  sql<string | null>`(select lead.given_name || ' ' || lead.family_name
    from stepwell.session_facilitator leads
    join stepwell.staff lead on lead.organization_id = ${organizationId} and lead.id = leads.staff_id
    where leads.organization_id = ${organizationId} and leads.session_id = (waiting.values->>'sessionId')::uuid
    order by leads.role <> 'lead', lead.family_name, lead.id limit 1)`.as("leadName");

/** Who cosigns the note that a reason names: as it was at the signature, else who supervises its author now. */
const supervisorName = ({ organizationId }: Work) =>
  sql<string | null>`(select supervisor.given_name || ' ' || supervisor.family_name
    from stepwell.member_note note
    join stepwell.staff author on author.organization_id = ${organizationId} and author.id = note.author_staff_id
    join stepwell.staff supervisor on supervisor.organization_id = ${organizationId}
      and supervisor.id = coalesce(note.supervisor_staff_id, author.supervisor_id)
    where waiting.owner = 'supervisor' and note.organization_id = ${organizationId}
      and note.session_id = (waiting.values->>'sessionId')::uuid and note.patient_id = waiting.patient_id
      and note.needs_cosignature
    order by note.signed_at desc limit 1)`.as("supervisorName");

const rowsOf = (work: Work) =>
  waiting(work)
    .select([leadName(work), supervisorName(work)])
    .select([
      "waiting.id",
      "waiting.claimId",
      "waiting.claimControl",
      "waiting.dayChargeId",
      "waiting.enrollmentId",
      "waiting.patientId",
      "patient.givenName",
      "patient.familyName",
      "patient.preferredName",
      "patient.mrn",
      "payer.name as payerName",
      "waiting.fromDate",
      "waiting.throughDate",
      "waiting.totalCents",
      "waiting.code",
      "waiting.values",
      "waiting.owner",
      "waiting.raisedAt",
    ]);

type Filter = Pick<Parsed<typeof api.listHolds>, "code" | "owner" | "patientId">;

/** The oldest first. */
export const listHolds = (work: Work, input: Parsed<typeof api.listHolds>) => {
  const { code, owner, patientId } = input;
  return inPages(
    rowsOf(work)
      .$if(code !== undefined, (all) => all.where("waiting.code", "=", code ?? ""))
      .$if(owner !== undefined, (all) => all.where("waiting.owner", "=", owner ?? ""))
      .$if(patientId !== undefined, (all) => all.where("waiting.patientId", "=", patientId ?? ""))
      .select("waiting.orderId"),
    {
      ...input,
      order: "asc",
      key: sql<string>`waiting.key`,
      id: sql<string>`waiting.order_id`,
    },
  ).execute();
};
export type HoldRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

/** How many match. */
export const countHolds = async (
  work: Work,
  { code, owner, patientId }: Filter,
): Promise<number> => {
  const { total } = await waiting(work)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .$if(code !== undefined, (all) => all.where("waiting.code", "=", code ?? ""))
    .$if(owner !== undefined, (all) => all.where("waiting.owner", "=", owner ?? ""))
    .$if(patientId !== undefined, (all) => all.where("waiting.patientId", "=", patientId ?? ""))
    .executeTakeFirstOrThrow();
  return total;
};

/** Each reason with how much waits for it, the most money first. */
export const sumHolds = (work: Work) =>
  waiting(work)
    .select(["waiting.code", "waiting.owner"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .select([
      sql<number>`sum(waiting.total_cents)::bigint`.as("totalCents"),
      sql<string>`min(waiting.raised_at)`.as("oldestAt"),
    ])
    .groupBy(["waiting.code", "waiting.owner"])
    .orderBy("totalCents", "desc")
    .orderBy("waiting.code")
    .execute();

/** The open holds of one claim. */
export const listHoldsOfClaim = (work: Work, claimId: string) =>
  rowsOf(work)
    .where("waiting.claimId", "=", claimId)
    .orderBy("waiting.raisedAt")
    .orderBy("waiting.code")
    .execute();
