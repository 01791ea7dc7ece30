import type { ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/button.module.css";

export interface ButtonProps {
  readonly children: ReactNode;
  /** One `primary` a screen; `quiet` for what is rarely needed; `danger` for what ends something. */
  readonly kind?: "primary" | "plain" | "quiet" | "danger";
  readonly size?: "small" | "medium" | "large" | "touch";
  readonly icon?: Icon;
  /** A link that looks like a button: goes to a screen of this app. */
  readonly to?: string;
  /** A link to another address: a file to download, a telephone number. */
  readonly href?: string;
  readonly download?: boolean;
  readonly onPress?: () => void;
  readonly submit?: boolean;
  /** Shows that it works and ignores further presses. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  /** Keys that do the same, as shown: `["Ctrl", "Enter"]`. */
  readonly keys?: readonly string[];
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** The one button. What it says is a verb of the clinic: Sign, Call, Add site. */
export const Button = (props: ButtonProps): ReactNode => {
  const { kind = "plain", size = "medium", icon: Icon } = props;
  const className = join(
    styles["button"],
    kind !== "plain" && styles[kind],
    size !== "medium" && styles[size],
    props.wide && styles["wide"],
  );
  const inside = (
    <>
      {Icon && <Icon size={size === "touch" ? 20 : 16} stroke={1.75} aria-hidden />}
      {props.children}
      {props.keys && <KeyHint keys={props.keys} />}
    </>
  );
  if (props.to !== undefined) {
    return (
      <Link to={props.to} className={className} label={props.label} onFollow={props.onPress}>
        {inside}
      </Link>
    );
  }
  if (props.href !== undefined) {
    return (
      <a href={props.href} className={className} aria-label={props.label} download={props.download}>
        {inside}
      </a>
    );
  }
  return (
    <button
      type={props.submit ? "submit" : "button"}
      className={className}
      aria-label={props.label}
      aria-disabled={props.busy || undefined}
      aria-busy={props.busy || undefined}
      autoFocus={props.autoFocus}
      onClick={(event) => {
        if (props.busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {inside}
    </button>
  );
};
