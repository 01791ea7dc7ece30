/** Staff by id, each with the one person who supervises them. */
export type SupervisorOf = ReadonlyMap<string, string>;

/** Everybody above a person, nearest first. Ends where a link closes on itself, so it always ends. */
export const supervisorsAbove = (supervisorOf: SupervisorOf, staffId: string): string[] => {
  const above: string[] = [];
  let next = supervisorOf.get(staffId);
  while (next !== undefined && !above.includes(next)) {
    above.push(next);
    next = supervisorOf.get(next);
  }
  return above;
};

/**
 * Why somebody cannot supervise somebody, or null. Clinical responsibility must end with one person (state practice acts
 * put it on the supervisor's licence), so nobody stands above themselves, directly or through others.
 */
export const supervisionProblem = (
  staffId: string,
  supervisorId: string,
  supervisorOf: SupervisorOf,
): "own-supervisor" | "supervision-circle" | null => {
  if (staffId === supervisorId) return "own-supervisor";
  return supervisorsAbove(supervisorOf, supervisorId).includes(staffId)
    ? "supervision-circle"
    : null;
};
