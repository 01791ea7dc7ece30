import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AnyRouter,
  type RouteComponent,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NotFoundScreen } from "#web/app/not-found-screen.tsx";
import { CrashPage } from "#web/app/staff/crash-page.tsx";
import { CrashScreen } from "#web/app/staff/crash-screen.tsx";
import { outsideRoutes } from "#web/app/staff/outside-routes.ts";
import { StaffRoot } from "#web/app/staff/staff-root.tsx";
import { StaffShell } from "#web/app/staff/staff-shell.tsx";
import type { StaffRoute } from "#web/app/staff/staff-route.ts";
import { insideRoutes } from "#web/app/staff/staff-routes.ts";
import { Permitted } from "#web/app/staff/permitted.tsx";
import { loadAgain } from "#web/platform/load-again.ts";

const screenOf = (route: StaffRoute): RouteComponent => {
  const load = async () => {
    const Screen = await loadAgain(route.load);
    const { permission } = route;
    if (!permission) return { Screen };
    return {
      Screen: () => (
        <Permitted permission={permission}>
          <Screen />
        </Permitted>
      ),
    };
  };
  return lazyRouteComponent(load, "Screen");
};

const NotFoundInShell = (): ReactNode => (
  <StaffShell>
    <NotFoundScreen />
  </StaffShell>
);

/** Every screen of the staff app on one tree: the outside ones bare, the others within the shell. */
export const createStaffRouter = (): AnyRouter => {
  const root = createRootRoute({ component: StaffRoot, notFoundComponent: NotFoundInShell });
  const shell = createRoute({ getParentRoute: () => root, id: "shell", component: StaffShell });
  const inside = insideRoutes.map((route) =>
    createRoute({
      getParentRoute: () => shell,
      path: route.path,
      component: screenOf(route),
      errorComponent: CrashScreen,
    }),
  );
  const outside = outsideRoutes.map((route) =>
    createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: screenOf(route),
    }),
  );
  return createRouter({
    routeTree: root.addChildren([shell.addChildren(inside), ...outside]),
    // The frame and the doors; without it the router shows the bare message of the fault.
    defaultErrorComponent: CrashPage,
    defaultPendingMs: 300,
    scrollRestoration: true,
    // The address keeps plain words (`?sites.find=07`), never values that are guessed to be numbers.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === "" ? "" : `?${text}`;
    },
  });
};
