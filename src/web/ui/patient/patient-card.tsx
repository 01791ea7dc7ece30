import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import { useTakenFocus } from "#web/ui/patient/use-taken-focus.ts";
import styles from "#web/ui/patient/patient-card.module.css";

/** One thing. `lifted` for the one that matters now; `takesFocus` where it appears in the place of what was pressed. */
export const PatientCard = (props: {
  readonly title?: ReactNode;
  readonly lifted?: boolean;
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}): ReactNode => {
  const { takesFocus = false } = props;
  const heading = useTakenFocus(takesFocus);
  return (
    <section className={join(styles["card"], props.lifted && styles["lifted"])}>
      {props.title !== undefined && (
        <h2 ref={heading} tabIndex={takesFocus ? -1 : undefined}>
          {props.title}
        </h2>
      )}
      {props.children}
    </section>
  );
};
