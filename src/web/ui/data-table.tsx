import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { TakeableList } from "#domain/access/taken-list.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AscendingIcon, DescendingIcon, SortableIcon } from "#web/ui/icons.ts";
import { ListExport } from "#web/ui/list-export.tsx";
import { PaperLine } from "#web/ui/paper-line.tsx";
import { arrange, type Column, type Filter } from "#web/ui/table-column.ts";
import { narrowedBy } from "#web/ui/table-narrowed.ts";
import { columnClass, TableRows, type RowGroup } from "#web/ui/table-rows.tsx";
import { useTableState, type TableState } from "#web/ui/table-state.ts";
import { TableTools } from "#web/ui/table-tools.tsx";
import { rowsOfPage } from "#web/ui/use-table-pages.ts";
import styles from "#web/ui/data-table.module.css";

export interface DataTableProps<Row> {
  /** Names the table in the address: `sites` keeps `?sites.find=…&sites.sort=…`. */
  readonly name: string;
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads; nowhere where it answers nothing. */
  readonly rowLink?: (row: Row) => string | undefined;
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
  /** Words of the address by which `tools` narrow the list: showing all ends them, too. */
  readonly alsoNarrowing?: readonly string[];
  /** Shown when there is nothing at all: an `EmptyState` that says what to do first. */
  readonly empty: ReactNode;
  /** Shown when what is searched for is not there, where the plain sentence does not say what to do next. */
  readonly nothingFound?: ReactNode;
  /** How many there are in all, where not all are here yet. */
  readonly total?: number | undefined;
  readonly more?: (() => void) | undefined;
  /** The server finds, filters and sorts: the screen reads `useTableState(name)` and asks for it. */
  readonly remote?: boolean;
  readonly isLoadingMore?: boolean;
  /** Lets the list be taken out as a file, under this name; without it there is no export. */
  readonly list?: TakeableList;
  /** The day the list is of, which names the file: of a week its first day. Else today. */
  readonly listDay?: string | undefined;
  /** Every row that matches, where not all are here; else the export takes those that are. */
  readonly readAll?: () => Promise<readonly Row[]>;
  /** Whom a row is about, for the line of the export in the trail. */
  readonly patientOf?: (row: Row) => string | null;
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

const Count = (props: { readonly shown: number; readonly total: number }): ReactNode => {
  const { shown, total } = props;
  if (shown === total) return <Plural value={total} one="# row" other="# rows" />;
  return (
    <Trans>
      {shown} of {total}
    </Trans>
  );
};

/** Whatever was chosen may have been chosen elsewhere: in another week, by a link. It is said, and taken off by one press. */
const NothingMatches = (props: {
  readonly state: TableState;
  readonly narrowed: readonly string[];
}): ReactNode => {
  const narrowed = props.narrowed.join("; ");
  return (
    <EmptyState
      action={
        props.state.isNarrowed && (
          <Button onPress={props.state.clear}>
            <Trans>Show all</Trans>
          </Button>
        )
      }
    >
      <Trans>Nothing matches.</Trans>{" "}
      {narrowed !== "" && <Trans>The list is narrowed to {narrowed}.</Trans>}
    </EmptyState>
  );
};

/** What the table shows of its rows: those that match, in order, and so many of them. */
const arrangeTable = <Row,>(props: DataTableProps<Row>, state: TableState) => {
  const { columns, filters = [], find, remote = false, list, listDay, patientOf } = props;
  const put = (rows: readonly Row[]): readonly Row[] =>
    remote ? rows : arrange(rows, state, { columns, filters, find });
  const matching = put(props.rows);
  const shown = remote ? matching : matching.slice(0, state.pages * rowsOfPage);
  const hasMoreHere = shown.length < matching.length;
  const taking = list && (
    <ListExport
      list={list}
      day={listDay}
      columns={columns}
      patientOf={patientOf}
      isNarrowed={state.isNarrowed}
      rows={async () => put((await props.readAll?.()) ?? props.rows)}
    />
  );
  const more = hasMoreHere ? () => state.setPages(state.pages + 1) : props.more;
  return { matching, shown, more, taking };
};

/**
 * A list that is compared: finds, filters and sorts (here, or `remote` by the server), keeps its state
 * in the address, moves by arrows, and becomes cards on a phone.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>): ReactNode => {
  const state = useTableState(props.name, props.alsoNarrowing);
  const { filters = [] } = props;
  const columns = props.columns.filter(({ onlyCsv }) => onlyCsv !== true);
  const { matching, shown, more, taking } = arrangeTable(props, state);
  const isEmpty = props.rows.length === 0 && !state.isNarrowed;
  if (isEmpty && props.tools === undefined) return props.empty;
  const narrowed = narrowedBy(state, { findLabel: props.findLabel, filters });
  const sorts = (column: Column<Row>): boolean =>
    props.remote ? column.sortable === true : column.value !== undefined;
  const all = Math.max(props.total ?? 0, props.rows.length);
  const counted = {
    shown: shown.length,
    total: shown.length < matching.length ? matching.length : all,
  };
  return (
    <div className={styles["frame"]}>
      <TableTools
        state={state}
        findLabel={isEmpty ? undefined : props.findLabel}
        filters={isEmpty ? [] : filters}
        sortable={isEmpty ? [] : columns.filter(sorts)}
        taking={!isEmpty && taking}
        count={!isEmpty && <Count {...counted} />}
      >
        {props.tools}
      </TableTools>
      {isEmpty ? props.empty : <PaperLine {...counted} narrowed={narrowed} />}
      {!isEmpty &&
        shown.length === 0 &&
        (props.nothingFound ?? <NothingMatches state={state} narrowed={narrowed} />)}
      {shown.length > 0 && (
        <table className={styles["table"]} aria-label={props.label}>
          <Head state={state} columns={columns} sorts={sorts} />
          <TableRows
            rows={shown}
            columns={columns}
            rowKey={props.rowKey}
            rowLink={props.rowLink}
            rowQuiet={props.rowQuiet}
            groupOf={props.groupOf}
          />
        </table>
      )}
      {more && shown.length > 0 && (
        <div className={styles["more"]}>
          <Button onPress={more} busy={props.isLoadingMore ?? false}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </div>
  );
};
