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

/** Types of bill of somebody who stays overnight (NUBC, first two digits); an IOP is outpatient care. */
const inpatient: ReadonlySet<string> = new Set([
  "11",
  "12",
  "18",
  "21",
  "22",
  "28",
  "41",
  "65",
  "66",
  "86",
]);

/** DTP*435 stands on inpatient claims alone (005010X223A2, loop 2300). */
const datesOf = ({ statement, admission, billType }: ClaimSnapshot) => ({
  statement: { from: statement.from, through: statement.through, time: null },
  ...(inpatient.has(billType ?? "") && {
    admission: { from: admission.on, through: null, time: null },
  }),
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
