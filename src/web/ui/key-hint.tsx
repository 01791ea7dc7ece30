import type { ReactNode } from "react";
import styles from "#web/ui/key-hint.module.css";

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const apple: Readonly<Record<string, string>> = { Ctrl: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↵" };

/** Keys as they stand on this person's keyboard. Hidden from screen readers and on touch screens. */
export const KeyHint = (props: {
  readonly keys: readonly string[];
  /** On touch screens too: where the keys are what one came to read. */
  readonly always?: boolean;
}): ReactNode => (
  <span className={styles[props.always ? "always" : "hint"]} aria-hidden>
    {props.keys.map((key) => (
      <kbd key={key}>{isApple ? (apple[key] ?? key) : key}</kbd>
    ))}
  </span>
);
