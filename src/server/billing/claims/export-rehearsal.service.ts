import { payerTelling } from "#domain/billing/charges/payer-telling.ts";
import type * as api from "#domain/billing/claims/claim-file.api.ts";
import { sumClaimRows } from "#domain/billing/claims/claim-sum.ts";
import { holdOfRefusal, type ClaimHoldCode } from "#domain/billing/claims/hold.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { mayDisclose } from "#domain/privacy/may-disclose.ts";
import { claimRowOf, reasonsOf } from "#server/billing/claims/claim-read.ts";
import * as queries from "#server/billing/claims/claim.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { consentsOfMany } from "#server/privacy/consent.service.ts";
import { restrictionsOfMany } from "#server/privacy/restriction.service.ts";
import { todayOf } from "#server/practice/organization.service.ts";

type Rehearsed = Output<typeof api.rehearseExport>;
type ReadyRow = Awaited<ReturnType<typeof queries.listReadyClaims>>[number];

const fileKey = ({ payerId, form, isTest, submitterId, receiverId }: ReadyRow): string =>
  JSON.stringify([payerId, form, isTest, submitterId, receiverId]);

const filesOf = (rows: readonly ReadyRow[]): Rehearsed["files"] =>
  [...Map.groupBy(rows, fileKey).values()].flatMap((own) => {
    const claims = own.map(claimRowOf);
    const [first] = claims;
    if (first === undefined) return [];
    const { payer, form, isTest } = first;
    const lines = claims.reduce((sum, { lineCount }) => sum + lineCount, 0);
    return [{ payer, form, isTest, lines, ...sumClaimRows(claims) }];
  });

const heldOf = (row: queries.ClaimListRow, reasons: readonly string[], isAtTheDoor = false) => {
  const { id, control, patient, totalCents } = claimRowOf(row);
  return { claimId: id, claim: control, patient, totalCents, reasons: [...reasons], isAtTheDoor };
};

/** All that the door asks of a claim. */
export type AtTheDoor = Pick<ReadyRow, "patientId" | "payerName" | "label">;

/** Why the door would not let a claim pass now, by the same rule, without going through it. */
export const refusalsAtTheDoor = async (work: Work, rows: readonly AtTheDoor[]) => {
  const today = await todayOf(work);
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))];
  const consents = await consentsOfMany(work, patientIds, today);
  const own = Map.groupBy(consents, ({ patientId }) => patientId);
  const asked = await restrictionsOfMany(work, patientIds, today);
  const keptBack = Map.groupBy(asked, ({ patientId }) => patientId);
  return ({ patientId, payerName, label }: AtTheDoor): ClaimHoldCode | null => {
    const verdict = mayDisclose({
      ...payerTelling(payerName),
      labels: [label],
      consents: own.get(patientId) ?? [],
      restrictions: keptBack.get(patientId) ?? [],
      on: today,
    });
    return verdict.allowed ? null : holdOfRefusal(verdict.refused);
  };
};

/** What an export of these days would make now. */
export const rehearseExport = async (
  work: Work,
  range: Parsed<typeof api.rehearseExport>,
): Promise<Rehearsed> => {
  const ready = await queries.listReadyClaims(work, range);
  const refusalOf = await refusalsAtTheDoor(work, ready);
  const may = ready.filter((row) => refusalOf(row) === null);
  const held = await queries.listHeldClaims(work, range);
  return {
    files: filesOf(may),
    held: [
      ...ready.flatMap((row) => {
        const refusal = refusalOf(row);
        return refusal === null ? [] : [heldOf(row, [refusal], true)];
      }),
      ...held.map((row) => heldOf(row, reasonsOf(row))),
    ],
  };
};
