import { sql, type RawBuilder } from "kysely";
import type { SightPurpose } from "#domain/access/may-see.ts";
import { isPersonSeen, isSeen, labelOfStay } from "#server/platform/sight.queries.ts";
import type { Work } from "#server/platform/work.ts";

/** Whether whoever asks sees the row `r`. */
type Sight = (work: Work) => RawBuilder<boolean>;

interface Kind {
  readonly table: string;
  /** Left out where the permission for the act alone decides. */
  readonly sight?: Sight;
}

const enrollmentId = sql`r.enrollment_id`;

const ofStay =
  (purpose: SightPurpose): Sight =>
  (work) =>
    isSeen(work, { label: labelOfStay(work, enrollmentId), enrollmentId }, purpose);

/** Papers of a person, which belong to no stay. */
const ofPerson =
  (purpose: SightPurpose): Sight =>
  (work) =>
    isPersonSeen(work, sql`r.patient_id`, purpose);

const me = ({ organizationId, actor }: Work, side: "staff" | "patient") => sql`
  stepwell.affiliation me where me.organization_id = ${organizationId} and me.account_id = ${actor.accountId}::uuid
    and me.side = ${side} and me.ended_at is null`;

/** A task is seen by its label, and by whoever it is given to, or to whose role. */
const taskSight: Sight = (work) => sql<boolean>`(
  ${isSeen(work, {
    label: sql`r.label`,
    enrollmentId: sql`null::uuid`,
    staffIds: [sql`r.owner_staff_id`],
  })}
  or (r.owner_staff_id is null and exists (select from ${me(work, "staff")} and r.owner_role = any(me.roles))))`;

/** What somebody is asked is seen by those who see the stay, and by themselves. */
const requestSight: Sight = (work) => sql<boolean>`(
  ${ofStay("care")(work)} or exists (select from ${me(work, "patient")} and me.patient_id = r.patient_id))`;

const noteSight: Sight = (work) =>
  isSeen(work, {
    label: sql`r.label`,
    enrollmentId,
    staffIds: [sql`r.author_staff_id`, sql`r.supervisor_staff_id`],
    sessionId: sql`r.session_id`,
  });

const ownLogin: Sight = ({ actor }) => sql<boolean>`r.account_id = ${actor.accountId}::uuid`;

/** The records that paths name, by the parameter they are named with. */
const kinds: Readonly<Record<string, Kind>> = {
  activityTypeId: { table: "activity_type" },
  affiliationId: { table: "affiliation" },
  authorizationId: { table: "authorization", sight: ofStay("payment") },
  billingProviderId: { table: "billing_provider" },
  claimFileId: { table: "claim_file" },
  claimId: { table: "claim" },
  closureId: { table: "closure" },
  consentId: { table: "consent", sight: ofPerson("disclosure") },
  contactId: { table: "patient_contact", sight: ofPerson("disclosure") },
  contractId: { table: "contract" },
  contractVersionId: { table: "contract_version" },
  courtOrderId: { table: "court_order", sight: ofPerson("disclosure") },
  coverageId: { table: "coverage", sight: ofPerson("payment") },
  credentialId: { table: "staff_credential" },
  enrollmentId: {
    table: "enrollment",
    sight: (work) => isSeen(work, { label: sql`r.label`, enrollmentId: sql`r.id` }, "payment"),
  },
  errandId: { table: "outbox" },
  exportId: { table: "export_run" },
  feeId: { table: "contract_fee" },
  goalId: { table: "goal", sight: ofStay("care") },
  holdId: { table: "claim_hold" },
  importId: { table: "import_run" },
  levelOfCareId: { table: "level_of_care" },
  membershipId: { table: "membership", sight: ofStay("payment") },
  noteId: { table: "member_note", sight: noteSight },
  objectiveId: { table: "objective", sight: ofStay("care") },
  patientId: { table: "patient" },
  payerId: { table: "payer" },
  programId: { table: "program" },
  recordReviewId: { table: "record_review" },
  releaseId: { table: "day_release", sight: ofStay("payment") },
  requestId: { table: "measure_request", sight: requestSight },
  restrictionId: { table: "restriction", sight: ofPerson("disclosure") },
  roomId: { table: "room" },
  seriesId: { table: "series" },
  sessionId: { table: "session" },
  siteId: { table: "site" },
  staffId: { table: "staff" },
  taskId: { table: "task", sight: taskSight },
  trackId: { table: "track" },
};

/** Parameters that name a place within a record, and none of their own. */
const withinRecord: ReadonlySet<string> = new Set(["item", "number", "serviceDate"]);

const kindOf = (path: string): Kind | undefined => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const last = names.findLast((name) => !withinRecord.has(name));
  if (last === "ruleId")
    return { table: path.startsWith("/hour-rules") ? "hour_rule" : "attendance_rule" };
  if (path.startsWith("/account/sessions")) return { table: "login_session", sight: ownLogin };
  return last === undefined ? undefined : kinds[last];
};

/**
 * Whether the record that this address names is there, in this organization and in sight of whoever asks. What one may not see
 * is answered like what is not there.
 */
export const isRecordInSight = async (
  work: Work,
  path: string,
  recordId: string,
): Promise<boolean> => {
  const { tx, organizationId } = work;
  const kind = kindOf(path);
  if (kind === undefined) return false;
  const { table, sight } = kind;
  const schema = table === "login_session" ? "global" : "stepwell";
  const seen = sight === undefined ? sql`` : sql`and ${sight(work)}`;
  const { rows } = await sql`
    select from ${sql.id(schema, table)} r
     where r.organization_id = ${organizationId} and r.id = ${recordId} ${seen}`.execute(tx);
  return rows.length > 0;
};
