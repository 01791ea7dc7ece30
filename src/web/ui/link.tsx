import type { MouseEvent, ReactNode } from "react";
import { useAddress } from "#web/platform/address.ts";

export interface LinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly label?: string | undefined;
  readonly current?: "page" | undefined;
  readonly onFollow?: (() => void) | undefined;
}

const opensElsewhere = (event: MouseEvent): boolean =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey;

/** A link to a screen of this app. The code of the screen is fetched when the pointer or the focus rests on it. */
export const Link = (props: LinkProps): ReactNode => {
  const { go, prepare } = useAddress();
  return (
    <a
      href={props.to}
      className={props.className}
      aria-label={props.label}
      aria-current={props.current}
      onPointerEnter={() => prepare(props.to)}
      onFocus={() => prepare(props.to)}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        props.onFollow?.();
        go(props.to);
      }}
    >
      {props.children}
    </a>
  );
};
