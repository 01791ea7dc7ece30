import { afterCommit } from "#server/db/transaction.ts";
import { notifyChanges } from "#server/platform/live/announce.queries.ts";
import { soon } from "#server/db/soon.ts";
import type { Work } from "#server/platform/work.ts";

/** A word that is lost is heard again: screens that lose their line fetch everything. */
const tellSoon = soon<string>((pool, words) => notifyChanges(pool, [...new Set(words)]));

/** Tells every open screen of this organization that a record changed, once the transaction has been committed. Ids only. */
export const announce = ({ tx, organizationId }: Work, kind: string, id: string): void =>
  afterCommit(tx, (pool) => tellSoon(pool, `${organizationId} ${kind} ${id}`));

/** The same of many records of one kind. */
export const announceAll = (work: Work, kind: string, ids: readonly string[]): void => {
  for (const id of ids) announce(work, kind, id);
};
