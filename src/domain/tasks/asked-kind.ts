/** What somebody is asked for about a session: notes that are not signed, notes that are not cosigned, the credential it was led with. */
export const sessionAskedKinds = [
  "session-notes",
  "session-cosignatures",
  "session-credential",
] as const;
export type SessionAskedKind = (typeof sessionAskedKinds)[number];

/** The same, and about a person: facts that are missing or wrong. One open task for each. */
export const askedKinds = [...sessionAskedKinds, "patient-facts"] as const;
export type AskedKind = (typeof askedKinds)[number];

export const isAskedOfSession = (kind: string): kind is SessionAskedKind =>
  sessionAskedKinds.some((one) => one === kind);
