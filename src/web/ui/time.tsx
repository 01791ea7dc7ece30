import type { ReactNode } from "react";
import { dayAt, sayCalendarDate, sayDate, sayMoment, sayTime } from "#web/platform/dates.ts";
import { useLanguage } from "#web/platform/language.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";

interface MomentProps {
  /** A moment in UTC, or a civil date `YYYY-MM-DD`. */
  readonly at: string;
  /** The zone of the site it happened at; else the organization's. Nothing for a civil date. */
  readonly zone?: string | undefined;
  /** `moment`: Thu Nov 19, 6:00 PM; `time`: 6:00 PM; `day`: Thu Nov 19; `calendar`: Nov 19, 2026. */
  readonly as?: "moment" | "time" | "day" | "calendar";
}

const isCivil = (at: string): boolean => at.length === 10;

const say = ({ at, zone, as }: MomentProps): string => {
  const day = isCivil(at) ? at : dayAt(at, zone);
  if (as === "calendar") return sayCalendarDate(day);
  if (as === "day" || isCivil(at)) return sayDate(day);
  return as === "time" ? sayTime(at, zone) : sayMoment(at, zone);
};

/** A date or time as people say it, on the wall of its place; always names the day. */
export const Time = (props: MomentProps): ReactNode => {
  useLanguage();
  const zone = useOrganizationZone();
  return <time dateTime={props.at}>{say({ ...props, zone: props.zone ?? zone })}</time>;
};
