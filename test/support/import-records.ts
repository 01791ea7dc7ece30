import { newId } from "#server/platform/ids.ts";
import type { PersonRecords } from "#test/support/person-samples.ts";

type Insert = (text: string, values: readonly unknown[]) => Promise<unknown>;
type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An import that was looked at, with somebody of whom a person has to say who they are. */
export interface ImportRecords {
  readonly importId: string;
}

const person = JSON.stringify({
  resourceType: "Patient",
  id: "1",
  name: [{ family: "Sample", given: ["Any"] }],
  birthDate: "1990-05-04",
});

/** Put in by the owner of the database; `$1` is the organization. */
export const addImportRecords = async (
  insert: Insert,
  ground: Pick<PersonRecords, "patientId"> & { readonly now: string },
): Promise<ImportRecords> => {
  const importId = newId();
  await insert(
    `insert into stepwell.import_run (organization_id, id, kind, state, source, label, entries, done, created_at, changed_at, actor_name)
      values ($1, $2, 'fhir', 'rehearsed', 'Elsewhere', 'restricted', 1, 1, $3, $3, 'Test')`,
    [importId, ground.now],
  );
  await insert(
    `insert into stepwell.revision (organization_id, id, record_kind, record_id, version, changed_at, actor_name, verb, changes)
      values ($1, $2, 'import', $3, 1, $4, 'Test', 'start', '{}')`,
    [newId(), importId, ground.now],
  );
  await insert(
    `insert into stepwell.import_entry (organization_id, run_id, number, phase, resource_type, type_id, content, content_sha256, outcome)
      values ($1, $2, 1, 1, 'Patient', 'Patient/1', $3, 'x', 'asked')`,
    [importId, person],
  );
  await insert(
    `insert into stepwell.received_record (organization_id, id, patient_id, source, resource_type, source_key, content, content_sha256,
        summary, label, run_id, received_at)
      values ($1, $2, $3, 'Elsewhere', 'Condition', $6, '{}', 'x',
        '{"title":"Any","code":null,"codeSystem":null,"status":null,"on":null,"detail":null}', 'general', $4, $5)`,
    [newId(), ground.patientId, importId, ground.now, `Condition/${importId}`],
  );
  await insert(
    "insert into stepwell.import_identifier (organization_id, source, system, value, patient_id) values ($1, 'Elsewhere', 'urn:any', $3, $2)",
    [ground.patientId, importId],
  );
  return { importId };
};

/** An input that each route about imports accepts. */
export const importSamples = ({
  importId,
  patientId,
}: ImportRecords & Pick<PersonRecords, "patientId">): Inputs => ({
  "GET /imports": {},
  "POST /imports": { kind: "fhir", source: "Elsewhere" },
  "GET /imports/{importId}": { importId },
  "POST /imports/{importId}/files": { importId },
  "PUT /imports/{importId}/columns": { importId, version: 1, facts: [], dateOrder: null },
  "POST /imports/{importId}/rehearsal": { importId, version: 1 },
  "POST /imports/{importId}/run": { importId, version: 1 },
  "POST /imports/{importId}/stop": { importId },
  "POST /imports/{importId}/discard": { importId, version: 1 },
  "GET /imports/{importId}/entries": { importId },
  "GET /imports/{importId}/revisions": { importId },
  "GET /imports/{importId}/entries/{number}/matches": { importId, number: 1 },
  "POST /imports/{importId}/entries/{number}/decision": { importId, number: 1, is: "leave" },
  "GET /imports/{importId}/unknown-payers": { importId },
  "PUT /imports/{importId}/payers": { importId, payerName: "Any", payerId: null },
  "GET /patients/{patientId}/received-records": { patientId },
});
