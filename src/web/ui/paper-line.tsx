import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import styles from "#web/ui/paper-line.module.css";

/** Above a printed table, where its tools are gone: how many rows of how many stand there, and what narrows them. */
export const PaperLine = (props: {
  readonly shown: number;
  readonly total: number;
  readonly narrowed: readonly string[];
}): ReactNode => {
  const { t } = useLingui();
  const { shown, narrowed } = props;
  const inRows = (total: number): string => t`${plural(total, { one: "# row", other: "# rows" })}`;
  const total = inRows(props.total);
  const rows = shown === props.total ? total : t`${shown} of ${total}`;
  return (
    <div className={styles["line"]} data-words={[rows, ...narrowed].join(" · ")} aria-hidden />
  );
};
