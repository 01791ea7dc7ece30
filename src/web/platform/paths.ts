/** The addresses of the staff screens. Screens name them here and never write them out. */
export const paths = {
  home: "/staff",
  signIn: "/staff/sign-in",
  forgotten: "/staff/forgotten",
  sessions: "/staff/sessions",
  session: (sessionId: string) => `/staff/sessions/${sessionId}`,
  seriesList: "/staff/groups",
  series: (seriesId: string) => `/staff/groups/${seriesId}`,
  hours: "/staff/hours",
  patients: "/staff/patients",
  patientsFound: (text: string) =>
    `/staff/patients?${new URLSearchParams({ "patients.find": text }).toString()}`,
  patient: (patientId: string) => `/staff/patients/${patientId}`,
  admission: (patientId: string) => `/staff/patients/${patientId}/admit`,
  notes: (patientId: string) => `/staff/patients/${patientId}/notes`,
  note: (noteId: string) => `/staff/notes/${noteId}`,
  cosign: "/staff/cosign",
  patientFacts: (patientId: string) => `/staff/patients/${patientId}/facts`,
  patientConsents: (patientId: string) => `/staff/patients/${patientId}/consents`,
  patientCoverage: (patientId: string) => `/staff/patients/${patientId}/coverage`,
  handOver: (patientId: string) => `/staff/patients/${patientId}/hand-over`,
  measures: (patientId: string) => `/staff/patients/${patientId}/measures`,
  measure: (patientId: string, requestId: string) =>
    `/staff/patients/${patientId}/measures/${requestId}`,
  tasks: "/staff/tasks",
  /** The form that asks a colleague for something of a session, its words already there; nothing is written by going there. */
  askFor: (asked: {
    readonly words: string;
    readonly ownerStaffId: string;
    readonly ask: string;
    readonly sessionId: string;
  }) =>
    `/staff/tasks?view=all&${new URLSearchParams({
      words: asked.words,
      for: asked.ownerStaffId,
      ask: asked.ask,
      session: asked.sessionId,
    }).toString()}`,
  atRisk: "/staff/at-risk",
  census: "/staff/census",
  whatLeft: "/staff/what-left",
  coverageGaps: "/staff/coverage-gaps",
  lateNotes: "/staff/late-notes",
  billing: "/staff/billing",
  charges: "/staff/billing/charges",
  /** One person's days. */
  chargesOf: (patientId: string) => `/staff/billing/charges?who=${patientId}`,
  /** Every day in no claim yet that is ready or held, whatever its date. */
  openDays: (state: "ready" | "held") => `/staff/billing/charges?every=${state}`,
  /** What a day would bill, as it stands now. */
  dayCharges: (serviceDate: string) => `/staff/billing/days/${serviceDate}`,
  sessionCharges: (sessionId: string) => `/staff/billing/sessions/${sessionId}`,
  claims: "/staff/billing/claims",
  claim: (claimId: string) => `/staff/billing/claims/${claimId}`,
  holds: "/staff/billing/holds",
  claimFile: (claimFileId: string) => `/staff/billing/files/${claimFileId}`,
  imports: "/staff/imports",
  import: (importId: string) => `/staff/imports/${importId}`,
  organization: "/staff/practice/organization",
  sites: "/staff/practice/sites",
  site: (siteId: string) => `/staff/practice/sites/${siteId}`,
  programs: "/staff/practice/programs",
  rules: "/staff/practice/programs/rules",
  program: (programId: string) => `/staff/practice/programs/${programId}`,
  staff: "/staff/practice/staff",
  staffMember: (staffId: string) => `/staff/practice/staff/${staffId}`,
  contracts: "/staff/billing/contracts",
  contract: (contractId: string) => `/staff/billing/contracts/${contractId}`,
  contractDraft: (contractId: string) => `/staff/billing/contracts/${contractId}/draft`,
  people: "/staff/people",
  person: (affiliationId: string) => `/staff/people/${affiliationId}`,
  me: "/staff/me",
  unfinished: "/staff/unfinished",
  audit: "/staff/audit",
  /** Who looked at one person. */
  auditOf: (patientId: string) => `/staff/audit?trail.patientId=${patientId}`,
  recordReviews: "/staff/record-reviews",
  operations: "/staff/operations",
  exports: "/staff/exports",
} as const;

/** The addresses of the patient app. */
export const myPaths = {
  today: "/my",
  signIn: "/my/sign-in",
  checkIn: (requestId: string) => `/my/check-in/${requestId}`,
  places: "/my/places",
  me: "/my/me",
} as const;
