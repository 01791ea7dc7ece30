import type { Session } from "#domain/scheduling/session.ts";

/** Who facilitates a session, as a form says it. */
export type Facilitating = {
  readonly leadId: string;
  /** Of those who facilitate beside the lead, who stays. */
  readonly besideIds: readonly string[];
  /** Who helps to lead from now on; empty for nobody. */
  readonly alsoId: string;
};

export const facilitatingIn = ({ facilitators }: Session): Facilitating => ({
  leadId: facilitators[0]?.staffId ?? "",
  besideIds: facilitators.slice(1).map(({ staffId }) => staffId),
  alsoId: "",
});

/** Nobody can be put among those who stay, so as many are the same. */
export const isAsItWas = (before: Facilitating, now: Facilitating): boolean =>
  now.leadId === before.leadId &&
  now.besideIds.length === before.besideIds.length &&
  now.alsoId === "";

export const ledBy = (session: Session, { leadId, besideIds, alsoId }: Facilitating) => [
  { staffId: leadId, role: "lead" as const },
  ...session.facilitators
    .slice(1)
    .filter((one) => one.staffId !== leadId && besideIds.includes(one.staffId))
    .map(({ staffId, role }) => ({ staffId, role })),
  ...(alsoId === "" ? [] : [{ staffId: alsoId, role: "co-facilitator" as const }]),
];
