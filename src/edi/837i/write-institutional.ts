import {
  writeClaims,
  type ClaimStyle,
  type OutgoingClaims,
  type WrittenFile,
} from "#edi/837/claim-writer.ts";
import { centsElement, procedureElement, quantityElement } from "#edi/837/segment-maker.ts";
import { guide837i } from "#edi/837i/guide-837i.ts";
import type { InstitutionalClaim, InstitutionalLine } from "#edi/837i/institutional-claim.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";

const institutionalStyle: ClaimStyle<InstitutionalLine, InstitutionalClaim> = {
  guide: guide837i,
  codeSets: [
    ["ABK", "BK"],
    ["ABJ", "BJ"],
    ["APR", "PR"],
    ["ABN", "BN"],
    ["DR"],
    ["ABF", "BF"],
    ["BBR", "BR", "CAH"],
    ["BBQ", "BQ"],
    ["BI"],
    ["BH"],
    ["BE"],
    ["BG"],
    ["TC"],
  ],
  stay: ({ admissionType, admissionSource, patientStatus }) => [
    ["CL1", admissionType, admissionSource, patientStatus],
  ],
  service: (line) => [
    "SV2",
    line.revenueCode,
    procedureElement(line.procedure),
    centsElement(line.chargeCents),
    line.unit,
    quantityElement(line.units),
    "",
    centsElement(line.nonCoveredCents),
  ],
};

/** Writes institutional claims as 005010X223A2, strictly: see {@link writeClaims}. */
export const writeInstitutional = (outgoing: OutgoingClaims<InstitutionalClaim>): WrittenFile =>
  writeClaims(institutionalStyle, readInstitutional, outgoing);
