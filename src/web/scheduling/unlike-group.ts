import type { Series } from "#domain/scheduling/series.ts";
import type { Session } from "#domain/scheduling/session.ts";

type Told = Pick<Session, "name" | "site" | "room" | "facilitators" | "hasVideo">;

const idsOf = (facilitators: Told["facilitators"]): string =>
  facilitators
    .map(({ staffId }) => staffId)
    .toSorted()
    .join();

/** What of a session is said of it: all, or beside the facts of its group only what is otherwise this time. */
export const unlikeGroup = (session: Told, group: Pick<Series, keyof Told> | undefined) => {
  const isElsewhere = session.site.id !== group?.site.id || session.room?.id !== group.room?.id;
  return {
    name: session.name !== group?.name,
    place: isElsewhere,
    people: group === undefined || idsOf(session.facilitators) !== idsOf(group.facilitators),
    video: session.hasVideo !== (group?.hasVideo ?? false),
  };
};
