import {
  Fragment,
  useEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { useAddress } from "#web/platform/address.ts";
import { join } from "#web/ui/join.ts";
import { Link } from "#web/ui/link.tsx";
import type { Column } from "#web/ui/table-column.ts";
import styles from "#web/ui/data-table.module.css";

/** The class names a column gives to its cells and its head. */
export const columnClass = (column: Pick<Column<never>, "figures" | "hideBelow">): string =>
  join(
    column.figures && styles["figures"],
    column.hideBelow === "desk" && styles["deskOnly"],
    column.hideBelow === "tablet" && styles["notPhone"],
  );

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows move from row to row among the row links. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("th[scope=row] a")];
  const at = links.indexOf(event.target as HTMLElement);
  const next = links[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
};

/** What takes the focus when a page opens or nothing is chosen: there the arrow has no other meaning than to scroll. */
const isOfPage = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches("body, main, h1");

/** From the page the arrow down goes to the first row; of several lists to that of the first. */
const useFirstRowKey = (): RefObject<HTMLTableSectionElement | null> => {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent): void => {
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
      if (event.key !== "ArrowDown" || !isPlain || event.defaultPrevented) return;
      if (!isOfPage(event.target) || document.querySelector("[aria-modal=true]") !== null) return;
      const first = document.querySelector<HTMLElement>("main tbody[data-rows] th[scope=row] a");
      if (first === null || !body.current?.contains(first)) return;
      event.preventDefault();
      first.focus();
    };
    addEventListener("keydown", enter);
    return () => removeEventListener("keydown", enter);
  }, []);
  return body;
};

const isOperated = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("a, button, input, select, label") !== null;

/** What rows that stand together have in common: a day, a person. Rows come in the order of their groups. */
export interface RowGroup {
  readonly key: string;
  readonly head: ReactNode;
}

const GroupHead = (props: { readonly group: RowGroup | null; readonly width: number }): ReactNode =>
  props.group !== null && (
    <tr className={styles["group"]}>
      <td colSpan={props.width}>{props.group.head}</td>
    </tr>
  );

const RowName = (props: {
  readonly to: string | undefined;
  readonly children: ReactNode;
}): ReactNode =>
  props.to === undefined ? props.children : <Link to={props.to}>{props.children}</Link>;

/** The body of a table. The first column names the row and carries its link. */
export const TableRows = <Row,>(props: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowLink: ((row: Row) => string | undefined) | undefined;
  readonly rowQuiet: ((row: Row) => boolean) | undefined;
  readonly groupOf: ((row: Row) => RowGroup) | undefined;
}): ReactNode => {
  const { go } = useAddress();
  const { rowLink, groupOf } = props;
  const body = useFirstRowKey();
  /** The group a row opens, where the row before it belongs to another. */
  const opens = (row: Row, at: number): RowGroup | null => {
    const group = groupOf?.(row);
    const before = props.rows[at - 1];
    if (group === undefined) return null;
    return before !== undefined && groupOf?.(before).key === group.key ? null : group;
  };
  const follow = (event: MouseEvent, row: Row): void => {
    const to = rowLink?.(row);
    if (to === undefined || isOperated(event.target) || getSelection()?.toString()) return;
    go(to);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links inside hold the focus; arrows move among them
    <tbody ref={body} data-rows onKeyDown={moveFocus}>
      {props.rows.map((row, at) => (
        <Fragment key={props.rowKey(row)}>
          <GroupHead group={opens(row, at)} width={props.columns.length} />
          <tr
            className={join(
              rowLink?.(row) && styles["linked"],
              props.rowQuiet?.(row) && styles["quiet"],
            )}
            onClick={(event) => follow(event, row)}
          >
            {props.columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={columnClass(column)}>
                  <RowName to={rowLink?.(row)}>{column.cell(row)}</RowName>
                </th>
              ) : (
                <td key={column.key} className={columnClass(column)} data-head={column.head}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        </Fragment>
      ))}
    </tbody>
  );
};
