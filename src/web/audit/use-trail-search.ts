import type { listAuditEvents } from "#domain/audit/audit.api.ts";
import type { Input } from "#domain/contract/route.ts";
import type { ReactNode } from "react";
import { trailAsked, trailWord, type SearchKey } from "#web/audit/trail-asked.ts";
import { useTableState } from "#web/ui/table-state.ts";

export const trailTable = "trail";

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
  const table = useTableState(trailTable);
  return {
    value: (key) => trailWord(table, key),
    set: table.setFilter,
    input: trailAsked(table),
  };
};
