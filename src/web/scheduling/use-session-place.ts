import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";

/** Where a session opens: its room, or what it bills for whoever may not see the room; nowhere for others. */
export const useSessionPlace = (): ((sessionId: string) => { readonly to?: string }) => {
  const maySeeRoom = useCan("notes:read");
  const maySeeCharges = useCan("charges:read");
  return (sessionId) => {
    if (maySeeRoom) return { to: paths.session(sessionId) };
    return maySeeCharges ? { to: paths.sessionCharges(sessionId) } : {};
  };
};
