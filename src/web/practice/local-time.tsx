import type { ReactNode } from "react";
import { useLanguage } from "#web/platform/language.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useNow } from "#web/platform/use-now.ts";

/** What the clock on the wall of a place says now. */
export const LocalTime = (props: { readonly zone: string }): ReactNode => {
  useLanguage();
  const now = useNow();
  return <time>{sayTime(now, props.zone)}</time>;
};
