import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";
import type { Series } from "#domain/scheduling/series.ts";

type Stay = Pick<HoursRow, "enrollmentId" | "programId" | "trackName">;

/** Of the people in care those without a seat in a group: first those of its program and track, and beside them the others. */
export const peopleNear = <Person extends Stay>(
  people: readonly Person[],
  { program, track }: Pick<Series, "program" | "track">,
  members: readonly Pick<Membership, "enrollmentId" | "endsOn" | "withdrawn">[],
): { readonly near: readonly Person[]; readonly others: readonly Person[] } => {
  const seated = new Set(
    members.flatMap(({ enrollmentId, endsOn, withdrawn }) =>
      endsOn === null && withdrawn === null ? [enrollmentId] : [],
    ),
  );
  const free = people.filter(({ enrollmentId }) => !seated.has(enrollmentId));
  const isNear = ({ programId, trackName }: Stay): boolean =>
    programId === program.id && (track === null || trackName === track.name);
  return { near: free.filter(isNear), others: free.filter((one) => !isNear(one)) };
};
