import type { Adjudication, ClaimHeader, Coverage, OtherCoverage } from "#edi/837/claim.ts";
import type { ClaimDraft, Draft } from "#edi/837/draft.ts";
import { readProcedure } from "#edi/837/procedure-reader.ts";
import {
  readAdjustments,
  readCents,
  readCodes,
  readDate,
  readQuantity,
  readSpan,
  readTime,
  takeAmount,
  takeDate,
  takeReference,
  type Source,
} from "#edi/837/value-reader.ts";
import { rawSegment } from "#edi/x12/raw-segment.ts";
import {
  elementCode,
  elementCount,
  elementParts,
  elementText,
  packCode,
} from "#edi/x12/segment-table.ts";

const ids = {
  sbr: packCode("SBR"),
  clm: packCode("CLM"),
  dtp: packCode("DTP"),
  ref: packCode("REF"),
  amt: packCode("AMT"),
  nte: packCode("NTE"),
  hi: packCode("HI"),
  cas: packCode("CAS"),
  oi: packCode("OI"),
  svd: packCode("SVD"),
};
const remaining = packCode("EAF");
const paid = packCode("573");

/** BHT: what the transaction is for. */
export const readHeader = (header: Draft<ClaimHeader>, source: Source): true => {
  const { table, segment } = source;
  header.purpose = elementText(table, segment, 2);
  header.reference = elementText(table, segment, 3);
  header.createdOn = readDate(source, 4);
  header.createdAt = readTime(source, 5);
  header.use = elementText(table, segment, 6);
  return true;
};

/** SBR: whose coverage, in which order. */
export const readCoverage = (coverage: Draft<Coverage>, { table, segment }: Source): true => {
  coverage.sequence = elementText(table, segment, 1);
  coverage.relationship = elementText(table, segment, 2);
  coverage.groupNumber = elementText(table, segment, 3);
  coverage.groupName = elementText(table, segment, 4);
  coverage.insuranceType = elementText(table, segment, 5);
  coverage.filing = elementText(table, segment, 9);
  return true;
};

/** Takes a segment of loop 2320; false where it has no field. */
export const takeOther = (other: Draft<OtherCoverage>, source: Source): boolean => {
  const { table, segment } = source;
  switch (table.ids[segment]) {
    case ids.sbr:
      return readCoverage(other, source);
    case ids.cas:
      other.adjustments.push(...readAdjustments(source));
      return true;
    case ids.amt:
      return takeAmount(source, other.amounts);
    case ids.oi:
      other.assignsBenefits = elementText(table, segment, 3);
      other.signatureSource = elementText(table, segment, 4);
      other.releases = elementText(table, segment, 6);
      return true;
    default:
      return false;
  }
};

/** Takes a segment of loop 2430; false where it has no field. */
export const takeAdjudication = (adjudication: Draft<Adjudication>, source: Source): boolean => {
  const { table, segment } = source;
  switch (table.ids[segment]) {
    case ids.svd:
      adjudication.payerId = elementText(table, segment, 1);
      adjudication.paidCents = readCents(source, 2);
      adjudication.procedure = readProcedure(source, 3);
      adjudication.revenueCode = elementText(table, segment, 4);
      adjudication.units = readQuantity(source, 5);
      adjudication.bundledInto = elementText(table, segment, 6);
      return true;
    case ids.cas:
      adjudication.adjustments.push(...readAdjustments(source));
      return true;
    case ids.dtp:
      if (elementCode(table, segment, 1) !== paid) return false;
      adjudication.paidOn = readSpan(source)?.from ?? null;
      return adjudication.paidOn !== null;
    case ids.amt:
      if (elementCode(table, segment, 1) !== remaining) return false;
      adjudication.remainingCents = readCents(source, 2);
      return adjudication.remainingCents !== null;
    default:
      return false;
  }
};

const readClaim = (claim: ClaimDraft<unknown>, source: Source): true => {
  const { table, segment } = source;
  const [facility = "", facilityKind = "", frequency = ""] = elementParts(table, segment, 5);
  claim.control = elementText(table, segment, 1);
  claim.chargeCents = readCents(source, 2);
  claim.facility = facility;
  claim.facilityKind = facilityKind;
  claim.frequency = frequency;
  claim.providerSigned = elementText(table, segment, 6);
  claim.assignment = elementText(table, segment, 7);
  claim.assignsBenefits = elementText(table, segment, 8);
  claim.releases = elementText(table, segment, 9);
  claim.signatureSource = elementText(table, segment, 10);
  claim.rest = elementCount(table, segment) > 10 ? rawSegment(table, segment).slice(11) : [];
  return true;
};

const takeNote = (claim: ClaimDraft<unknown>, { table, segment }: Source): true => {
  claim.notes.push({
    kind: elementText(table, segment, 1),
    value: elementText(table, segment, 2),
  });
  return true;
};

/** Takes a segment of loop 2300 that both guides have; false where it has no field. */
export const takeClaim = (claim: ClaimDraft<unknown>, source: Source): boolean => {
  switch (source.table.ids[source.segment]) {
    case ids.clm:
      return readClaim(claim, source);
    case ids.dtp:
      return takeDate(source, claim.dates);
    case ids.ref:
      return takeReference(source, claim.references);
    case ids.amt:
      return takeAmount(source, claim.amounts);
    case ids.nte:
      return takeNote(claim, source);
    case ids.hi: {
      const codes = readCodes(source);
      if (codes !== null) claim.codes.push(...codes);
      return codes !== null;
    }
    default:
      return false;
  }
};
