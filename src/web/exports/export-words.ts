import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { ChartPart } from "#domain/exports/chart-part.ts";
import type { ExportFormat, ExportState, OrganizationGround } from "#domain/exports/export-run.ts";
import type { DisclosurePurpose, RecipientClass } from "#domain/privacy/information.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

export const partWords: Words<ChartPart> = {
  contacts: msg`People around them`,
  coverage: msg`Insurance`,
  stays: msg`Stays and diagnoses`,
  plan: msg`Goals and objectives`,
  attendance: msg`Attendance with credited minutes`,
  notes: msg`Signed notes`,
  measures: msg`Questionnaires with scores`,
  consents: msg`Consents`,
  disclosures: msg`Who was told before`,
};

export const formatWords: Words<ExportFormat> = {
  both: msg`PDF to read and FHIR for programs`,
  pdf: msg`PDF to read`,
  fhir: msg`FHIR for programs`,
};

/** In the words of the consents, which open or close what is handed over. */
export const exportPurposeWords: Words<DisclosurePurpose> = {
  "patient-request": msg`At their own request`,
  treatment: msg`Treatment`,
  payment: msg`Payment`,
  operations: msg`Health care operations`,
  "family-involvement": msg`Involving the family`,
  employment: msg`Work`,
  school: msg`School`,
  "housing-and-benefits": msg`Housing and benefits`,
  "legal-advice": msg`Court, probation or a lawyer`,
  "legal-proceeding": msg`A proceeding against them`,
  research: msg`Research`,
};

export const recipientClassWords: Words<RecipientClass> = {
  "treating-providers": msg`Treating providers`,
  "health-plans": msg`Health plans`,
  "third-party-payers": msg`Other payers`,
  "program-contractors": msg`Those who help run the program`,
};

export const groundWords: Words<OrganizationGround> = {
  "own-keeping": msg`We keep it ourselves, or move to another system`,
  successor: msg`Somebody else takes the people over`,
};

export const exportStateWords: Words<ExportState> = {
  waiting: msg`Waits to begin`,
  running: msg`Under way`,
  ready: msg`Ready`,
  failed: msg`Failed`,
  cancelled: msg`Stopped`,
  removed: msg`Files removed`,
};

/** Why an export holds nothing. */
export const exportFailureWords: ProblemWords = {
  interrupted: msg`The server stopped meanwhile. Begin again; nothing half is left.`,
  unexpected: msg`Something went wrong on our side. Begin again; nothing half is left.`,
  "consent-changed-meanwhile": msg`A consent changed while it was made, so nothing was told. Begin again.`,
};

export const exportWords: ProblemWords = {
  "no-consent": msg`No. Nobody consented that this recipient is told. Nothing was made.`,
  "consent-deficient": msg`No. The consent lacks something that the regulation asks for. Nothing was made.`,
  "consent-expired": msg`No. The consent has expired. Nothing was made.`,
  "consent-revoked": msg`No. The consent was revoked. Nothing leaves.`,
  "consent-not-yet": msg`No. The consent is not in force yet. Nothing was made.`,
  "restricted-by-agreement": msg`No. The patient asked to keep this back from them, and it was agreed to. Nothing was made.`,
  "consent-does-not-cover": msg`No. The consent does not cover these parts for this purpose. Nothing was made.`,
  "not-their-own-name": msg`As their own record it goes only to the person, or to a guardian or health care agent on their chart. Nothing was made.`,
  "identity-not-confirmed": msg`Say first that you made sure that it is they. Nothing was made.`,
  "nothing-to-tell": msg`Choose at least one part.`,
  "export-not-ready": msg`This export is not ready. Look at where it stands now.`,
  "export-removed": msg`The files were kept for seven days and are gone. Make them anew.`,
  "export-under-way": msg`An export of the organization is being made already. Wait for it, or stop it.`,
  "successor-unnamed": msg`Name who takes the people over.`,
  "before-start": msg`The last day is before the first.`,
};
