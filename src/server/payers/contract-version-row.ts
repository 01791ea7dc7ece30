import { contractVersionSchema, type ContractVersion } from "#domain/payers/contract.ts";
import type { VersionRow } from "#server/payers/contract-version.queries.ts";

/** A version as it was written; its terms are parsed again, because a column of the database promises no shape. */
export const versionOf = (row: VersionRow): ContractVersion => contractVersionSchema.parse(row);
