import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Command } from "#web/platform/commands.ts";
import { FloatingLayer } from "#web/ui/floating-layer.tsx";
import { SearchIcon } from "#web/ui/icons.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { ranked } from "#web/ui/ranked.ts";
import styles from "#web/ui/finder.module.css";

const mostShown = 12;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** One line to type into and what it finds below; arrows choose, Enter takes, Escape leaves. */
export const Finder = (props: {
  readonly label: string;
  readonly nothing: string;
  readonly commands: readonly Command[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (command: Command) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const id = useId();
  const [at, setAt] = useState(0);
  const found = ranked(props.commands, props.text).slice(0, mostShown);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const chosen = found[at];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      props.onChoose(chosen);
    }
  };
  return (
    <FloatingLayer label={props.label} onClose={props.onClose}>
      <div className={styles["line"]}>
        <SearchIcon size={18} stroke={1.75} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label={props.label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={props.label}
          value={props.text}
          onChange={(event) => {
            props.onText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={props.label} className={styles["list"]}>
        {found.map((command, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox holds the focus and the keys
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles["option"]}
            onPointerMove={() => setAt(index)}
            onClick={() => props.onChoose(command)}
          >
            <span className={styles["name"]}>{command.name}</span>
            {command.kind && <span className={styles["kind"]}>{command.kind}</span>}
            {command.keys && <KeyHint keys={command.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles["nothing"]}>{props.nothing}</p>}
    </FloatingLayer>
  );
};
