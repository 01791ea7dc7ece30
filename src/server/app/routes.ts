import { labelsSeenBy } from "#domain/access/may-see.ts";
import { listenToChanges } from "#domain/operations/events.api.ts";
import type { Apart } from "#server/access/apart.ts";
import { passwordRoutes } from "#server/access/password.routes.ts";
import { peopleRoutes } from "#server/access/people.routes.ts";
import { sessionRoutes } from "#server/access/session.routes.ts";
import { takenListRoutes } from "#server/access/taken-list.routes.ts";
import { dischargeRoutes } from "#server/scheduling/discharge.routes.ts";
import { enrollmentRoutes } from "#server/admissions/enrollment.routes.ts";
import { auditRoutes } from "#server/audit/audit.routes.ts";
import { claimRoutes } from "#server/billing/claims/claim.routes.ts";
import { dayChargeRoutes } from "#server/billing/charges/day-charge.routes.ts";
import { chartRoutes } from "#server/charting/chart.routes.ts";
import { goalRoutes } from "#server/charting/goal.routes.ts";
import { planAdmissionRoutes } from "#server/charting/plan-admission.routes.ts";
import { coverageRoutes } from "#server/coverage/coverage.routes.ts";
import { isRecordInSight } from "#server/app/record-in-sight.queries.ts";
import { draftRoutes } from "#server/drafts/draft.routes.ts";
import { importsRoutes } from "#server/imports/import.routes.ts";
import { endingDrafts } from "#server/drafts/ending-drafts.ts";
import { diagnosisRoutes } from "#server/diagnoses/diagnosis.routes.ts";
import { contactRoutes } from "#server/patients/contact.routes.ts";
import { patientRoutes } from "#server/patients/patient.routes.ts";
import { noteRoutes } from "#server/charting/note.routes.ts";
import { operationsRoutes } from "#server/operations/operations.routes.ts";
import type { Installation } from "#server/operations/health.service.ts";
import { billingProviderRoutes } from "#server/payers/billing-provider.routes.ts";
import { contractRoutes } from "#server/payers/contract.routes.ts";
import { payerRoutes } from "#server/payers/payer.routes.ts";
import type { AnchorFile } from "#server/platform/audit/audit-anchors.ts";
import { onEvents, type MountedRoute } from "#server/platform/http/on.ts";
import type { LiveHub } from "#server/platform/live/live-hub.ts";
import { credentialRoutes } from "#server/practice/credential.routes.ts";
import { homeRoutes } from "#server/practice/home.routes.ts";
import { organizationRoutes } from "#server/practice/organization.routes.ts";
import { roomRoutes } from "#server/practice/room.routes.ts";
import { labelsOfPatient } from "#server/platform/labels-of-patient.queries.ts";
import { consentRoutes } from "#server/privacy/consent.routes.ts";
import { courtOrderRoutes } from "#server/privacy/court-order.routes.ts";
import { disclosureRoutes } from "#server/privacy/disclosure.routes.ts";
import { recordReviewRoutes } from "#server/privacy/record-review.routes.ts";
import { restrictionRoutes } from "#server/privacy/restriction.routes.ts";
import { activityTypeRoutes } from "#server/programs/activity-type.routes.ts";
import { levelOfCareRoutes } from "#server/programs/level-of-care.routes.ts";
import { programRoutes } from "#server/programs/program.routes.ts";
import { trackRoutes } from "#server/programs/track.routes.ts";
import { siteRoutes } from "#server/practice/site.routes.ts";
import { staffRoutes } from "#server/practice/staff.routes.ts";
import { signInCodeRoutes } from "#server/access/sign-in-code.routes.ts";
import { exportRoutes } from "#server/exports/export.routes.ts";
import { measureRoutes } from "#server/measures/measure.routes.ts";
import { patientAccountRoutes } from "#server/patients/patient-account.routes.ts";
import { taskRoutes } from "#server/tasks/task.routes.ts";
import { reportingRoutes } from "#server/reporting/reporting.routes.ts";
import { attendanceRoutes } from "#server/scheduling/attendance.routes.ts";
import { hoursRoutes } from "#server/scheduling/hours.routes.ts";
import { seriesRoutes } from "#server/scheduling/series.routes.ts";
import { schedulingSessionRoutes } from "#server/scheduling/session.routes.ts";
import { hourRuleRoutes } from "#server/programs/hour-rule.routes.ts";
import { attendanceRuleRoutes } from "#server/programs/attendance-rule.routes.ts";

/** What handlers need besides the work they are given. */
export interface RouteServices {
  readonly apart: Apart;
  readonly anchors: AnchorFile | null;
  readonly live: Pick<LiveHub, "subscribe">;
  readonly installation: Installation;
}

/** Everything the API can do, on one list. */
export const routes = (services: RouteServices): readonly MountedRoute[] => {
  const acts = everyAct(services);
  const contracts = acts.map(({ contract }) => contract);
  const setting = { contracts: () => contracts, labelsSeenBy, isRecordInSight };
  return [...endingDrafts(acts), ...draftRoutes(setting)];
};

const everyAct = ({
  apart,
  anchors,
  live,
  installation,
}: RouteServices): readonly MountedRoute[] => [
  ...sessionRoutes(apart),
  ...takenListRoutes,
  ...passwordRoutes(apart),
  ...signInCodeRoutes(apart),
  ...peopleRoutes,
  ...homeRoutes,
  ...organizationRoutes,
  ...importsRoutes,
  ...siteRoutes,
  ...roomRoutes,
  ...staffRoutes,
  ...credentialRoutes,
  ...levelOfCareRoutes,
  ...programRoutes,
  ...trackRoutes,
  ...activityTypeRoutes,
  ...patientRoutes,
  ...contactRoutes,
  ...consentRoutes,
  ...courtOrderRoutes,
  ...restrictionRoutes,
  ...recordReviewRoutes,
  ...disclosureRoutes({ labelsOf: labelsOfPatient }),
  ...payerRoutes,
  ...contractRoutes,
  ...billingProviderRoutes,
  ...diagnosisRoutes,
  ...coverageRoutes,
  ...enrollmentRoutes,
  ...dischargeRoutes,
  ...planAdmissionRoutes,
  ...goalRoutes,
  ...chartRoutes,
  ...patientAccountRoutes,
  ...taskRoutes,
  ...measureRoutes,
  ...attendanceRoutes,
  ...hoursRoutes,
  ...seriesRoutes,
  ...schedulingSessionRoutes,
  ...hourRuleRoutes,
  ...attendanceRuleRoutes,
  ...noteRoutes,
  ...dayChargeRoutes,
  ...claimRoutes,
  ...exportRoutes,
  ...reportingRoutes({ installation }),
  ...auditRoutes({ anchors, verifications: installation.verifications }),
  ...operationsRoutes({ installation }),
  onEvents(listenToChanges, ({ session }, send) => live.subscribe(session.organizationId, send)),
];
