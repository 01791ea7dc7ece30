import type { ReactNode } from "react";
import { Logo } from "#web/ui/logo.tsx";
import { LanguageSwitch } from "#web/ui/patient/language-switch.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import styles from "#web/ui/outside.module.css";

/** The frame of screens that need no session: one narrow column, one thing to do. */
export const Outside = (props: {
  readonly title: string;
  /** What to know before doing it, in a sentence or two. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}): ReactNode => {
  useSetTrail([{ label: props.title }]);
  return (
    <div className={styles["outside"]}>
      <header className={styles["brand"]}>
        <Logo />
        <strong>Stepwell</strong>
        <LanguageSwitch />
      </header>
      <main className={styles["main"]}>
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.lead !== undefined && <p className={styles["lead"]}>{props.lead}</p>}
        <div className={styles["card"]}>{props.children}</div>
        {props.foot !== undefined && <div className={styles["foot"]}>{props.foot}</div>}
      </main>
    </div>
  );
};
