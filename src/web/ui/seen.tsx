import { useEffect, useRef, type ReactNode } from "react";

/** So long something must stand still on the screen to have been seen, and not only scrolled past. */
const lookMs = 1000;
/** What the bars above and below cover: on a phone the places stand under the foot. */
const clearOfBars = (): string =>
  matchMedia("(max-width: 699px)").matches ? "-52px 0px -180px" : "-52px 0px -64px";
const steps = [0, 0.25, 0.5, 0.75, 0.99, 1];

/** All of it is in sight; of what is taller than the window, its end. */
const isWhole = ({
  boundingClientRect: box,
  rootBounds,
  intersectionRatio,
}: IntersectionObserverEntry): boolean => {
  if (intersectionRatio >= 0.99) return true;
  return (
    rootBounds !== null &&
    box.height > rootBounds.height &&
    box.bottom <= rootBounds.bottom &&
    box.bottom > 0
  );
};

/** Tells that its content has stood on the screen, clear of the bars above and below it, for a second; and when it leaves the page again. */
export const Seen = (props: {
  readonly onSeen: () => void;
  readonly onGone: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (element.current === null) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const watcher = new IntersectionObserver(
      (entries) => {
        const isInSight = entries.some(isWhole);
        if (isInSight)
          waiting ??= setTimeout(() => {
            watcher.disconnect();
            latest.current.onSeen();
          }, lookMs);
        else {
          clearTimeout(waiting);
          waiting = undefined;
        }
      },
      { rootMargin: clearOfBars(), threshold: steps },
    );
    watcher.observe(element.current);
    return () => {
      clearTimeout(waiting);
      watcher.disconnect();
      latest.current.onGone();
    };
  }, []);
  return <div ref={element}>{props.children}</div>;
};
