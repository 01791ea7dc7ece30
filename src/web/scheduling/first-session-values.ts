import type { Format } from "#domain/programs/activity-type.ts";
import { dayAt, sayTime } from "#web/platform/dates.ts";

export type SessionValues = {
  readonly name: string;
  readonly programId: string;
  readonly activityTypeId: string;
  readonly siteId: string;
  readonly roomId: string;
  readonly day: string;
  readonly startsAtWall: string;
  readonly minutes: number | null;
  readonly staffId: string;
  readonly enrollmentId: string;
  readonly hasVideo: boolean;
};

const usualMinutes = 50;

/** Whoever leads groups mostly plans an hour of their own, at the site they work at. */
export const emptySession = (
  day: string,
  lead: { readonly id: string; readonly homeSite: { readonly id: string } | null } | undefined,
): SessionValues => ({
  name: "",
  programId: "",
  activityTypeId: "",
  siteId: lead?.homeSite?.id ?? "",
  roomId: "",
  day,
  startsAtWall: "",
  minutes: usualMinutes,
  staffId: lead?.id ?? "",
  enrollmentId: "",
  hasVideo: false,
});

interface Known {
  readonly stays: readonly {
    readonly patientId: string;
    readonly enrollmentId: string;
    readonly programId: string;
    readonly variance: string | null;
  }[];
  readonly types: readonly {
    readonly id: string;
    readonly name: string;
    readonly format: Format;
  }[];
  /** Of the site; where it is not known, the time is left to be said. */
  readonly zone: string | undefined;
  readonly now: Date;
}

/** When the hour that ends now began, on the wall of the site; shortly after midnight it began today. */
const beganAt = ({ zone, now }: Pick<Known, "zone" | "now">): string => {
  if (zone === undefined) return "";
  const began = new Date(now.getTime() - usualMinutes * 60_000);
  return sayTime(dayAt(began, zone) === dayAt(now, zone) ? began : now, zone);
};

/** An hour alone with somebody that has just ended: what is known of it stands there already, and everything can be changed. */
export const hourAloneWith = (
  patientId: string,
  { stays, types, zone, now }: Known,
): Partial<SessionValues> => {
  const own = stays.filter((one) => one.patientId === patientId);
  // Whoever stepped from one program to another in this week is in the one that goes on.
  const stay = own.find(({ variance }) => variance !== "last-week") ?? own[0];
  const type = types.find(({ format }) => format === "individual");
  return {
    startsAtWall: beganAt({ zone, now }),
    ...(type !== undefined && { activityTypeId: type.id, name: type.name }),
    ...(stay !== undefined && { enrollmentId: stay.enrollmentId, programId: stay.programId }),
  };
};
