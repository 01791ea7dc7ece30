import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { takeList } from "#domain/access/taken-list.api.ts";
import { mostTakenRows, type TakeableList } from "#domain/access/taken-list.ts";
import { Problem } from "#domain/contract/problem.ts";
import { call } from "#web/platform/call.ts";
import { notify } from "#web/platform/notices.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { DownloadIcon } from "#web/ui/icons.ts";
import { saveText } from "#web/ui/save-text.ts";
import { toCsv, type ExportedColumn } from "#web/ui/table-column.ts";

/** A list as it leaves. */
interface ListToExport<Row> {
  readonly list: TakeableList;
  readonly columns: readonly ExportedColumn<Row>[];
  /** All rows that match, in the order that is shown. */
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>;
  /** Whom a row is about, where it is about a person in care. */
  readonly patientOf?: ((row: Row) => string | null) | undefined;
  readonly isNarrowed: boolean;
  /** The day the list is of; else today. */
  readonly day?: string | undefined;
}

/** The day it is and the zone moments are said in, on the wall of the organization. */
interface Wall {
  readonly today: string;
  readonly zone: string | undefined;
}

const exportList = async <Row,>(asked: ListToExport<Row>, { today, zone }: Wall): Promise<void> => {
  const { list, columns, patientOf, isNarrowed } = asked;
  const rows = await asked.rows();
  if (rows.length > mostTakenRows)
    throw new Problem("too-many-rows", 422, { values: { most: mostTakenRows } });
  const named = new Set(patientOf === undefined ? [] : rows.flatMap((row) => patientOf(row) ?? []));
  await call(takeList, { list, rows: rows.length, isNarrowed, patientIds: [...named] });
  saveText(`${list}-${asked.day ?? today}.csv`, "text/csv", toCsv(rows, columns, zone));
};

/** Makes a file of a list, once the trail has its line of it; without that line there is no file. */
export const ListExport = <Row,>(asked: ListToExport<Row>): ReactNode => {
  const [busy, setBusy] = useState(false);
  const today = useToday();
  const zone = useOrganizationZone();
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await exportList(asked, { today, zone });
    } catch (cause) {
      const problem = cause instanceof Problem ? cause : new Problem("internal-error", 0);
      notify({ text: sayProblem(problem), tone: "risk" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button kind="quiet" size="small" icon={DownloadIcon} busy={busy} onPress={() => void run()}>
      <Trans>Export CSV</Trans>
    </Button>
  );
};
