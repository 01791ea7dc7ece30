import { changesBetween } from "#domain/basics/revision.ts";
import { updateAffiliation, type AffiliationRow } from "#server/access/affiliation.queries.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

type Change = Partial<Omit<AffiliationRow, "id" | "accountId" | "version">> & {
  readonly patientId?: string;
  readonly invitedBy?: string;
};

/** Writes the next version of an affiliation that was locked before, with its history and word to the open screens. */
export const changeAffiliation = async (
  work: Work,
  before: AffiliationRow,
  change: Change,
  act: {
    readonly verb: string;
    readonly reason?: string;
    /** Facts of the act that are kept in the history alone. */
    readonly alsoTold?: Readonly<Record<string, unknown>>;
  },
): Promise<void> => {
  const { alsoTold = {}, ...told } = act;
  await updateAffiliation(work, before.id, change);
  const changes = changesBetween({ ...before }, { ...change, ...alsoTold });
  const after = { id: before.id, version: before.version + 1 };
  await recordChange(work, "affiliation", after, { ...told, changes });
};
