import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import styles from "#web/ui/work-foot.module.css";

/** How much of a row of like things is done, drawn as one square each. */
export const ReadySquares = (props: { readonly ready: number; readonly of: number }): ReactNode => (
  <span className={styles["squares"]} aria-hidden>
    {Array.from({ length: props.of }, (_, at) => (
      <i key={at} className={join(at >= props.ready && styles["open"])} />
    ))}
  </span>
);

/** The foot of a screen that ends in one act: how far it is, what is still open, and the act. */
export const WorkFoot = (props: {
  readonly count: ReactNode;
  readonly squares?: ReactNode;
  readonly open?: ReactNode;
  readonly hints?: readonly { readonly keys: readonly string[]; readonly does: ReactNode }[];
  readonly actions: ReactNode;
}): ReactNode => (
  <>
    <div className={styles["count"]}>{props.count}</div>
    {props.squares}
    <div className={styles["still"]}>{props.open}</div>
    {props.hints !== undefined && (
      <div className={styles["hints"]} aria-hidden>
        {props.hints.map((hint) => (
          <span key={hint.keys.join("")}>
            <KeyHint keys={hint.keys} />
            {hint.does}
          </span>
        ))}
      </div>
    )}
    <div className={styles["actions"]}>{props.actions}</div>
  </>
);
