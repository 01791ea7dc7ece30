import type { DraftField, DraftPatch, DraftValue } from "#domain/charting/note-draft.ts";
import type { NoteField } from "#domain/charting/note-fields.ts";
import type { patchNoteDraft } from "#domain/charting/note-draft.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { Output } from "#domain/contract/route.ts";

/** A field of the note: of the shared part, or of one person's row. */
export interface Place {
  readonly patientId: string | null;
  readonly field: NoteField;
}

/** A field as this device shows it: what it typed last, else what the server has. */
export interface ShownField {
  readonly value: DraftValue;
  readonly revision: number;
  readonly beside: DraftField["beside"];
  readonly by: string | null;
  /** Not at the server yet. */
  readonly isWaiting: boolean;
}

/** What the server's answer says of a field. */
export const onServer = (room: SessionRoom, place: Place): DraftField | undefined => {
  const fields =
    place.patientId === null
      ? room.shared.draft.fields
      : room.rows.find(({ patientId }) => patientId === place.patientId)?.draft.fields;
  return Object.entries(fields ?? {}).find(([name]) => name === place.field)?.[1];
};

const keyOf = (place: Place): string => `${place.patientId ?? "shared"} ${place.field}`;

/** What was said of the fields on this device, beside what the server answered. Pure bookkeeping, no network. */
export interface DraftBook {
  /**
   * Writes down what is typed now, as a patch that may leave: on top of the revision its writer saw, and going on from what
   * of this field waits on this device already, in whichever window.
   */
  readonly write: (
    place: Place,
    value: DraftValue,
    seen: number,
    settles: readonly string[],
    waiting?: readonly DraftPatch[],
  ) => DraftPatch;
  /** Takes up patches that another window wrote: what is typed now goes on from what they saw. */
  readonly adopt: (patches: readonly DraftPatch[]) => void;
  /** The patch as it leaves: upon what this device's own patches have made of the field meanwhile. */
  readonly seal: (patch: DraftPatch) => DraftPatch;
  readonly answered: (
    answer: Output<typeof patchNoteDraft>,
    sent: readonly DraftPatch[],
    waiting: readonly DraftPatch[],
  ) => void;
  readonly shown: (
    place: Place,
    server: DraftField | undefined,
    waiting: readonly DraftPatch[],
  ) => ShownField;
}

const isAt = (place: Place, patch: Place): boolean =>
  place.field === patch.field && place.patientId === patch.patientId;

/**
 * The newer word in the older one's place: it goes on from what the older one, which never left, went on from; what that
 * settled stays settled.
 */
export const replacePatch = (newer: DraftPatch, older: DraftPatch): DraftPatch | null =>
  isAt(newer, older)
    ? {
        ...newer,
        follows: older.follows ?? null,
        settles: [...(older.settles ?? []), ...(newer.settles ?? [])],
      }
    : null;

/** What else somebody wrote there and that nothing on this device has settled yet. */
const unsettled = (
  field: DraftField | undefined,
  waiting: readonly DraftPatch[],
): DraftField["beside"] => {
  const settled = new Set(waiting.flatMap((patch) => patch.settles ?? []));
  return (field?.beside ?? []).filter(({ id }) => !settled.has(id));
};

export const openDraftBook = (newId: () => string): DraftBook => {
  const known = new Map<string, DraftField>();
  const bases = new Map<string, number>();
  /** The letters as they were typed, while the server keeps them tidied: nobody's cursor jumps. */
  const typed = new Map<string, { readonly revision: number; readonly value: DraftValue }>();

  const newest = (key: string, server: DraftField | undefined): DraftField | undefined => {
    const own = known.get(key);
    if (!own || !server) return own ?? server;
    return server.revision >= own.revision ? server : own;
  };
  return {
    write: (place, value, seen, settles, waiting = []) => {
      const key = keyOf(place);
      const before = waiting.findLast((patch) => isAt(place, patch));
      if (!bases.has(key)) bases.set(key, before?.baseRevision ?? seen);
      return {
        id: newId(),
        patientId: place.patientId,
        field: place.field,
        value,
        baseRevision: bases.get(key) ?? seen,
        follows: before?.id ?? null,
        ...(settles.length > 0 && { settles: [...settles] }),
      };
    },
    adopt: (patches) => {
      for (const patch of patches.filter((one) => !bases.has(keyOf(one))))
        bases.set(keyOf(patch), patch.baseRevision);
    },
    seal: (patch) => ({ ...patch, baseRevision: bases.get(keyOf(patch)) ?? patch.baseRevision }),
    answered: (answer, sent, waiting) => {
      for (const { draft, ...place } of answer.fields) {
        const key = keyOf(place);
        known.set(key, draft);
        const own = sent.findLast((patch) => isAt(place, patch));
        const isTaken = own && !answer.beside.some((late) => late.patchId === own.id);
        if (own && isTaken) typed.set(key, { revision: draft.revision, value: own.value });
        if (!waiting.some((patch) => isAt(place, patch))) bases.delete(key);
        else if (isTaken) bases.set(key, draft.revision);
      }
    },
    shown: (place, server, waiting) => {
      const key = keyOf(place);
      const field = newest(key, server);
      const own = waiting.findLast((patch) => isAt(place, patch));
      const letters = typed.get(key);
      const saved =
        letters && letters.revision === field?.revision ? letters.value : (field?.value ?? null);
      return {
        value: own ? own.value : saved,
        revision: field?.revision ?? 0,
        beside: unsettled(field, waiting),
        by: field?.by ?? null,
        isWaiting: own !== undefined,
      };
    },
  };
};
