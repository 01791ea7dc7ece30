import {
  cloneElement,
  Fragment,
  useId,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { useAddress } from "#web/platform/address.ts";
import { DoneIcon, type Icon } from "#web/ui/icons.ts";
import { placeBeside } from "#web/ui/place-beside.ts";
import styles from "#web/ui/menu.module.css";

export interface MenuAct {
  readonly label: string;
  readonly icon?: Icon;
  /** Goes to a screen, or does something. */
  readonly to?: string;
  readonly onPress?: () => void;
  /** A tick: this is the one in use. Said for every act of a group that is a choice. */
  readonly chosen?: boolean;
  readonly danger?: boolean;
}

export interface MenuGroup {
  readonly label?: string;
  readonly acts: readonly MenuAct[];
}

interface TriggerProps {
  readonly id?: string;
  readonly onClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly "aria-haspopup"?: "menu";
  readonly "aria-expanded"?: boolean;
}

const nextAt = (key: string, at: number, count: number): number | null => {
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
};

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>("button") ?? []),
];

/** Arrows, Home, End and first letters move within an open menu. */
const moveWithin = (event: KeyboardEvent<HTMLElement>): void => {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(event.target as HTMLElement);
  const next = nextAt(event.key, at, items.length);
  const letter = event.key.length === 1 ? event.key.toLocaleLowerCase() : null;
  const target =
    next === null
      ? letter !== null &&
        [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
          item.textContent.trim().toLocaleLowerCase().startsWith(letter),
        )
      : items[next];
  if (!target) return;
  event.preventDefault();
  target.focus();
};

const Act = (props: { readonly act: MenuAct; readonly onDone: () => void }): ReactNode => {
  const { go } = useAddress();
  const { act } = props;
  return (
    <button
      type="button"
      role={act.chosen === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={act.chosen}
      tabIndex={-1}
      className={styles["item"]}
      data-danger={act.danger || undefined}
      onClick={() => {
        props.onDone();
        act.onPress?.();
        if (act.to !== undefined) go(act.to);
      }}
    >
      {act.icon && <act.icon size={16} stroke={1.75} aria-hidden />}
      <span>{act.label}</span>
      {act.chosen && <DoneIcon size={16} stroke={1.75} aria-hidden />}
    </button>
  );
};

/** What is rarely done, behind one button. `trigger` is that button; the browser's top layer holds the menu. */
export const Menu = (props: {
  readonly trigger: ReactElement<TriggerProps>;
  readonly groups: readonly MenuGroup[];
  readonly head?: ReactNode;
}): ReactNode => {
  const id = useId();
  const [open, setOpen] = useState(false);
  const show = (from: "first" | "last"): void => {
    const trigger = document.getElementById(id);
    const menu = document.getElementById(`${id}-menu`);
    menu?.showPopover();
    if (menu && trigger) placeBeside(menu, trigger);
    itemsOf(menu)
      .at(from === "first" ? 0 : -1)
      ?.focus();
  };
  const hide = (): void => {
    document.getElementById(`${id}-menu`)?.hidePopover();
    document.getElementById(id)?.focus();
  };
  const groups = props.groups.filter((group) => group.acts.length > 0);
  return (
    <>
      {cloneElement(props.trigger, {
        id,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onClick: () => (open ? hide() : show("first")),
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          show(event.key === "ArrowDown" ? "first" : "last");
        },
      })}
      <div
        id={`${id}-menu`}
        popover="auto"
        role="menu"
        aria-labelledby={id}
        tabIndex={-1}
        className={styles["menu"]}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={(event) => {
          if (event.key === "Tab") hide();
          else moveWithin(event);
        }}
      >
        {props.head && (
          <div className={styles["head"]} role="presentation">
            {props.head}
          </div>
        )}
        {groups.map((group, index) => (
          <Fragment key={index}>
            {(index > 0 || props.head) && <hr className={styles["line"]} />}
            <div role="group" aria-label={group.label}>
              {group.label && (
                <div className={styles["label"]} aria-hidden>
                  {group.label}
                </div>
              )}
              {group.acts.map((act) => (
                <Act key={act.label} act={act} onDone={hide} />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
    </>
  );
};
