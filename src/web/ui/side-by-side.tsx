import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import { RiskIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/side-by-side.module.css";

export interface TwoSides {
  readonly name: string;
  /** What the field is called, and both values as the screen says them. */
  readonly label: ReactNode;
  readonly theirs: ReactNode;
  readonly mine: ReactNode;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

const Side = (props: {
  readonly who: ReactNode;
  readonly value: ReactNode;
  readonly verb: ReactNode;
  readonly onChoose: () => void;
}): ReactNode => (
  <div className={styles["side"]}>
    <span className={styles["who"]}>{props.who}</span>
    <span className={styles["value"]}>{props.value}</span>
    <Button size="small" onPress={props.onChoose}>
      {props.verb}
    </Button>
  </div>
);

/** Two people changed the same fields: both values beside each other, each with its button. Nothing typed is lost. */
export const SideBySide = (props: {
  readonly says: ReactNode;
  readonly fields: readonly TwoSides[];
}): ReactNode =>
  props.fields.length === 0 ? null : (
    <div className={styles["frame"]} role="alert">
      <div className={styles["says"]}>
        <RiskIcon size={18} stroke={1.75} aria-hidden />
        <p>{props.says}</p>
      </div>
      {props.fields.map((field) => (
        <div key={field.name} className={styles["field"]}>
          <div className={styles["name"]}>{field.label}</div>
          <div className={styles["sides"]}>
            <Side
              who={<Trans>Theirs</Trans>}
              value={field.theirs}
              verb={<Trans>Take theirs</Trans>}
              onChoose={field.takeTheirs}
            />
            <Side
              who={<Trans>Yours</Trans>}
              value={field.mine}
              verb={<Trans>Keep mine</Trans>}
              onChoose={field.keepMine}
            />
          </div>
        </div>
      ))}
    </div>
  );
