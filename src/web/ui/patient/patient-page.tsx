import { useEffect, useRef, type ReactNode } from "react";
import { isFirstScreen } from "#web/ui/first-screen.ts";
import { OfflineStrip } from "#web/ui/offline-strip.tsx";
import { Logo } from "#web/ui/logo.tsx";
import { LanguageSwitch } from "#web/ui/patient/language-switch.tsx";
import styles from "#web/ui/patient/patient-page.module.css";

/** A page of the patient app: a warm greeting, one thing at a time, and the way to help always in reach. */
export const PatientPage = (props: {
  readonly title: ReactNode;
  readonly below?: ReactNode;
  readonly corner?: ReactNode;
  readonly children: ReactNode;
  /** Always at the foot: crisis help, then the places of the app. */
  readonly dock: ReactNode;
}): ReactNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstScreen()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles["page"]}>
      <div className={styles["scroll"]}>
        <header className={styles["sky"]}>
          <div className={styles["inner"]}>
            <div className={styles["top"]}>
              <Logo />
              <LanguageSwitch />
              {props.corner}
            </div>
            <h1 ref={heading} tabIndex={-1}>
              {props.title}
            </h1>
            {props.below !== undefined && <p>{props.below}</p>}
          </div>
        </header>
        <OfflineStrip />
        <main className={styles["cards"]}>{props.children}</main>
      </div>
      <div className={styles["dock"]}>{props.dock}</div>
    </div>
  );
};
