import type { ReactNode } from "react";
import styles from "#web/ui/logo.module.css";

/** The mark: steps that lead down to the water and up again. */
export const Logo = (props: { readonly label?: string }): ReactNode => (
  <svg
    className={styles["logo"]}
    width="30"
    height="30"
    viewBox="0 0 30 30"
    fill="none"
    role="img"
    aria-label={props.label ?? "Stepwell"}
  >
    <rect width="30" height="30" rx="8" fill="currentColor" />
    <path d="M6 9h4v4h4v4h4v4h6" className={styles["down"]} />
    <path d="M24 9h-4v4" className={styles["up"]} />
  </svg>
);
