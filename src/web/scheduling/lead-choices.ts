import { leadsSessions } from "#domain/practice/position.ts";
import { staffName, type StaffRow } from "#domain/practice/staff.ts";
import type { Session } from "#domain/scheduling/session.ts";

type Colleague = Pick<
  StaffRow,
  "id" | "givenName" | "familyName" | "credentialsShown" | "position"
>;
type Meeting = Pick<Session, "id" | "state" | "startsAt" | "endsAt" | "facilitators">;

/** The time that somebody is wanted for, in milliseconds since 1970, and the session that is asked about itself. */
export interface WantedTime {
  readonly from: number;
  readonly to: number;
  readonly sessionId: string | null;
}

export interface LeadChoice<One extends Meeting> {
  readonly id: string;
  readonly name: string;
  /** What they are in at that time, and as what; null for whoever is free. */
  readonly meanwhile: { readonly session: One; readonly role: string } | null;
}

/** Colleagues in the order in which they are asked to lead: whoever leads sessions and is free, whoever is taken then, the office. */
export const leadChoices = <One extends Meeting>(
  staff: readonly Colleague[],
  sessions: readonly One[],
  { from, to, sessionId }: WantedTime,
): readonly LeadChoice<One>[] => {
  const others = sessions.filter(
    ({ id, state, startsAt, endsAt }) =>
      id !== sessionId &&
      state !== "cancelled" &&
      Date.parse(startsAt) < to &&
      Date.parse(endsAt) > from,
  );
  const meanwhileOf = (id: string): LeadChoice<One>["meanwhile"] => {
    for (const session of others) {
      const own = session.facilitators.find(({ staffId }) => staffId === id);
      if (own !== undefined) return { session, role: own.role };
    }
    return null;
  };
  const ranked = staff.map((one) => {
    const meanwhile = meanwhileOf(one.id);
    const rank = !leadsSessions(one.position) ? 2 : meanwhile === null ? 0 : 1;
    return { rank, choice: { id: one.id, name: staffName(one), meanwhile } };
  });
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ choice }) => choice);
};
