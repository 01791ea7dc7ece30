import type { StaffRoute } from "#web/app/staff/staff-route.ts";

/** Screens of people brought from other systems. */
export const importRoutes: readonly StaffRoute[] = [
  {
    path: "/staff/imports",
    load: async () => (await import("#web/imports/imports-screen.tsx")).ImportsScreen,
    permission: "imports:run",
  },
  {
    path: "/staff/imports/$importId",
    load: async () => (await import("#web/imports/import-screen.tsx")).ImportScreen,
    permission: "imports:run",
  },
];
