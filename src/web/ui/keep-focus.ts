const operable = "a[href], button:not([disabled])";
/** What lies over the screen gives the focus back when it goes; nothing is remembered of it. */
const layers = "[role=dialog], dialog, [role=menu], [role=listbox]";

/** Where the keyboard stands: what has the focus, and everything around it, outwards. */
interface Place {
  readonly element: HTMLElement;
  readonly around: readonly Element[];
}

const outwards = (element: Element | null): readonly Element[] =>
  element === null ? [] : [element, ...outwards(element.parentElement)];

const placeOf = (element: HTMLElement): Place => ({
  element,
  around: outwards(element.parentElement),
});

const operableIn = (element: Element): HTMLElement | null =>
  element instanceof HTMLElement && element.matches(operable)
    ? element
    : element.querySelector<HTMLElement>(operable);

/** Where it was taken out: what stood behind it, and whether it was one of many. */
interface Gap {
  readonly next: Node | null;
  readonly previous: Node | null;
  readonly isRow: boolean;
}

const gapOf = (node: Node, records: readonly MutationRecord[]): Gap | null => {
  for (const { removedNodes, nextSibling, previousSibling } of records)
    for (const removed of removedNodes)
      if (removed.contains(node))
        return {
          next: nextSibling,
          previous: previousSibling,
          isRow: removed instanceof Element && removed.matches("tr, li"),
        };
  return null;
};

/** The first that can be operated from here on in one direction; of what was taken out as well, whatever stood beyond it. */
const beyond = (
  from: Node | null,
  way: "next" | "previous",
  records: readonly MutationRecord[],
): HTMLElement | null => {
  let node = from;
  while (node !== null) {
    if (node.isConnected) {
      const found = node instanceof Element ? operableIn(node) : null;
      if (found !== null) return found;
      node = way === "next" ? node.nextSibling : node.previousSibling;
    } else node = gapOf(node, records)?.[way] ?? null;
  }
  return null;
};

const titleOfScreen = (): HTMLElement | null => document.querySelector("main h1");

/** What is left of the work around a place; null where the whole screen went. */
const leftAround = ({ around }: Place): Element | null => {
  const work = document.querySelector("main");
  const outer = around.find((one) => one.isConnected);
  const isWithin = outer !== undefined && outer !== work && work?.contains(outer) === true;
  return isWithin ? outer : null;
};

/** The same field where its form is drawn anew, as after it was saved. */
const drawnAnew = (place: Place): HTMLElement | null => {
  const { element } = place;
  const name = element.getAttribute("name") ?? "";
  const isBox = element.matches("[type=checkbox], [type=radio]");
  const value = isBox ? `[value="${CSS.escape(element.getAttribute("value") ?? "")}"]` : "";
  const same = `${element.localName}[name="${CSS.escape(name)}"]${value}`;
  return name === "" ? null : (leftAround(place)?.querySelector<HTMLElement>(same) ?? null);
};

/** The nearest thing left where something was taken away: behind it, before it in a list, around it, or the title of the screen. */
const nearestLeft = (place: Place, records: readonly MutationRecord[]): HTMLElement | null => {
  const gap = gapOf(place.element, records);
  const outer = leftAround(place);
  return (
    (gap && beyond(gap.next, "next", records)) ??
    (gap?.isRow === true ? beyond(gap.previous, "previous", records) : null) ??
    (outer && operableIn(outer)) ??
    titleOfScreen()
  );
};

let place: Place | null = null;
let wasCovered = false;

const isCovered = (): boolean => document.querySelector("[role=dialog], dialog[open]") !== null;
const isNowhere = (): boolean => (document.activeElement ?? document.body) === document.body;

/** Screens, fields and grids that take the focus themselves as they are drawn come first. */
const settleMs = 50;
let settling: ReturnType<typeof setTimeout> | undefined;
const settle = (): void => {
  if (!isNowhere()) return;
  const over = [...document.querySelectorAll<HTMLElement>("[role=dialog], dialog[open]")].at(-1);
  // What lies over the screen and lost what had the focus takes it itself: the next Tab goes on in it.
  const next = over ?? (place?.element.isConnected === true ? place.element : undefined);
  next?.focus({ preventScroll: true });
};

const onDrawn = (records: readonly MutationRecord[]): void => {
  const covered = isCovered();
  const isUncovered = wasCovered && !covered;
  wasCovered = covered;
  if (place === null) {
    // Opened by its key while nothing had the focus, it has nowhere to give it back to.
    const title = isUncovered && isNowhere() ? titleOfScreen() : null;
    if (title === null && !covered) return;
    place = title && placeOf(title);
  } else if (!place.element.isConnected) {
    // Whoever was writing goes on to no button: what is typed next would press it.
    const left =
      drawnAnew(place) ?? (place.element.matches(operable) ? nearestLeft(place, records) : null);
    place = left === null ? null : placeOf(left);
  }
  if (!isNowhere()) return;
  clearTimeout(settling);
  settling = setTimeout(settle, settleMs);
};

/**
 * Keeps the place of whoever works by keyboard: where an act or a list that is drawn anew takes away what had the focus, and
 * where what lay over the screen closes, the focus goes on at the same place, or as near to it as anything is left. The page
 * itself says when it has been drawn; a press on empty ground gives the place up.
 */
export const keepFocus = (): void => {
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.closest(layers) === null) place = placeOf(target);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Element) || target.closest(layers) !== null) return;
    if (isNowhere() || document.activeElement?.contains(target) !== true) place = null;
  });
  new MutationObserver(onDrawn).observe(document.body, { childList: true, subtree: true });
};
