import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import {
  byHierarchy,
  clinicianParty,
  commonClaim,
  commonLine,
  diagnosisCodes,
  facilityParty,
  SharedParties,
  type OutgoingSnapshot,
} from "#edi/837/claim-from-snapshot.ts";
import type { Party } from "#edi/837/party.ts";
import type { ProfessionalClaim, ProfessionalLine } from "#edi/837p/professional-claim.ts";

const linesOf = (snapshot: ClaimSnapshot): ProfessionalLine[] =>
  snapshot.lines.map((line) => ({
    ...commonLine(snapshot, line),
    providers:
      line.rendering === null
        ? []
        : [clinicianParty("rendering", line.rendering, { taxonomy: true })],
    placeOfService: line.placeOfService ?? "",
    pointers: line.pointers,
    emergency: "",
    epsdt: "",
    familyPlanning: "",
    copayExempt: "",
  }));

/** 2310B, 2310C, 2310D. */
const providersOf = (snapshot: ClaimSnapshot): Party[] => [
  ...(snapshot.rendering === null
    ? []
    : [clinicianParty("rendering", snapshot.rendering, { taxonomy: true })]),
  ...facilityParty(snapshot),
  ...(snapshot.supervising === null
    ? []
    : [clinicianParty("supervising", snapshot.supervising, { taxonomy: false })]),
];

/** Claims as 005010X222A1 says them, in the order of their hierarchy. */
export const professionalFromSnapshots = (
  outgoing: readonly OutgoingSnapshot[],
): ProfessionalClaim[] => {
  const shared = new SharedParties();
  return byHierarchy(
    outgoing.map((one) => ({
      ...shared.of(one.snapshot),
      ...commonClaim(one),
      facility: one.snapshot.placeOfService ?? "",
      facilityKind: "B",
      providerSigned: "Y",
      dates: {},
      codes: diagnosisCodes(one.snapshot),
      providers: providersOf(one.snapshot),
      lines: linesOf(one.snapshot),
    })),
  );
};
