/** What somebody is asked for about a session: notes that are not signed, notes that are not cosigned, the credential it was led with. One open task for each. */
export const askedKinds = ["session-notes", "session-cosignatures", "session-credential"] as const;
export type AskedKind = (typeof askedKinds)[number];
