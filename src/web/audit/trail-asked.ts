import { auditOutcomes, auditVerbSchema } from "#domain/audit/audit-event.ts";
import type { listAuditEvents } from "#domain/audit/audit.api.ts";
import { isId } from "#domain/basics/ids.ts";
import type { Input } from "#domain/contract/route.ts";
import { isDay } from "#web/platform/typed-day.ts";
import type { TableAddress } from "#web/ui/table-address.ts";

export type SearchKey = "accountId" | "verb" | "outcome" | "from" | "to" | "patientId" | "recordId";

const isOutcome = (word: string): boolean => auditOutcomes.some((outcome) => outcome === word);
const isVerb = (word: string): boolean => auditVerbSchema.safeParse(word).success;

// The contract itself is not asked: its schemas stay with the server.
const isAskable: Readonly<Record<SearchKey, (word: string) => boolean>> = {
  accountId: isId,
  verb: isVerb,
  outcome: isOutcome,
  from: isDay,
  to: isDay,
  patientId: isId,
  recordId: isId,
};

/** A word of the address as the trail can be asked for it; what is no day, no id and no outcome counts as absent. */
export const trailWord = ({ filter }: Pick<TableAddress, "filter">, key: SearchKey): string => {
  const word = filter(key);
  return isAskable[key](word) ? word : "";
};

/** What the address of the trail asks of the server. */
export const trailAsked = (table: Pick<TableAddress, "filter">): Input<typeof listAuditEvents> => {
  const given = (key: SearchKey): string | undefined => trailWord(table, key) || undefined;
  return {
    accountId: given("accountId"),
    verb: given("verb"),
    outcome: auditOutcomes.find((outcome) => outcome === given("outcome")),
    from: given("from"),
    to: given("to"),
    patientId: given("patientId"),
    recordId: given("recordId"),
  };
};
