import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;
type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An export of the whole organization that is ready, and a patient's copy of their own chart. */
export interface ExportRecords {
  readonly exportId: string;
  readonly handedOverId: string;
}

/** Put in by the owner of the database; `$1` is the organization. */
export const addExportRecords = async (
  insert: Insert,
  { patientId, now }: Pick<PersonRecords, "patientId"> & { readonly now: string },
): Promise<ExportRecords> => {
  const [exportId, handedOverId] = [newId(), newId()];
  await insert(
    `insert into stepwell.export_run (organization_id, id, kind, state, ground, recipient, purpose, reason, parts, requested_at, touched_at,
        actor_name, finished_at, expires_at, label, files)
      values ($1, $2, 'organization', 'ready', 'own-keeping', '{"name":"Sample"}', 'operations', 'Moving', '{}', $3, $3, 'Test', $3,
        $3::timestamptz + interval '7 days', 'restricted', '[]')`,
    [exportId, now],
  );
  await insert(
    "insert into stepwell.export_part (organization_id, export_run_id, file, number, content) values ($1, $2, 'MANIFEST.json', 0, '{}')",
    [exportId],
  );
  await insert(
    `insert into stepwell.export_run (organization_id, id, kind, patient_id, state, format, recipient, purpose, reason, parts, requested_at,
        touched_at, actor_name, finished_at, expires_at, label, files)
      values ($1, $2, 'person', $3, 'ready', 'fhir', '{"name":"Sample Person","isPatient":true}', 'patient-request', 'Asked', '{stays}', $4, $4,
        'Test', $4, $4::timestamptz + interval '7 days', 'restricted', '[{"name":"chart.fhir.json","rows":1,"bytes":2,"sha256":"x"}]')`,
    [handedOverId, patientId, now],
  );
  await insert(
    "insert into stepwell.export_part (organization_id, export_run_id, file, number, content) values ($1, $2, 'chart.fhir.json', 0, '{}')",
    [handedOverId],
  );
  return { exportId, handedOverId };
};

export const exportSamples = ({
  exportId,
  handedOverId,
  patientId,
}: ExportRecords & Pick<PersonRecords, "patientId">): Inputs => ({
  "GET /patients/{patientId}/exports": { patientId },
  "POST /patients/{patientId}/exports": {
    patientId,
    format: "fhir",
    recipient: { name: "Sample Patient", isPatient: true, classes: [] },
    isIdentityConfirmed: true,
    purpose: "patient-request",
    reason: "Asked at the desk",
    parts: ["stays"],
    from: null,
    to: null,
  },
  "GET /patients/{patientId}/exports/{exportId}/content": { patientId, exportId: handedOverId },
  "GET /exports": {},
  "GET /exports/{exportId}": { exportId },
  "POST /exports": { ground: "own-keeping", recipientName: null, reason: "Moving" },
  "DELETE /exports/{exportId}": { exportId },
  "GET /exports/{exportId}/content": { exportId },
});
