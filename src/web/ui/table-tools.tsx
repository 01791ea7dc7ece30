import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, type ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { CloseIcon, OpenIcon, SearchIcon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import type { Column, Filter } from "#web/ui/table-column.ts";
import type { TableState } from "#web/ui/table-state.ts";
import fieldStyles from "#web/ui/field.module.css";
import styles from "#web/ui/data-table.module.css";

const pauseMilliseconds = 200;

type SortableHead = Pick<Column<never>, "key" | "head">;

const FindField = (props: { readonly state: TableState; readonly label: string }): ReactNode => {
  const { find, setFind } = props.state;
  const [text, setText] = useState(find);
  const [seen, setSeen] = useState(find);
  if (seen !== find) {
    setSeen(find);
    setText(find);
  }
  useEffect(() => {
    if (text === find) return;
    const timer = setTimeout(() => setFind(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  });
  return (
    <label className={styles["find"]}>
      <SearchIcon size={16} stroke={1.75} aria-hidden />
      <span className="sw-unseen">{props.label}</span>
      <input
        type="search"
        value={text}
        placeholder={props.label}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
};

/** Where the heads are not shown, on a phone, the order is chosen here. */
const OrderSelect = (props: {
  readonly state: TableState;
  readonly sortable: readonly SortableHead[];
}): ReactNode => {
  const { t } = useLingui();
  const { sort, setSort } = props.state;
  return (
    <span className={join(styles["filter"], styles["order"])}>
      <select
        className={fieldStyles["input"]}
        aria-label={t`Order`}
        value={sort === null ? "" : `${sort.descending ? "-" : ""}${sort.key}`}
        onChange={(event) => setSort(event.target.value)}
      >
        <option value="">{t`Order: as it comes`}</option>
        {props.sortable.flatMap(({ key, head }) => [
          <option key={key} value={key}>
            {t`${head}, upwards`}
          </option>,
          <option key={`-${key}`} value={`-${key}`}>
            {t`${head}, downwards`}
          </option>,
        ])}
      </select>
      <OpenIcon size={16} stroke={1.75} aria-hidden />
    </span>
  );
};

/** Above a table: find, filters, count, export. */
export const TableTools = <Row,>(props: {
  readonly state: TableState;
  readonly findLabel: string | undefined;
  readonly filters: readonly Filter<Row>[];
  readonly sortable: readonly SortableHead[];
  readonly count: ReactNode;
  /** Takes the list out as a file. */
  readonly taking: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <div className={styles["tools"]}>
      {props.findLabel !== undefined && <FindField state={props.state} label={props.findLabel} />}
      {props.filters.map((filter) => (
        <span key={filter.key} className={styles["filter"]}>
          <select
            className={fieldStyles["input"]}
            aria-label={filter.label}
            value={props.state.filter(filter.key)}
            onChange={(event) => props.state.setFilter(filter.key, event.target.value)}
          >
            <option value="">{filter.unchosen ?? t`${filter.label}: all`}</option>
            {filter.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <OpenIcon size={16} stroke={1.75} aria-hidden />
        </span>
      ))}
      {props.sortable.length > 0 && <OrderSelect state={props.state} sortable={props.sortable} />}
      {props.state.isNarrowed && (
        <Button kind="quiet" size="small" icon={CloseIcon} onPress={props.state.clear}>
          <Trans>Show all</Trans>
        </Button>
      )}
      {props.children}
      <span className={styles["end"]}>
        <span className={styles["count"]} aria-live="polite">
          {props.count}
        </span>
        {props.taking}
      </span>
    </div>
  );
};
