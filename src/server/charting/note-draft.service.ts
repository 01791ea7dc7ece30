import { noteConflict } from "#domain/charting/conflict.ts";
import type * as api from "#domain/charting/note-draft.api.ts";
import { draftValueOf, type DraftPatch, type DraftValue } from "#domain/charting/note-draft.ts";
import { isSharedField } from "#domain/charting/note-fields.ts";
import { shownField } from "#domain/charting/shown-field.ts";
import { notFound, problem } from "#domain/contract/problem.ts";
import type { Output, Parsed } from "#domain/contract/route.ts";
import { mergePatch, type DraftWriter } from "#domain/drafts/merge-patch.ts";
import { keptFieldsOf, type KeptFields } from "#server/charting/kept-draft.ts";
import * as queries from "#server/charting/note-draft.queries.ts";
import { announce } from "#server/platform/live/announce.ts";
import type { Work } from "#server/platform/work.ts";

type Answer = Output<typeof api.patchNoteDraft>;
type SoundPatch = DraftPatch & { readonly value: DraftValue };

/** Refuses what no field of this name could hold, naming the patch: everything else of the batch would be lost with it. */
const soundPatches = (patches: readonly DraftPatch[]): SoundPatch[] =>
  patches.map((patch, index) => {
    const value = draftValueOf(patch.field, patch.value);
    if (value === undefined || isSharedField(patch.field) !== (patch.patientId === null))
      throw problem("invalid-input", {
        fields: { [`patches.${index}.value`]: { code: "not-a-choice" } },
      });
    return { ...patch, value };
  });

const assertOpen = async (work: Work, sessionId: string, patches: readonly DraftPatch[]) => {
  const place = await queries.findDraftPlace(work, sessionId);
  if (place === undefined) throw notFound();
  if (place.state === "cancelled") throw noteConflict("session-cancelled");
  const people = new Map(place.people.map((one) => [one.patientId, one]));
  for (const { patientId } of patches) {
    if (patientId === null ? place.sharedIsSigned : people.get(patientId)?.isSigned === true)
      throw noteConflict("already-signed", { values: { patientId } });
    if (patientId !== null && !people.has(patientId))
      throw noteConflict("not-on-roster", { values: { patientId } });
  }
};

interface Part {
  readonly id: string;
  revision: number;
  fields: KeptFields;
  isChanged: boolean;
}

const mergeInto = (part: Part, patch: SoundPatch, writer: DraftWriter, answer: Answer): void => {
  const { patientId, field } = patch;
  const merged = mergePatch(part.fields[field], patch, writer);
  part.fields = { ...part.fields, [field]: merged.field };
  if (merged.outcome !== "heard") {
    part.isChanged = true;
    part.revision++;
  }
  const beside = shownField(merged.field).beside.find((one) => one.id === patch.id);
  if (beside !== undefined) answer.beside.push({ patientId, field, patchId: patch.id, beside });
};

/**
 * Saves what was written, field by field. What was written over something the writer had not seen is kept beside it and told, and
 * the same patch sent twice is one patch: a tablet that lost its network sends everything again.
 */
export const patchNoteDraft = async (
  work: Work,
  { sessionId, patches }: Parsed<typeof api.patchNoteDraft>,
): Promise<Answer> => {
  const sound = soundPatches(patches);
  await assertOpen(work, sessionId, sound);
  const touched = [...new Set(sound.map(({ patientId }) => patientId))];
  const held = await queries.holdParts(work, sessionId, touched);
  const parts = new Map(
    held.map(({ id, patientId, revision, fields }): [string | null, Part] => [
      patientId,
      { id, revision, fields: keptFieldsOf(fields), isChanged: false },
    ]),
  );
  const { accountId, name } = work.actor;
  const writer = { accountId, name, at: work.now.toString() };
  const answer: Answer = { fields: [], revisions: [], beside: [] };
  for (const patch of sound) {
    const part = parts.get(patch.patientId);
    if (part === undefined) throw new Error("a part of the draft was not held");
    mergeInto(part, patch, writer, answer);
  }
  const changed = [...parts.values()].filter((part) => part.isChanged);
  if (changed.length > 0) {
    await queries.updateParts(work, changed);
    announce(work, "note-draft", sessionId);
  }
  return { ...answer, ...stateOf(sound, parts) };
};

const stateOf = (
  patches: readonly SoundPatch[],
  parts: ReadonlyMap<string | null, Part>,
): Pick<Answer, "fields" | "revisions"> => {
  const places = new Map(
    patches.map(({ patientId, field }) => [`${patientId} ${field}`, { patientId, field }]),
  );
  return {
    fields: [...places.values()].flatMap(({ patientId, field }) => {
      const kept = parts.get(patientId)?.fields[field];
      return kept === undefined ? [] : [{ patientId, field, draft: shownField(kept) }];
    }),
    revisions: [...parts].map(([patientId, { revision }]) => ({ patientId, revision })),
  };
};
