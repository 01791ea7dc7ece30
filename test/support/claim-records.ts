import { newId } from "#server/platform/ids.ts";
import type { ContractRecords } from "#test/support/contract-records.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";
import { sampleSnapshot } from "#test/support/sample-claim.ts";
import type { StayRecords } from "#test/support/stay-records.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;
type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A claim that waits, with what holds it, and one that went out in a file. */
export interface ClaimRecords {
  readonly claimId: string;
  readonly holdId: string;
  readonly claimFileId: string;
  /** A file that lies here yet. */
  readonly hereFileId: string;
}

type Ground = Pick<StayRecords, "enrollmentId" | "coverageId" | "payerId"> &
  Pick<PersonRecords, "patientId"> &
  Pick<ContractRecords, "contractVersionId"> & { readonly now: string };

const addClaim = async (
  insert: Insert,
  ground: Ground,
  { state, claimFileId }: { readonly state: string; readonly claimFileId: string | null },
): Promise<string> => {
  const id = newId();
  const control = id.replaceAll("-", "").slice(-20).toUpperCase();
  const { contractVersionId } = ground;
  await insert(
    `insert into stepwell.claim (organization_id, id, control, patient_id, enrollment_id, coverage_id, payer_id, contract_version_id,
        form, frequency, is_test, from_date, through_date, line_count, total_cents, snapshot, snapshot_sha256, created_at, label, state, claim_file_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'professional', '1', false, '2026-11-18', '2026-11-18', 1, 30000, $9, '', $10, 'part-2', $11, $12)`,
    [
      id,
      control,
      ground.patientId,
      ground.enrollmentId,
      ground.coverageId,
      ground.payerId,
      contractVersionId,
      JSON.stringify(sampleSnapshot({ claimId: id, control })),
      ground.now,
      state,
      claimFileId,
    ],
  );
  return id;
};

const addFile = (
  insert: Insert,
  { payerId, now }: Ground,
  file: { readonly id: string; readonly leftAt: string | null; readonly leftBy: string | null },
) =>
  insert(
    `insert into stepwell.claim_file (organization_id, id, name, form, guide, payer_id, is_test, interchange_control, group_control, claims,
        lines, total_cents, content, content_sha256, created_at, actor_name, handed_over_at, handed_over_by)
      values ($1, $2, '837p-sample.x12', 'professional', '005010X222A1', $3, false, $4, '1', 1, 1, 30000, 'ISA*~', '', $5, 'Test', $6, $7)`,
    [file.id, payerId, file.id.slice(-9), now, file.leftAt, file.leftBy],
  );

/** What was billed of a sample stay, put in by the owner of the database; `$1` is the organization. */
export const addClaimRecords = async (insert: Insert, ground: Ground): Promise<ClaimRecords> => {
  const [holdId, claimFileId, hereFileId] = [newId(), newId(), newId()];
  await addFile(insert, ground, { id: claimFileId, leftAt: ground.now, leftBy: "Test" });
  await addFile(insert, ground, { id: hereFileId, leftAt: null, leftBy: null });
  await insert(
    "insert into stepwell.claim_counter (organization_id, last_claim) values ($1, $2) on conflict do nothing",
    [100],
  );
  const sentId = await addClaim(insert, ground, { state: "exported", claimFileId });
  const acknowledgmentId = newId();
  await insert(
    `insert into stepwell.acknowledgment (organization_id, id, claim_file_id, kind, stage, verdict, notes, rejected_claims, name, content_sha256,
        received_at, actor_name)
      values ($1, $2, $3, '999', 2, 'rejected', '{"interchange":[],"group":[],"transaction":["5"]}', 1, '999.x12', '', $4, 'Test')`,
    [acknowledgmentId, claimFileId, ground.now],
  );
  await insert(
    `insert into stepwell.claim_acknowledgment (organization_id, id, acknowledgment_id, claim_id, patient_id, verdict, label)
      values ($1, $2, $3, $4, $5, 'rejected', 'part-2')`,
    [newId(), acknowledgmentId, sentId, ground.patientId],
  );
  const claimId = await addClaim(insert, ground, { state: "scrubbed", claimFileId: null });
  await insert(
    `insert into stepwell.claim_hold (organization_id, id, claim_id, patient_id, code, owner, raised_at)
      values ($1, $2, $3, $4, 'previous-bill-open', 'biller', $5)`,
    [holdId, claimId, ground.patientId, ground.now],
  );
  return { claimId, holdId, claimFileId, hereFileId };
};

const range = { from: "2026-11-01", to: "2026-11-30" };
const reason = "The payer asked for it";

/** An input that each route about claims accepts. */
export const claimSamples = ({
  claimId,
  holdId,
  claimFileId,
  hereFileId,
}: ClaimRecords): Inputs => {
  const seen = { claimId, version: 1 };
  return {
    "GET /claims": range,
    "GET /claims/sums": range,
    "GET /billing/found": { q: "SW00000001" },
    "GET /claims/{claimId}": { claimId },
    "GET /claims/{claimId}/revisions": { claimId },
    "POST /claims": range,
    "POST /claims/{claimId}/scrubbing": seen,
    "POST /claims/{claimId}/release": { ...seen, reason },
    "POST /claims/{claimId}/correction-rehearsal": { claimId },
    "POST /claims/{claimId}/correction": { ...seen, reason },
    "POST /claims/{claimId}/alike": { ...seen, reason },
    "POST /claims/{claimId}/void": { ...seen, reason, payerClaimControl: "20263220001" },
    "POST /claims/{claimId}/withdrawal": { ...seen, reason },
    "GET /holds": {},
    "POST /holds/{holdId}/release": { holdId, reason },
    "GET /claims/rehearsal": range,
    "GET /claim-files": {},
    "GET /claim-files/rehearsal": range,
    "GET /claim-files/rehearsal/sums": range,
    "GET /claim-files/{claimFileId}": { claimFileId },
    "GET /claim-files/{claimFileId}/content": { claimFileId },
    "POST /claim-files": range,
    "GET /claim-files/unanswered": {},
    "POST /claim-files/{claimFileId}/acknowledgment": { claimFileId, verdict: "accepted", reason },
    "POST /claim-files/{claimFileId}/handing-over": { claimFileId },
    "POST /claim-files/{claimFileId}/taking-back": { claimFileId: hereFileId, reason },
    "POST /claim-files/{claimFileId}/sending-again": { claimFileId, reason },
    "POST /acknowledgments": {},
  };
};
