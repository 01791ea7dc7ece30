import type { ReactNode } from "react";
import styles from "#web/ui/paper-head.module.css";

/** The first line of every printed page of a screen: a sheet that lies about says whose it is and of which day. */
export const PaperHead = (props: { readonly words: string }): ReactNode => (
  <div className={styles["head"]} data-words={props.words} aria-hidden />
);
