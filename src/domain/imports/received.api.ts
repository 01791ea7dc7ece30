import { z } from "zod";
import { idSchema } from "#domain/basics/ids.ts";
import { instantSchema } from "#domain/basics/instant.ts";
import { labelSchema } from "#domain/basics/label.ts";
import { route } from "#domain/contract/route.ts";
import { receivedSummarySchema } from "#domain/imports/incoming.ts";

export const receivedRecordSchema = z
  .object({
    id: idSchema,
    patientId: idSchema,
    resourceType: z.string(),
    /** The system it came from, as the importer named it. */
    source: z.string(),
    label: labelSchema,
    summary: receivedSummarySchema,
    receivedAt: instantSchema,
  })
  .meta({ id: "ReceivedRecord" });
export type ReceivedRecord = z.output<typeof receivedRecordSchema>;

export const listReceivedRecords = route({
  permission: "patients:read",
  purpose: "treatment",
  method: "GET",
  path: "/patients/{patientId}/received-records",
  summary:
    "What was received of a person from elsewhere and is kept as it came: diagnoses, allergies, medications, policies",
  audit: { verb: "received-record.list", subjects: (input) => [input.patientId] },
  input: z.object({ patientId: idSchema }),
  output: z.object({ rows: z.array(receivedRecordSchema) }),
});
