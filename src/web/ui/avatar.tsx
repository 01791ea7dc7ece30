import type { ReactNode } from "react";
import styles from "#web/ui/avatar.module.css";

const initials = (name: string): string => {
  const words = name.split(",", 1)[0]?.split(/\s+/).filter(Boolean) ?? [];
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [first, last].map((word) => [...word][0]?.toLocaleUpperCase() ?? "").join("");
};

/** Initials on stone: no photos, no colours that mean something. The name itself stands beside it. */
export const Avatar = (props: {
  readonly name: string;
  readonly size?: "small" | "large";
}): ReactNode => (
  <span className={styles[props.size ?? "small"]} aria-hidden>
    {initials(props.name)}
  </span>
);
