import { useRef, type RefObject } from "react";

/**
 * Escape answers what lies on top: where the focus is in a question over this panel, the panel under it stays. The kit tells
 * every one that is open.
 */
export const useEscapeOnTop = (
  onClose: () => void,
): { readonly inside: RefObject<HTMLDivElement | null>; readonly onEscape: () => void } => {
  const inside = useRef<HTMLDivElement>(null);
  const onEscape = (): void => {
    const focused = document.activeElement?.closest("[role=dialog]") ?? null;
    const isElsewhere = focused !== null && !focused.contains(inside.current);
    if (!isElsewhere) onClose();
  };
  return { inside, onEscape };
};
