import type * as api from "#domain/imports/received.api.ts";
import { receivedRecordSchema } from "#domain/imports/received.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { labelsSeenBy } from "#domain/access/may-see.ts";
import { listReceived } from "#server/imports/received-record.queries.ts";
import { getPatient } from "#server/patients/patient.service.ts";
import type { Work } from "#server/platform/work.ts";

/** What was received of a person and has no place of its own here yet, as far as its reader may see it. */
export const listReceivedRecords = async (
  work: Work,
  patientId: string,
): Promise<Output<typeof api.listReceivedRecords>> => {
  const rows = await listReceived(work, patientId, labelsSeenBy(work.actor));
  if (rows.length === 0) await getPatient(work, patientId);
  return { rows: rows.map((row) => receivedRecordSchema.parse(row)) };
};
