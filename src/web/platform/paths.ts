/** The addresses of the staff screens. Screens name them here and never write them out. */
export const paths = {
  home: "/staff",
  signIn: "/staff/sign-in",
  forgotten: "/staff/forgotten",
  organization: "/staff/practice/organization",
  sites: "/staff/practice/sites",
  site: (siteId: string) => `/staff/practice/sites/${siteId}`,
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
  places: "/my/places",
  me: "/my/me",
} as const;
