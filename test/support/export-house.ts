import { exportRoutes } from "#server/exports/export.routes.ts";
import { makeExport } from "#server/exports/make-export.service.ts";
import { newId } from "#server/platform/ids.ts";
import { systemActor } from "#server/platform/system-actor.ts";
import {
  addColleague,
  addMember,
  addSession,
  grantSigning,
  openProgram,
  type Colleague,
  type Member,
  type Program,
} from "#test/support/note-ground.ts";
import { openTestProduct, testNow, type TestProduct } from "#test/support/test-product.ts";
import { signedColumns } from "#test/support/sound-consent.ts";

const made = { created_at: testNow };

/** What a whole record holds besides a stay: people around, a policy of a parent, a diagnosis, a finished questionnaire. */
const fill = async ({ add }: Program, member: Member, payerId: string): Promise<void> => {
  const { patientId: patient_id, enrollmentId: enrollment_id } = member;
  await add("patient_contact", {
    id: newId(),
    patient_id,
    name: "Wren Ellsworth",
    relation: "case-worker",
    roles: ["emergency", "takes-part-in-care"],
    phone: "3035550144",
    notes: "Mornings only",
    ...made,
  });
  await add("coverage", {
    id: newId(),
    patient_id,
    payer_id: payerId,
    rank: 1,
    plan_name: "Silver",
    member_number: "M-77",
    group_number: "G-1",
    relation_to_subscriber: "child",
    subscriber_name: "Rowan Ellsworth",
    effective_from: "2026-01-01",
    ...made,
  });
  await add("enrollment_diagnosis", {
    id: newId(),
    patient_id,
    enrollment_id,
    code: "F10.20",
    rank: 1,
    diagnosed_on: "2026-11-02",
    ...made,
  });
  const requestId = newId();
  const asked = { patient_id, enrollment_id, instrument: "phq-9" };
  await add("measure_request", {
    ...asked,
    id: requestId,
    due_on: "2026-11-10",
    requested_at: testNow,
    requested_by: "Test",
  });
  await add("measure_response", {
    ...asked,
    id: newId(),
    request_id: requestId,
    instrument_version: "2001",
    language: "es",
    answered_by: "self",
    answers: JSON.stringify({ 1: 1, 2: 2, 3: 0, 4: 1, 5: 1, 6: 0, 7: 1, 8: 0, 9: 0 }),
    started_at: "2026-11-10T18:00:00Z",
    completed_at: "2026-11-10T18:04:00Z",
    score: 6,
    band: "mild",
    scoring_version: "1",
    label: "part-2",
  });
};

const seatOf = async (product: TestProduct, sessionId: string, patientId: string) => {
  const { rows } = await product.ownerPool.query(
    "select * from stepwell.attendance where session_id = $1 and patient_id = $2",
    [sessionId, patientId],
  );
  return rows[0];
};

/** A signed note of one member with its shared part; answers its id. */
const signNote = async (
  { product, program, author }: { product: TestProduct; program: Program; author: Colleague },
  member: Member,
  sessionId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const seat = await seatOf(product, sessionId, member.patientId);
  const id = newId();
  await program.add("member_note", {
    id,
    session_id: sessionId,
    patient_id: member.patientId,
    enrollment_id: member.enrollmentId,
    attendance_id: seat.id,
    objective_id: member.objectiveId,
    participation: "some",
    response: "shared",
    progress: "steady",
    risk: "none-noted",
    sentence: "Named one skill & used it <twice>",
    starts_at: seat.first_in_at,
    ends_at: seat.last_out_at,
    credited_minutes: 90,
    service_date: seat.service_date,
    needs_cosignature: false,
    author_staff_id: author.staffId,
    account_id: author.accountId,
    author_name: "Theo Lindqvist",
    signed_at: testNow,
    content_sha256: Buffer.alloc(32, 7),
    label: "part-2",
    ...more,
  });
  return id;
};

const addSharedPart = async (program: Program, author: Colleague, sessionId: string) => {
  const id = newId();
  await program.add("session_note", {
    id,
    session_id: sessionId,
    topic: "Urges pass",
    interventions: ["Urge surfing"],
    what_we_did: "Practiced noticing an urge",
    how_it_went: "With attention",
    attended_count: 2,
    author_staff_id: author.staffId,
    account_id: author.accountId,
    author_name: "Theo Lindqvist",
    signed_at: testNow,
    content_sha256: Buffer.alloc(32, 8),
    label: "part-2",
  });
  return id;
};

/** Two organizations; in one, people whose records hold something of everything, and whoever may hand them over. */
export const openExportHouse = async () => {
  const product = await openTestProduct(() => exportRoutes);
  const here = await product.addOrganization("Stillwater");
  const elsewhere = await product.addOrganization("Harrow Creek");
  const program = await openProgram(product, here);
  const author = await addColleague(product, here, "therapist", "Theo Lindqvist");
  const director = await product.addPerson(here, ["director"]);
  const officer = await product.addPerson(here, ["privacy-officer"]);
  await grantSigning(product, officer);
  const stranger = await product.addPerson(elsewhere, ["director", "privacy-officer"]);
  const payerId = newId();
  await program.add("payer", { id: payerId, name: "Foxglove Health", kind: "commercial", ...made });
  const whole = async (given: string, family: string, more: Record<string, unknown> = {}) => {
    const member = await addMember(program, given, family, more);
    await fill(program, member, payerId);
    return member;
  };
  return {
    product,
    here,
    elsewhere,
    program,
    author,
    director,
    officer,
    stranger,
    whole,
    session: (who: readonly Member[]) => addSession(program, who),
    sharedPart: (sessionId: string) => addSharedPart(program, author, sessionId),
    note: (member: Member, sessionId: string, more?: Readonly<Record<string, unknown>>) =>
      signNote({ product, program, author }, member, sessionId, more),
    consent: (patientId: string, more: Readonly<Record<string, unknown>>) =>
      program.add("consent", {
        id: newId(),
        patient_id: patientId,
        kind: "specific",
        discloser: "Stillwater",
        recipient_kind: "named-organization",
        recipients: ["Larkspur Clinic"],
        information: [
          "presence",
          "attendance",
          "diagnoses",
          "treatment-plan",
          "progress",
          "session-notes",
          "measures",
          "billing",
        ],
        purposes: ["treatment", "operations"],
        expires_on: "2027-01-31",
        ...signedColumns,
        ...made,
        ...more,
      }),
    /** Makes an export as the worker would. */
    make: (exportId: string) =>
      makeExport(product.services, here.organizationId, exportId, systemActor("Test")),
    async count(table: string, where = "true"): Promise<number> {
      const { rows } = await product.ownerPool.query<{ n: number }>(
        `select count(*) as n from stepwell.${table} where organization_id = $1 and ${where}`,
        [here.organizationId],
      );
      return rows[0]?.n ?? 0;
    },
    /** The files of an export, put together from their portions. */
    async files(exportId: string): Promise<ReadonlyMap<string, Buffer>> {
      const { rows } = await product.ownerPool.query<{ file: string; content: Buffer }>(
        "select file, content from stepwell.export_part where export_run_id = $1 order by file, number",
        [exportId],
      );
      const files = new Map<string, Buffer>();
      for (const { file, content } of rows)
        files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), content]));
      return files;
    },
  };
};
export type ExportHouse = Awaited<ReturnType<typeof openExportHouse>>;
