import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type {
  AdmissionSource,
  AdmissionType,
  EndReason,
} from "#domain/admissions/admission-terms.ts";
import type { PlanStatus } from "#domain/charting/goal.ts";
import type { AuthorizationUnit } from "#domain/payers/authorization-unit.ts";
import type { Relation } from "#domain/coverage/coverage.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

export const typeWords: Readonly<Record<AdmissionType, MessageDescriptor>> = {
  elective: msg`Planned`,
  urgent: msg`Urgent`,
  emergency: msg`Emergency`,
  unknown: msg`Not known`,
};

export const sourceWords: Readonly<Record<AdmissionSource, MessageDescriptor>> = {
  self: msg`Themselves`,
  family: msg`Family or friends`,
  clinic: msg`Clinic or physician`,
  hospital: msg`Hospital`,
  "emergency-department": msg`Emergency department`,
  residential: msg`Residential program`,
  "higher-level-here": msg`A higher level of care here`,
  "lower-level-here": msg`A lower level of care here`,
  school: msg`School`,
  employer: msg`Employer`,
  court: msg`Court or probation`,
  other: msg`Somebody else`,
};

export const endWords: Readonly<Record<EndReason, MessageDescriptor>> = {
  completed: msg`Completed`,
  transfer: msg`Transferred to another level of care`,
  "against-advice": msg`Left against advice`,
  "no-contact": msg`No contact`,
  administrative: msg`Administrative`,
  hospitalized: msg`Hospitalized`,
  incarcerated: msg`Incarcerated`,
  died: msg`Died`,
  "payer-financial": msg`Payer or money`,
  moved: msg`Moved away`,
};

export const unitWords: Readonly<Record<AuthorizationUnit, MessageDescriptor>> = {
  days: msg`days`,
  hours: msg`hours`,
  sessions: msg`sessions`,
  units: msg`units`,
};

export const relationWords: Readonly<Record<Relation, MessageDescriptor>> = {
  self: msg`Their own policy`,
  spouse: msg`Spouse’s policy`,
  child: msg`Parent’s policy`,
  other: msg`Somebody else’s policy`,
};

export const planStatusWords: Readonly<Record<PlanStatus, MessageDescriptor>> = {
  active: msg`Working on it`,
  met: msg`Met`,
  discontinued: msg`Given up`,
};

/** What the fields of a plan and a stay are called, for two people who change the same one. */
export const planFieldWords: ProblemWords = {
  problem: msg`Problem`,
  statement: msg`In words`,
  targetOn: msg`By`,
  status: msg`Where it stands`,
  admittedOn: msg`First day`,
  admissionType: msg`Kind of admission`,
  admissionSource: msg`Sent by`,
  attendingStaffId: msg`Attending`,
  therapistStaffId: msg`Primary therapist`,
  diagnosis1: msg`What the stay is for`,
  diagnosis2: msg`Second diagnosis`,
  diagnosis3: msg`Third diagnosis`,
  diagnosis4: msg`Fourth diagnosis`,
  number: msg`Authorization number`,
  units: msg`Units`,
  unit: msg`Counted in`,
  startsOn: msg`From`,
  endsOn: msg`Through`,
};

/** What the acts around stays and plans may answer, and what may stand beside their fields. */
export const planWords: ProblemWords = {
  "already-enrolled": msg`They are in this track at this level already. End that stay first, or choose another.`,
  "level-not-offered": msg`This program does not offer this level of care.`,
  "not-offered": msg`This program does not offer this level of care.`,
  "track-retired": msg`This track is retired. Choose another.`,
  "staff-retired": msg`This colleague has left. Choose another.`,
  retired: msg`No longer in use. Choose another.`,
  "stay-ended": msg`This stay has ended. What was written in it stays as it is.`,
  "was-there-later": msg`They were here after this day, on {last}. A stay ends no earlier.`,
  "stay-running": msg`This stay runs; there is no discharge to take back.`,
  "goal-closed": msg`This goal is closed. Take it up again first.`,
  "objectives-active": msg`Say first of each objective whether it is met or given up.`,
  twice: msg`This stands here already.`,
  "needs-more-digits": msg`Not written out to its last digit. Choose one of the codes below it.`,
  "not-valid-yet": msg`Not in use before {from}.`,
  "no-longer-valid": msg`No longer in use after {to}.`,
  "not-in-the-code-set": msg`No code of the behavioral part of ICD-10-CM.`,
  "before-birth": msg`Lies before the birth date.`,
  "too-far-ahead": msg`More than {days} days ahead.`,
  "before-admission": msg`Lies before the first day of the stay.`,
  "before-start": msg`Lies before the first day.`,
  "in-the-future": msg`This day has not come yet.`,
  "coverage-not-in-force": msg`The policy is not in force on this day.`,
  "changed-meanwhile": msg`Not saved: somebody else changed this meanwhile. Look at it, then save again.`,
  "units.too-small": msg`At least one.`,
};

/** What an authorization answers where a stay's words would mislead. */
export const authorizationWords: ProblemWords = {
  retired: msg`This authorization was taken back meanwhile. Add it anew if it holds.`,
};
