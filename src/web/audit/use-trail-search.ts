import type { listAuditEvents } from "#domain/audit/audit.api.ts";
import { auditOutcomes } from "#domain/audit/audit-event.ts";
import type { Input } from "#domain/contract/route.ts";
import type { ReactNode } from "react";
import { useTableState } from "#web/ui/table-state.ts";

export const trailTable = "trail";

export const searchKeys = [
  "accountId",
  "verb",
  "outcome",
  "from",
  "to",
  "patientId",
  "recordId",
] as const;
export type SearchKey = (typeof searchKeys)[number];

/** Who somebody in care is, for whoever may know; the trail itself keeps ids. */
export type SayPatient = (patientId: string) => ReactNode;

export interface TrailSearch {
  readonly value: (key: SearchKey) => string;
  readonly set: (key: SearchKey, value: string) => void;
  /** What is asked of the server. */
  readonly input: Input<typeof listAuditEvents>;
}

/** The search of the trail, kept in the address so that it can be shared and gone back to. */
export const useTrailSearch = (): TrailSearch => {
  const { filter, setFilter } = useTableState(trailTable);
  const given = (key: SearchKey): string | undefined => filter(key) || undefined;
  return {
    value: filter,
    set: setFilter,
    input: {
      accountId: given("accountId"),
      verb: given("verb"),
      outcome: auditOutcomes.find((outcome) => outcome === filter("outcome")),
      from: given("from"),
      to: given("to"),
      patientId: given("patientId"),
      recordId: given("recordId"),
    },
  };
};
