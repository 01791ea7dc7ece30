import { readClaims, type ReadClaim } from "#edi/837/claim-reader.ts";
import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import { institutionalForm } from "#edi/837i/institutional-form.ts";
import type { ProblemList } from "#edi/x12/problem.ts";

/**
 * The institutional claims of a file (ASC X12N/005010X223A2), one after the other, from bytes in chunks of any size.
 * Amounts are whole cents, dates civil dates; what could not be read is null and said in `problems`. Never throws.
 */
export const readInstitutional = (
  chunks: Iterable<Uint8Array>,
  problems: ProblemList,
): Generator<ReadClaim<InstitutionalClaim>> =>
  readClaims(institutionalForm, "837i", chunks, problems);
