import type { Session } from "#domain/scheduling/session.ts";

/** From then on a session is not moved any more, and who led it is put right with a reason. */
export const hasBegun = ({ state }: Session): boolean => state === "open" || state === "ended";
