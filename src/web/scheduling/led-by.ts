import type { Session } from "#domain/scheduling/session.ts";

/** The facilitators of a session with another lead; who facilitated besides stays. */
export const ledBy = (session: Session, leadId: string) => [
  { staffId: leadId, role: "lead" as const },
  ...session.facilitators
    .slice(1)
    .filter((one) => one.staffId !== leadId)
    .map(({ staffId, role }) => ({ staffId, role })),
];
