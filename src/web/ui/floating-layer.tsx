import { useLayoutEffect, useRef, type ReactNode } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/floating-layer.module.css";

export interface FloatingLayerProps {
  readonly label: string;
  /** Shown as the heading; without it the layer begins with its content. */
  readonly title?: string;
  /** Escape, or a press beside it. */
  readonly onClose: () => void;
  /** Only its own buttons close it. */
  readonly mustAnswer?: boolean;
  /** Nothing of the screen can be read behind it: the session ended, and the device may be shared. */
  readonly covers?: boolean;
  readonly children: ReactNode;
}

/** A layer above everything, in the browser's own top layer. The focus stays inside and returns where it was. */
export const FloatingLayer = (props: FloatingLayerProps): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  // At once: a layer that takes the place of another has its focus before the next key.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const turnAway = (): void => {
    if (!props.mustAnswer) props.onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press on the scrim closes; Escape does the same
    <dialog
      ref={dialog}
      className={join(styles["layer"], props.covers && styles["covers"])}
      aria-label={props.label}
      aria-modal="true"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        turnAway();
      }}
      onCancel={(event) => {
        event.preventDefault();
        turnAway();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) turnAway();
      }}
    >
      {props.title === undefined ? (
        props.children
      ) : (
        <div className={styles["body"]}>
          <h2>{props.title}</h2>
          {props.children}
        </div>
      )}
    </dialog>
  );
};
