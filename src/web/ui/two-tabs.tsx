import { useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Icon } from "#web/ui/icons.ts";
import styles from "#web/ui/two-tabs.module.css";

interface Half<N extends string> {
  readonly name: N;
  readonly label: ReactNode;
  readonly icon: Icon;
  readonly controls?: string;
}

/** The two halves of a screen on a tablet: buttons a thumb finds, one half at a time. */
export const TwoTabs = <N extends string>(props: {
  readonly label: string;
  readonly halves: readonly [Half<N>, Half<N>];
  readonly chosen: N;
  readonly onChoose: (name: N) => void;
}): ReactNode => {
  const list = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const at = props.halves[0].name === props.chosen ? 1 : 0;
    props.onChoose(props.halves[at].name);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={props.label} className={styles["tabs"]}>
      {props.halves.map(({ icon: Icon, ...half }) => (
        <button
          key={half.name}
          type="button"
          role="tab"
          aria-selected={half.name === props.chosen}
          tabIndex={half.name === props.chosen ? 0 : -1}
          onKeyDown={turn}
          onClick={() => props.onChoose(half.name)}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
          {half.label}
        </button>
      ))}
    </div>
  );
};
