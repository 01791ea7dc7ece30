import { useEffect, useRef, type RefObject } from "react";

/** For a heading that stands in the place of what was just pressed: it takes the focus, which would be lost, when it appears. */
export const useTakenFocus = (takes: boolean): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takes) heading.current?.focus();
  }, [takes]);
  return heading;
};
