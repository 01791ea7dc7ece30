import { readClaims, type ReadClaim } from "#edi/837/claim-reader.ts";
import type { ProfessionalClaim } from "#edi/837p/professional-claim.ts";
import { professionalForm } from "#edi/837p/professional-form.ts";
import type { ProblemList } from "#edi/x12/problem.ts";

/**
 * The professional claims of a file (ASC X12N/005010X222A1), one after the other, from bytes in chunks of any size.
 * Amounts are whole cents, dates civil dates; what could not be read is null and said in `problems`. Never throws.
 */
export const readProfessional = (
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): Generator<ReadClaim<ProfessionalClaim>> =>
  readClaims(professionalForm, "837p", chunks, problems);
