import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AscendingIcon, DescendingIcon, SortableIcon } from "#web/ui/icons.ts";
import { saveText } from "#web/ui/save-text.ts";
import { arrange, toCsv, type Column, type Filter } from "#web/ui/table-column.ts";
import { columnClass, TableRows, type RowGroup } from "#web/ui/table-rows.tsx";
import { useTableState, type TableState } from "#web/ui/table-state.ts";
import { TableTools } from "#web/ui/table-tools.tsx";
import styles from "#web/ui/data-table.module.css";

export interface DataTableProps<Row> {
  /** Names the table in the address: `sites` keeps `?sites.find=…&sites.sort=…`. */
  readonly name: string;
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowLink?: (row: Row) => string;
  /** Rows that are over: retired, revoked. Shown quieter. */
  readonly rowQuiet?: (row: Row) => boolean;
  /** Rows that stand together under a head of their own: of one day, of one person. They must come in that order. */
  readonly groupOf?: (row: Row) => RowGroup;
  /** Shown above: what is said in the field for finding. Without it there is none. */
  readonly findLabel?: string;
  /** The text of a row that is searched here; leave out where the server searches. */
  readonly find?: ((row: Row) => string) | undefined;
  readonly filters?: readonly Filter<Row>[];
  readonly tools?: ReactNode;
  /** Shown when there is nothing at all: an `EmptyState` that says what to do first. */
  readonly empty: ReactNode;
  /** How many there are in all, where not all are here yet. */
  readonly total?: number | undefined;
  readonly more?: (() => void) | undefined;
  /** The server finds, filters and sorts: the screen reads `useTableState(name)` and asks for it. */
  readonly remote?: boolean;
  readonly isLoadingMore?: boolean;
  /** The file name of the export, without ending; without it there is no export. */
  readonly csvName?: string;
}

const ariaSort = (state: TableState, key: string): "ascending" | "descending" | undefined => {
  if (state.sort?.key !== key) return undefined;
  return state.sort.descending ? "descending" : "ascending";
};

const SortMark = (props: { readonly state: TableState; readonly column: string }): ReactNode => {
  const order = ariaSort(props.state, props.column);
  if (order === undefined) return <SortableIcon size={14} stroke={1.75} aria-hidden />;
  const Icon = order === "ascending" ? AscendingIcon : DescendingIcon;
  return <Icon size={14} stroke={2} aria-hidden />;
};

const Head = <Row,>(props: {
  readonly state: TableState;
  readonly columns: readonly Column<Row>[];
  readonly sorts: (column: Column<Row>) => boolean;
}): ReactNode => (
  <thead>
    <tr>
      {props.columns.map((column) => (
        <th
          key={column.key}
          scope="col"
          className={columnClass(column)}
          aria-sort={ariaSort(props.state, column.key)}
        >
          {props.sorts(column) ? (
            <button type="button" onClick={() => props.state.turnSort(column.key)}>
              {column.head}
              <SortMark state={props.state} column={column.key} />
            </button>
          ) : (
            column.head
          )}
        </th>
      ))}
    </tr>
  </thead>
);

/**
 * A list that is compared: finds, filters and sorts (here, or `remote` by the server), keeps its state
 * in the address, moves by arrows, and becomes cards on a phone.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>): ReactNode => {
  const state = useTableState(props.name);
  const { filters = [], find } = props;
  const columns = props.columns.filter(({ onlyCsv }) => onlyCsv !== true);
  const rows = props.remote ? props.rows : arrange(props.rows, state, { columns, filters, find });
  if (props.rows.length === 0 && !state.isNarrowed) return props.empty;
  const shown = rows.length;
  const sorts = (column: Column<Row>): boolean =>
    props.remote ? column.sortable === true : column.value !== undefined;
  const total = Math.max(props.total ?? 0, props.rows.length);
  return (
    <div className={styles["frame"]}>
      <TableTools
        state={state}
        findLabel={props.findLabel}
        filters={filters}
        onExport={
          props.csvName === undefined
            ? undefined
            : () => saveText(`${props.csvName}.csv`, "text/csv", toCsv(rows, props.columns))
        }
        count={
          shown === total ? (
            <Plural value={total} one="# row" other="# rows" />
          ) : (
            <Trans>
              {shown} of {total}
            </Trans>
          )
        }
      >
        {props.tools}
      </TableTools>
      {shown === 0 ? (
        <EmptyState>
          <Trans>Nothing matches.</Trans>
        </EmptyState>
      ) : (
        <table className={styles["table"]} aria-label={props.label}>
          <Head state={state} columns={columns} sorts={sorts} />
          <TableRows
            rows={rows}
            columns={columns}
            rowKey={props.rowKey}
            rowLink={props.rowLink}
            rowQuiet={props.rowQuiet}
            groupOf={props.groupOf}
          />
        </table>
      )}
      {props.more && (
        <div className={styles["more"]}>
          <Button onPress={props.more} busy={props.isLoadingMore ?? false}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </div>
  );
};
