import { getNote } from "#server/charting/member-note.service.ts";
import type { Signature } from "./model.ts";
import type { Afterwards, Check } from "./afterwards.ts";

interface NoteRow {
  readonly id: string;
  readonly place: string;
  readonly sentence: string;
  readonly hash: string;
}

const problemsOf = (
  signature: Signature,
  notes: ReadonlyMap<string, readonly NoteRow[]>,
): string[] =>
  [...signature.rows].flatMap(([patientId, sentence]) => {
    const place = `${signature.sessionId} ${patientId}`;
    const found = notes.get(place) ?? [];
    if (found.length > 1) return [`${place} was signed ${found.length} times`];
    const [note] = found;
    if (note === undefined) return signature.sure ? [`the note of ${place} is lost`] : [];
    if (!signature.sure) return [];
    return [
      ...(note.sentence === sentence
        ? []
        : [`the note of ${place} says something else than was signed`]),
      ...(note.hash === signature.hashes.get(patientId)
        ? []
        : [`the note of ${place} has another hash`]),
    ];
  });

/** Every signature stands once, with the words and the hash that were acknowledged; and every hash is computed anew. */
export const signatureCheck = async ({
  owner,
  inside,
  world,
  model,
}: Afterwards): Promise<Check> => {
  const { rows } = await owner.query<NoteRow>(
    `select id, session_id || ' ' || patient_id as place, sentence, encode(content_sha256, 'hex') as hash
       from stepwell.member_note where organization_id = $1 and corrects_id is null`,
    [world.organizationId],
  );
  const notes = Map.groupBy(rows, (row) => row.place);
  const broken = await inside(async (work) => {
    const found: string[] = [];
    for (const { id } of rows) {
      const note = await getNote(work, id, null);
      if (!note.signature.isIntact || note.shared?.isIntact === false) found.push(id);
    }
    return found;
  });
  return {
    name: "every signature is there once, in its words, and its hash is right",
    looked: rows.length,
    problems: [
      ...model.signatures.flatMap((signature) => problemsOf(signature, notes)),
      ...broken.map((id) => `the hash of note ${id} is wrong`),
    ],
  };
};
