import { noteConflict, type NoteConflict } from "#domain/charting/conflict.ts";
import type * as api from "#domain/charting/session-room.api.ts";
import { problem, type FieldProblem, type ProblemValues } from "#domain/contract/problem.ts";
import type { Parsed } from "#domain/contract/route.ts";
import { isSingle } from "#domain/scheduling/session.ts";
import { isOver } from "#server/charting/session-room.service.ts";
import type { SigningPerson, SigningRead } from "#server/charting/signing-read.ts";
import type { Work } from "#server/platform/work.ts";

type Input = Parsed<typeof api.signSession>;
export type SignedRow = Input["rows"][number];
type Signer = NonNullable<SigningRead["signer"]>;
export interface RowToSign {
  readonly row: SignedRow;
  readonly person: SigningPerson;
}

/** Refuses with every row that it is about, so that all of them can be mended at once. */
const refuseRows = (
  rows: readonly RowToSign[],
  code: NoteConflict,
  field: string,
  problemOf: (one: RowToSign) => ProblemValues | undefined,
): void => {
  const fields: Record<string, FieldProblem> = {};
  for (const one of rows) {
    const values = problemOf(one);
    if (values !== undefined) fields[`rows.${one.row.patientId}.${field}`] = { code, values };
  }
  if (Object.keys(fields).length > 0) throw noteConflict(code, { fields });
};

/** The signer, who must be a colleague, under a supervisor where the credential needs one. */
export const assertSigner = (signer: SigningRead["signer"]): Signer => {
  if (signer === null) throw noteConflict("not-staff");
  if (signer.needsCosignature && signer.supervisorId === null) throw noteConflict("no-supervisor");
  return signer;
};

/** A session is signed when it is over: before, minutes could still become others than those that were signed. */
export const assertOver = (work: Work, { session }: Pick<SigningRead, "session">): void => {
  if (session.state === "cancelled") throw noteConflict("session-cancelled");
  if (!isOver(work, session))
    throw noteConflict("session-not-over", { values: { endsAt: session.endsAt } });
};

/** The rows with the people they are about; each of them once, and each on the roster. */
export const rowsToSign = ({ rows }: Input, { people }: SigningRead): RowToSign[] => {
  const known = new Map(people.map((person) => [person.patientId, person]));
  const seen = new Set<string>();
  return rows.map((row, index) => {
    if (seen.has(row.patientId))
      throw problem("invalid-input", {
        fields: { [`rows.${index}.patientId`]: { code: "twice" } },
      });
    seen.add(row.patientId);
    const person = known.get(row.patientId);
    if (person === undefined)
      throw noteConflict("not-on-roster", { values: { patientId: row.patientId } });
    return { row, person };
  });
};

/** Whether the screen shows what is there: not signed meanwhile, the same attendance, nothing written by somebody else. */
export const assertSeen = (rows: readonly RowToSign[], input: Input, read: SigningRead): void => {
  const signedBy = new Map(read.signed.map(({ patientId, by }) => [patientId, by]));
  refuseRows(rows, "already-signed", "patientId", ({ person }) => {
    const by = signedBy.get(person.patientId);
    return by === undefined ? undefined : { by };
  });
  if (input.shared !== null && read.sharedNote !== null)
    throw noteConflict("already-signed", { fields: { shared: { code: "already-signed" } } });
  refuseRows(rows, "attendance-changed", "attendanceVersion", ({ row, person: { attendance } }) =>
    attendance.version === row.attendanceVersion
      ? undefined
      : {
          version: attendance.version,
          status: attendance.status,
          firstInAt: attendance.firstInAt,
          lastOutAt: attendance.lastOutAt,
          creditedMinutes: attendance.creditedMinutes,
        },
  );
  refuseRows(rows, "draft-changed", "revision", ({ row, person: { draft } }) =>
    (draft?.revision ?? 0) === row.revision
      ? undefined
      : { revision: draft?.revision ?? 0, by: draft?.by ?? null },
  );
  const shared = read.sharedDraft;
  if (input.shared !== null && (shared?.revision ?? 0) !== input.shared.revision)
    throw noteConflict("draft-changed", {
      fields: {
        shared: {
          code: "draft-changed",
          values: { revision: shared?.revision ?? 0, by: shared?.by ?? null },
        },
      },
    });
};

/** Whether all is there that belongs together: an open objective each, and a shared part for a group. */
export const assertWhole = (rows: readonly RowToSign[], input: Input, read: SigningRead): void => {
  refuseRows(rows, "objective-not-open", "objectiveId", ({ row, person }) =>
    person.openObjectives.includes(row.objectiveId) ? undefined : {},
  );
  if (input.shared === null && read.sharedNote === null && !isSingle(read.session.format))
    throw noteConflict("shared-missing");
};
