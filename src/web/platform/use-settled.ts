import { useEffect, useState } from "react";

/** The value once it has stood still for a moment: while somebody types, nothing is asked. */
export const useSettled = <T>(value: T, pauseMilliseconds: number): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [value, pauseMilliseconds]);
  return settled;
};
