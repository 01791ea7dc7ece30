import { z } from "zod";
import { route } from "#domain/contract/route.ts";
import { privacyWatchSchema } from "#domain/reporting/privacy-watch.ts";

export const readPrivacyWatch = route({
  method: "GET",
  path: "/privacy-watch",
  summary:
    "Consents that end or are missing, requests that wait for an answer, and what left in the last thirty days",
  permission: "disclosures:read",
  purpose: "operations",
  audit: {
    verb: "report.privacy",
    subjects: (_, { ending, withoutConsent, unanswered }) => [
      ...new Set([...ending, ...withoutConsent, ...unanswered].map(({ patientId }) => patientId)),
    ],
  },
  input: z.object({}),
  output: privacyWatchSchema,
});
