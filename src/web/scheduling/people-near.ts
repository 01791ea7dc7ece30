import type { HoursRow } from "#domain/scheduling/hours.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";

type Stay = Pick<HoursRow, "enrollmentId" | "programId" | "trackName">;

/** Of the people in care those without a seat in a group: first those of its program and track, and beside them the others. */
export const peopleNear = <Person extends Stay>(
  people: readonly Person[],
  { programId, trackName }: { readonly programId: string; readonly trackName: string | null },
  members: readonly Pick<Membership, "enrollmentId" | "endsOn" | "withdrawn">[],
): { readonly near: readonly Person[]; readonly others: readonly Person[] } => {
  const seated = new Set(
    members.flatMap(({ enrollmentId, endsOn, withdrawn }) =>
      endsOn === null && withdrawn === null ? [enrollmentId] : [],
    ),
  );
  const free = people.filter(({ enrollmentId }) => !seated.has(enrollmentId));
  const isNear = (one: Stay): boolean =>
    one.programId === programId && (trackName === null || one.trackName === trackName);
  return { near: free.filter(isNear), others: free.filter((one) => !isNear(one)) };
};
