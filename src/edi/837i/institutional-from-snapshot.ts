import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import {
  byHierarchy,
  clinicianParty,
  commonClaim,
  commonLine,
  conditionCodes,
  diagnosisCodes,
  facilityParty,
  SharedParties,
  type OutgoingSnapshot,
} from "#edi/837/claim-from-snapshot.ts";
import type { Party } from "#edi/837/party.ts";
import type { InstitutionalClaim, InstitutionalLine } from "#edi/837i/institutional-claim.ts";

const linesOf = (snapshot: ClaimSnapshot): InstitutionalLine[] =>
  snapshot.lines.map((line) => ({
    ...commonLine(snapshot, line),
    providers:
      line.rendering === null
        ? []
        : [clinicianParty("rendering", line.rendering, { taxonomy: false })],
    revenueCode: line.revenueCode ?? "",
    nonCoveredCents: null,
  }));

/** 2310A, 2310D, 2310E. */
const providersOf = (snapshot: ClaimSnapshot): Party[] => [
  ...(snapshot.attending === null
    ? []
    : [clinicianParty("attending", snapshot.attending, { taxonomy: true })]),
  ...(snapshot.rendering === null
    ? []
    : [clinicianParty("rendering", snapshot.rendering, { taxonomy: false })]),
  ...facilityParty(snapshot),
];

const datesOf = ({ statement, admission }: ClaimSnapshot) => ({
  statement: { from: statement.from, through: statement.through, time: null },
  admission: { from: admission.on, through: null, time: null },
});

/** Claims as 005010X223A2 says them, in the order of their hierarchy. */
export const institutionalFromSnapshots = (
  outgoing: readonly OutgoingSnapshot[],
): InstitutionalClaim[] => {
  const shared = new SharedParties();
  return byHierarchy(
    outgoing.map((one) => ({
      ...shared.of(one.snapshot),
      ...commonClaim(one),
      facility: one.snapshot.billType ?? "",
      facilityKind: "A",
      providerSigned: "",
      dates: datesOf(one.snapshot),
      codes: [...diagnosisCodes(one.snapshot), ...conditionCodes(one.snapshot)],
      providers: providersOf(one.snapshot),
      admissionType: one.snapshot.admission.type,
      admissionSource: one.snapshot.admission.source,
      patientStatus: one.snapshot.admission.status,
      lines: linesOf(one.snapshot),
    })),
  );
};
