import {
  writeClaims,
  type ClaimStyle,
  type OutgoingClaims,
  type WrittenFile,
} from "#edi/837/claim-writer.ts";
import { centsElement, procedureElement, quantityElement } from "#edi/837/segment-maker.ts";
import { guide837p } from "#edi/837p/guide-837p.ts";
import type { ProfessionalClaim, ProfessionalLine } from "#edi/837p/professional-claim.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";

/** How a professional claim is written. */
export const professionalStyle: ClaimStyle<ProfessionalLine, ProfessionalClaim> = {
  guide: guide837p,
  codeSets: [["ABK", "BK", "ABF", "BF"], ["BP"], ["BG"]],
  stay: () => [],
  service: (line) => [
    "SV1",
    procedureElement(line.procedure),
    centsElement(line.chargeCents),
    line.unit,
    quantityElement(line.units),
    line.placeOfService,
    "",
    line.pointers.map(String),
    "",
    line.emergency,
    "",
    line.epsdt,
    line.familyPlanning,
    "",
    "",
    line.copayExempt,
  ],
};

/** Writes professional claims as 005010X222A1, strictly: see {@link writeClaims}. */
export const writeProfessional = (outgoing: OutgoingClaims<ProfessionalClaim>): WrittenFile =>
  writeClaims(professionalStyle, readProfessional, outgoing);
