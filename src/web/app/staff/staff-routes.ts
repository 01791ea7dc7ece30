import type { ComponentType } from "react";
import { importRoutes } from "#web/app/staff/import-routes.ts";
import { reportRoutes } from "#web/app/staff/report-routes.ts";
import type { StaffRoute } from "#web/app/staff/staff-route.ts";

/** Puts a screen of billing under the row of its sections. */
const inBilling = async (screen: Promise<ComponentType>): Promise<ComponentType> => {
  const [{ inBilling: under }, Screen] = await Promise.all([
    import("#web/app/billing/billing-sections.tsx"),
    screen,
  ]);
  return under(Screen);
};

/** Screens of people who are signed in, inside the shell. */
export const insideRoutes: readonly StaffRoute[] = [
  {
    path: "/staff",
    load: async () => (await import("#web/app/home-screen.tsx")).HomeScreen,
  },
  {
    path: "/staff/sessions/$sessionId",
    load: async () => (await import("#web/app/session-screen.tsx")).SessionScreen,
    permission: "notes:read",
  },
  {
    path: "/staff/patients/$patientId/hand-over",
    load: async () => (await import("#web/exports/hand-over-screen.tsx")).HandOverScreen,
    permission: "exports:person",
  },
  {
    path: "/staff/exports",
    load: async () => (await import("#web/exports/exports-screen.tsx")).ExportsScreen,
    permission: "exports:organization",
  },
  ...importRoutes,
  ...reportRoutes,
  {
    path: "/staff/practice/organization",
    load: async () => (await import("#web/practice/organization-screen.tsx")).OrganizationScreen,
    permission: "practice:read",
  },
  {
    path: "/staff/practice/sites",
    load: async () => (await import("#web/practice/sites-screen.tsx")).SitesScreen,
    permission: "practice:read",
  },
  {
    path: "/staff/practice/sites/$siteId",
    load: async () => (await import("#web/practice/site-screen.tsx")).SiteScreen,
    permission: "practice:read",
  },
  {
    path: "/staff/practice/staff",
    load: async () => (await import("#web/practice/staff-screen.tsx")).StaffScreen,
    permission: "staff:read",
  },
  {
    path: "/staff/practice/staff/$staffId",
    load: async () => (await import("#web/practice/staff-member-screen.tsx")).StaffMemberScreen,
    permission: "staff:read",
  },
  {
    path: "/staff/patients",
    load: async () => (await import("#web/patients/patients-screen.tsx")).PatientsScreen,
    permission: "patients:read",
  },
  {
    path: "/staff/patients/$patientId/facts",
    load: async () => (await import("#web/app/person-screen.tsx")).PersonScreen,
    permission: "patients:read",
  },
  {
    path: "/staff/patients/$patientId/consents",
    load: async () => (await import("#web/privacy/consents-screen.tsx")).ConsentsScreen,
    permission: "consents:read",
  },
  {
    path: "/staff/record-reviews",
    load: async () => (await import("#web/privacy/record-reviews-screen.tsx")).RecordReviewsScreen,
    permission: "disclosures:make",
  },
  {
    path: "/staff/patients/$patientId/coverage",
    load: async () => (await import("#web/app/coverage-screen.tsx")).CoverageScreen,
    permission: "coverage:read",
  },
  {
    path: "/staff/practice/programs",
    load: async () => (await import("#web/programs/programs-screen.tsx")).ProgramsScreen,
    permission: "programs:read",
  },
  {
    path: "/staff/practice/programs/rules",
    load: async () => (await import("#web/programs/rules-screen.tsx")).RulesScreen,
    permission: "programs:read",
  },
  {
    path: "/staff/practice/programs/$programId",
    load: async () => (await import("#web/programs/program-screen.tsx")).ProgramScreen,
    permission: "programs:read",
  },
  {
    path: "/staff/patients/$patientId",
    load: async () => (await import("#web/charting/chart-screen.tsx")).ChartScreen,
    permission: "patients:read",
  },
  {
    path: "/staff/patients/$patientId/admit",
    load: async () => (await import("#web/charting/plan-admission-screen.tsx")).PlanAdmissionScreen,
    permission: "enrollments:manage",
  },
  {
    path: "/staff/patients/$patientId/measures",
    load: async () => (await import("#web/measures/measures-screen.tsx")).MeasuresScreen,
    permission: "measures:read",
  },
  {
    path: "/staff/patients/$patientId/measures/$requestId",
    load: async () => (await import("#web/measures/measure-screen.tsx")).MeasureScreen,
    permission: "measures:read",
  },
  {
    path: "/staff/tasks",
    load: async () => (await import("#web/tasks/tasks-screen.tsx")).TasksScreen,
    permission: "tasks:read",
  },
  {
    path: "/staff/patients/$patientId/notes",
    load: async () => (await import("#web/charting/notes-screen.tsx")).NotesScreen,
    permission: "notes:read",
  },
  {
    path: "/staff/notes/$noteId",
    load: async () => (await import("#web/charting/note-screen.tsx")).NoteScreen,
    permission: "notes:read",
  },
  {
    path: "/staff/cosign",
    load: async () => (await import("#web/charting/cosign-screen.tsx")).CosignScreen,
    permission: "notes:read",
  },
  {
    path: "/staff/sessions",
    load: async () => (await import("#web/scheduling/sessions-screen.tsx")).SessionsScreen,
    permission: "schedule:read",
  },
  {
    path: "/staff/groups",
    load: async () => (await import("#web/scheduling/series-list-screen.tsx")).SeriesListScreen,
    permission: "schedule:read",
  },
  {
    path: "/staff/groups/$seriesId",
    load: async () => (await import("#web/scheduling/series-screen.tsx")).SeriesScreen,
    permission: "schedule:read",
  },
  {
    path: "/staff/hours",
    load: async () => (await import("#web/scheduling/hours-screen.tsx")).HoursScreen,
    permission: "attendance:read",
  },
  {
    path: "/staff/billing",
    load: async () =>
      inBilling(import("#web/app/billing/billing-home.tsx").then((it) => it.BillingHome)),
    permission: "charges:read",
  },
  {
    path: "/staff/billing/charges",
    load: async () =>
      inBilling(import("#web/billing/charges/charges-screen.tsx").then((it) => it.ChargesScreen)),
    permission: "charges:read",
  },
  {
    path: "/staff/billing/days/$serviceDate",
    load: async () =>
      inBilling(
        import("#web/billing/charges/day-preview-screen.tsx").then((it) => it.DayPreviewScreen),
      ),
    permission: "charges:read",
  },
  {
    path: "/staff/billing/sessions/$sessionId",
    load: async () =>
      inBilling(
        import("#web/billing/charges/session-charges-screen.tsx").then(
          (it) => it.SessionChargesScreen,
        ),
      ),
    permission: "charges:read",
  },
  {
    path: "/staff/billing/claims",
    load: async () =>
      inBilling(import("#web/billing/claims/claims-screen.tsx").then((it) => it.ClaimsScreen)),
    permission: "claims:read",
  },
  {
    path: "/staff/billing/claims/$claimId",
    load: async () => inBilling(import("#web/app/billing/claim.tsx").then((it) => it.Claim)),
    permission: "claims:read",
  },
  {
    path: "/staff/billing/holds",
    load: async () => inBilling(import("#web/app/billing/holds.tsx").then((it) => it.Holds)),
    permission: "claims:read",
  },
  {
    path: "/staff/billing/files",
    load: async () =>
      inBilling(import("#web/billing/claims/files-screen.tsx").then((it) => it.FilesScreen)),
    permission: "claims:read",
  },
  {
    path: "/staff/billing/files/$claimFileId",
    load: async () =>
      inBilling(
        import("#web/billing/claims/claim-file-screen.tsx").then((it) => it.ClaimFileScreen),
      ),
    permission: "claims:read",
  },
  {
    path: "/staff/billing/contracts",
    load: async () =>
      inBilling(import("#web/payers/contracts-screen.tsx").then((it) => it.ContractsScreen)),
    permission: "contracts:read",
  },
  {
    path: "/staff/billing/contracts/$contractId",
    load: async () => inBilling(import("#web/app/billing/contract.tsx").then((it) => it.Contract)),
    permission: "contracts:read",
  },
  {
    path: "/staff/billing/contracts/$contractId/draft",
    load: async () =>
      inBilling(import("#web/payers/draft-screen.tsx").then((it) => it.DraftScreen)),
    permission: "contracts:manage",
  },
  {
    path: "/staff/people",
    load: async () => (await import("#web/app/people-screen.tsx")).PeopleWhoSignIn,
    permission: "people:read",
  },
  {
    path: "/staff/people/$affiliationId",
    load: async () => (await import("#web/access/person-screen.tsx")).PersonScreen,
    permission: "people:read",
  },
  {
    path: "/staff/unfinished",
    load: async () => (await import("#web/app/unfinished-screen.tsx")).UnfinishedScreen,
  },
  {
    path: "/staff/me",
    load: async () => (await import("#web/access/me-screen.tsx")).MeScreen,
  },
  {
    path: "/staff/audit",
    load: async () => (await import("#web/app/trail-screen.tsx")).TrailScreen,
    permission: "audit:read",
  },
  {
    path: "/staff/operations",
    load: async () => (await import("#web/operations/operations-screen.tsx")).OperationsScreen,
    permission: "operations:read",
  },
];
