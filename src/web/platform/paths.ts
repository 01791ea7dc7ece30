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
  patient: (patientId: string) => `/staff/patients/${patientId}`,
  admission: (patientId: string) => `/staff/patients/${patientId}/admit`,
  notes: (patientId: string) => `/staff/patients/${patientId}/notes`,
  note: (noteId: string) => `/staff/notes/${noteId}`,
  cosign: "/staff/cosign",
  patientFacts: (patientId: string) => `/staff/patients/${patientId}/facts`,
  patientConsents: (patientId: string) => `/staff/patients/${patientId}/consents`,
  measures: (patientId: string) => `/staff/patients/${patientId}/measures`,
  measure: (patientId: string, requestId: string) =>
    `/staff/patients/${patientId}/measures/${requestId}`,
  tasks: "/staff/tasks",
  organization: "/staff/practice/organization",
  sites: "/staff/practice/sites",
  site: (siteId: string) => `/staff/practice/sites/${siteId}`,
  programs: "/staff/practice/programs",
  program: (programId: string) => `/staff/practice/programs/${programId}`,
  staff: "/staff/practice/staff",
  staffMember: (staffId: string) => `/staff/practice/staff/${staffId}`,
  people: "/staff/people",
  person: (affiliationId: string) => `/staff/people/${affiliationId}`,
  me: "/staff/me",
  audit: "/staff/audit",
  operations: "/staff/operations",
} as const;

/** The addresses of the patient app. */
export const myPaths = {
  today: "/my",
  signIn: "/my/sign-in",
  checkIn: (requestId: string) => `/my/check-in/${requestId}`,
  places: "/my/places",
  me: "/my/me",
} as const;
