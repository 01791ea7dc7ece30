import type { ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/patient/patient-card.module.css";

/** One thing. `lifted` for the one that matters now. */
export const PatientCard = (props: {
  readonly title?: ReactNode;
  readonly lifted?: boolean;
  readonly children: ReactNode;
}): ReactNode => (
  <section className={join(styles["card"], props.lifted && styles["lifted"])}>
    {props.title !== undefined && <h2>{props.title}</h2>}
    {props.children}
  </section>
);
