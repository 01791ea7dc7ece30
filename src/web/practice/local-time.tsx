import { useEffect, useState, type ReactNode } from "react";
import { useLanguage } from "#web/platform/language.ts";
import { sayTime } from "#web/platform/dates.ts";

const everyMilliseconds = 15_000;

const usePresent = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** What the clock on the wall of a place says now. */
export const LocalTime = (props: { readonly zone: string }): ReactNode => {
  useLanguage();
  const now = usePresent();
  return <time>{sayTime(now, props.zone)}</time>;
};
