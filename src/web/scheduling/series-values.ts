import type { Series } from "#domain/scheduling/series.ts";
import { sayWallTime } from "#web/scheduling/days.ts";
import { wallTimeOf } from "#web/scheduling/form-checks.ts";

/** A weekly group as it is typed. */
export type SeriesValues = {
  readonly name: string;
  readonly publicName: string;
  readonly programId: string;
  readonly activityTypeId: string;
  readonly siteId: string;
  readonly roomId: string;
  readonly weekdays: readonly string[];
  readonly startsAtWall: string;
  readonly minutes: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number | null;
  readonly hasVideo: boolean;
  readonly leadId: string;
  readonly coId: string;
};

export const emptySeries = (startsOn: string): SeriesValues => ({
  name: "",
  publicName: "",
  programId: "",
  activityTypeId: "",
  siteId: "",
  roomId: "",
  weekdays: [],
  startsAtWall: "",
  minutes: 180,
  startsOn,
  endsOn: "",
  capacity: 12,
  hasVideo: false,
  leadId: "",
  coId: "",
});

export const seriesInputOf = ({
  leadId,
  coId,
  weekdays,
  minutes,
  capacity,
  ...values
}: SeriesValues) => ({
  ...values,
  startsAtWall: wallTimeOf(values.startsAtWall),
  weekdays: weekdays.map(Number),
  minutes: minutes ?? 0,
  capacity: capacity ?? 0,
  facilitators: [
    { staffId: leadId, role: "lead" as const },
    ...(coId === "" ? [] : [{ staffId: coId, role: "co-facilitator" as const }]),
  ],
});

/** A weekly group as its form begins; what changes, changes from today on or from its first day. */
export const valuesOf = (series: Series, today: string): SeriesValues => ({
  name: series.name,
  publicName: series.publicName ?? "",
  programId: series.program.id,
  activityTypeId: series.activityType.id,
  siteId: series.site.id,
  roomId: series.room?.id ?? "",
  weekdays: series.weekdays.map(String),
  startsAtWall: sayWallTime(series.startsAtWall),
  minutes: series.minutes,
  startsOn: today > series.startsOn ? today : series.startsOn,
  endsOn: series.endsOn ?? "",
  capacity: series.capacity,
  hasVideo: series.hasVideo,
  leadId: series.facilitators[0]?.staffId ?? "",
  coId: series.facilitators[1]?.staffId ?? "",
});

/** Who leads from then on: people beyond the two that the form names stay, and whoever only assisted still only assists. */
const facilitatorsOf = (series: Series, now: SeriesValues) => {
  const named = seriesInputOf(now).facilitators.map((one) => {
    const before = series.facilitators.find(({ staffId }) => staffId === one.staffId);
    const staysAs = one.role === "lead" || before?.role === "lead" ? one.role : before?.role;
    return { staffId: one.staffId, role: staysAs ?? one.role };
  });
  const others = series.facilitators
    .slice(2)
    .filter(({ staffId }) => named.every((one) => one.staffId !== staffId))
    .map(({ staffId, role }) => ({ staffId, role }));
  return [...named, ...others];
};

/** What the form says anew. */
export const changesOf = (series: Series, before: SeriesValues, now: SeriesValues) => {
  const input = seriesInputOf(now);
  const { programId: _p, activityTypeId: _a, siteId: _s, startsOn: from, ...facts } = input;
  const { facilitators: _f, ...rest } = facts;
  const isLedAsBefore = now.leadId === before.leadId && now.coId === before.coId;
  return { ...rest, from, ...(!isLedAsBefore && { facilitators: facilitatorsOf(series, now) }) };
};
