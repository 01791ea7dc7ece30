import { Outlet, useRouter, useRouterState, type RouterHistory } from "@tanstack/react-router";
import { useEffect, useMemo, type ReactNode } from "react";
import { LeaveGuard } from "#web/app/staff/leave-guard.tsx";
import { AddressContext, type Address } from "#web/platform/address.ts";
import { beginVisit } from "#web/platform/visit.ts";
import { markMoved } from "#web/ui/first-screen.ts";
import { NoticesRegion } from "#web/ui/notices-region.tsx";

/** Tells the parts where they are; begins a new visit of a screen whenever the path changes. */
export const StaffRoot = (): ReactNode => {
  const router = useRouter();
  const history = router.history as RouterHistory;
  const path = useRouterState({ select: (state) => state.location.pathname });
  const searchText = useRouterState({ select: (state) => state.location.searchStr });
  const matches = useRouterState({
    select: (state) => state.matches as readonly { readonly params: Record<string, string> }[],
  });
  const address = useMemo<Address>(
    () => ({
      path,
      search: new URLSearchParams(searchText),
      params: matches.reduce((all, match) => ({ ...all, ...match.params }), {}),
      go: (to, options) => {
        if (options?.replace) history.replace(to);
        else history.push(to);
      },
      prepare: (to) => void router.preloadRoute({ to }),
    }),
    [router, history, path, searchText, matches],
  );
  useEffect(
    () => () => {
      beginVisit();
      markMoved();
    },
    [path],
  );
  return (
    <AddressContext value={address}>
      <Outlet />
      <LeaveGuard />
      <NoticesRegion />
    </AddressContext>
  );
};
