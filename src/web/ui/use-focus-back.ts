import { useEffect, useState } from "react";

const operable = "a[href], button:not([disabled])";
/** What was acted on may go only when the list is read anew. */
const looksAfterMs = [50, 300, 1000, 2500];

/** The element and everything around it, outwards. */
const wayOut = (element: Element | null): readonly Element[] =>
  element === null ? [] : [element, ...wayOut(element.parentElement)];

const nearestLeft = (way: readonly Element[]): HTMLElement | null => {
  const [opener] = way;
  if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected)
    return opener;
  const work = document.querySelector("main");
  const around = way.find((one) => one.isConnected);
  const isWithin = around !== undefined && around !== work && work?.contains(around) === true;
  return (
    (isWithin ? around.querySelector<HTMLElement>(operable) : null) ??
    document.querySelector<HTMLElement>("main h1")
  );
};

/** Puts the focus back where it came from, or as near to it as anything is left; one that is anywhere already stays. */
const giveBack = (way: readonly Element[]): void => {
  const look = (): void => {
    const isAnywhere = (document.activeElement ?? document.body) !== document.body;
    if (isAnywhere || document.querySelector("[role=dialog]") !== null) return;
    nearestLeft(way)?.focus({ preventScroll: true });
  };
  for (const ms of looksAfterMs) setTimeout(look, ms);
};

/**
 * What lies over the screen gives the focus back when it closes, also where its first field took it before the kit looked, and
 * where the act took away the button that opened it: whoever works by keyboard goes on where they were.
 */
export const useFocusBack = (open: boolean): void => {
  const [seen, setSeen] = useState(false);
  const [way, setWay] = useState<readonly Element[]>([]);
  if (seen !== open) {
    setSeen(open);
    if (open) setWay(wayOut(document.activeElement));
  }
  useEffect(() => {
    if (!open) return;
    return () => giveBack(way);
  }, [open, way]);
};
