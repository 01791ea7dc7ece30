import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/tabs.module.css";

export interface Tab<N extends string> {
  readonly name: N;
  readonly label: ReactNode;
  readonly icon?: Icon;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Two or more views of one thing. Keep the chosen one in the address:
 * `const [tab, setTab] = useSearchWord("tab")`.
 */
export const Tabs = <N extends string>(props: {
  readonly tabs: readonly Tab<N>[];
  readonly chosen: N;
  readonly onChoose: (name: N) => void;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = props.tabs.findIndex((tab) => tab.name === props.chosen);
    const next = (at + step + props.tabs.length) % props.tabs.length;
    const tab = props.tabs[next];
    if (!tab) return;
    props.onChoose(tab.name);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={props.label} className={styles["tabs"]}>
        {props.tabs.map(({ icon: Icon, ...tab }) => {
          const chosen = tab.name === props.chosen;
          return (
            <button
              key={tab.name}
              type="button"
              role="tab"
              id={`${id}-${tab.name}`}
              aria-selected={chosen}
              aria-controls={`${id}-panel`}
              tabIndex={chosen ? 0 : -1}
              className={join(styles["tab"], chosen && styles["chosen"])}
              onKeyDown={onKeyDown}
              onClick={() => props.onChoose(tab.name)}
            >
              {Icon && <Icon size={16} stroke={1.75} aria-hidden />}
              {tab.label}
            </button>
          );
        })}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${props.chosen}`}>
        {props.children}
      </div>
    </>
  );
};
