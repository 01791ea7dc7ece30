const gap = 4;
const margin = 8;

/** Puts a floating element under another, its end at the other's end; above it, or further in, where the window ends. */
export const placeBeside = (floating: HTMLElement, beside: HTMLElement): void => {
  const anchor = beside.getBoundingClientRect();
  const { width, height } = floating.getBoundingClientRect();
  const below = anchor.bottom + gap;
  const fitsBelow = below + height + margin <= innerHeight;
  const start = Math.min(anchor.right - width, innerWidth - width - margin);
  floating.style.left = `${Math.max(margin, start)}px`;
  floating.style.top = `${fitsBelow ? below : Math.max(margin, anchor.top - gap - height)}px`;
};
