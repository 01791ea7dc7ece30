import { hash } from "node:crypto";
import { canonicalForm, type SignedContent } from "#domain/charting/signed-content.ts";

/** The content hash of a signature: SHA-256 of the canonical form, in hexadecimal. */
export const contentHash = (kind: "session" | "member" | "act", content: SignedContent): string =>
  hash("sha256", canonicalForm(kind, content), "hex");
