import { neverExported } from "#domain/exports/chart-part.ts";
import type { ExportFile, OrganizationGround } from "#domain/exports/export-run.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";
import { exportedTables, tablesLeftOut } from "#server/exports/exported-tables.ts";
import type { HeldBack } from "#server/exports/held-back.ts";
import { tablesFor } from "#server/exports/organization-files.ts";

interface Told {
  readonly exportId: string;
  readonly organization: string;
  readonly at: string;
  readonly ground: OrganizationGround;
  readonly recipient: string;
  readonly people: number;
  readonly heldBack: ReturnType<HeldBack["told"]>;
  readonly notice: Notice | null;
}

const why = {
  person: "",
  practice: "",
  business: "the organization's own affairs",
  mixed: "speaks of several people or of the workings of the machine",
} as const;

/** What is in an export, with the hash of each file, and what is not, with the reason. It names nobody. */
export const manifestOf = (told: Told, files: readonly ExportFile[]): string => {
  const written = new Set(tablesFor(told.ground).map(({ table }) => table));
  const narrowed = exportedTables.filter(({ table }) => !written.has(table));
  const manifest = {
    format: "stepwell-export/1",
    export: told.exportId,
    organization: told.organization,
    madeAt: told.at,
    for: told.recipient,
    ground: told.ground,
    people: told.people,
    peopleHeldBack: told.heldBack.people,
    /** Rows of sessions and series in which none of those sat who go, and texts that name somebody who does not. */
    rowsHeldBack: told.heldBack.rows,
    textsHeldBack: told.heldBack.texts,
    notice: told.notice?.long ?? null,
    files: files.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    notIncluded: {
      always: neverExported,
      tables: {
        ...tablesLeftOut,
        ...Object.fromEntries(narrowed.map(({ table, speaks }) => [table, why[speaks]])),
      },
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};
