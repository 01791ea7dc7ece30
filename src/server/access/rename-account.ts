import { getAccount, updateAccount } from "#server/access/account.queries.ts";
import { lockAffiliationOf, updateAffiliation } from "#server/access/affiliation.queries.ts";
import { recordChange } from "#server/platform/record-change.ts";
import type { Work } from "#server/platform/work.ts";

/**
 * Gives an account another name, and keeps in the history of its affiliation here what it was called before: a
 * signature names its signer (21 CFR 11.50(a)(1)), so nobody takes a colleague's name unnoticed.
 */
export const renameAccount = async (work: Work, accountId: string, name: string): Promise<void> => {
  const affiliation = await lockAffiliationOf(
    work,
    accountId,
    work.actor.kind === "patient" ? "care" : "staff",
  );
  if (affiliation === undefined) throw new Error("a session without a place in its organization");
  const { name: from } = await getAccount(work.tx, accountId);
  if (from === name) return;
  await updateAccount(work.tx, accountId, { name });
  await updateAffiliation(work, affiliation.id, {});
  const after = { id: affiliation.id, version: affiliation.version + 1 };
  const changes = { name: { from, to: name } };
  await recordChange(work, "affiliation", after, { verb: "rename", changes });
};
