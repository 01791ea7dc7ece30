import type { StaffRoute } from "#web/app/staff/staff-route.ts";

/** Screens of people who are not signed in. They are a page of their own, and can be reached within the app, too. */
export const outsideRoutes: readonly StaffRoute[] = [
  {
    path: "/staff/sign-in",
    load: async () => (await import("#web/access/sign-in-screen.tsx")).SignInScreen,
  },
  {
    path: "/staff/forgotten",
    load: async () => (await import("#web/access/forgotten-screen.tsx")).ForgottenScreen,
  },
  {
    path: "/staff/reset/$token",
    load: async () => (await import("#web/access/reset-screen.tsx")).ResetScreen,
  },
  {
    path: "/staff/invitation/$token",
    load: async () => (await import("#web/access/invitation-screen.tsx")).InvitationScreen,
  },
];
