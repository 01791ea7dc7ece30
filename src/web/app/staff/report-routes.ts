import type { StaffRoute } from "#web/app/staff/staff-route.ts";

/** The lists behind the figures of Today, and what they are asked about a longer time. */
export const reportRoutes: readonly StaffRoute[] = [
  {
    path: "/staff/at-risk",
    load: async () => (await import("#web/reporting/at-risk-screen.tsx")).AtRiskScreen,
    permission: "measures:read",
  },
  {
    path: "/staff/census",
    load: async () => (await import("#web/app/census-screen.tsx")).CensusOfStays,
    permission: "reports:read",
  },
  {
    path: "/staff/ended-stays",
    load: async () => (await import("#web/app/ended-stays-screen.tsx")).StaysThatEnded,
    permission: "reports:read",
  },
  {
    path: "/staff/attendance",
    load: async () => (await import("#web/app/group-attendance-screen.tsx")).AttendanceOfGroups,
    permission: "reports:read",
  },
  {
    path: "/staff/what-left",
    load: async () => (await import("#web/app/what-left-screen.tsx")).WhatLeftScreen,
    permission: "disclosures:read",
  },
  {
    path: "/staff/coverage-gaps",
    load: async () => (await import("#web/reporting/coverage-gaps-screen.tsx")).CoverageGapsScreen,
    permission: "coverage:read",
  },
  {
    path: "/staff/new-admissions",
    load: async () => (await import("#web/app/new-stays-screen.tsx")).NewStaysScreen,
    permission: "enrollments:manage",
  },
  {
    path: "/staff/late-notes",
    load: async () => (await import("#web/reporting/late-notes-screen.tsx")).LateNotesScreen,
    permission: "notes:read",
  },
];
