import type { MemberField, SharedField } from "#domain/charting/note-fields.ts";

/** A text of a note, and whose part it belongs to; null is the shared part, where nobody may be named. */
export interface GuardedText {
  readonly patientId: string | null;
  readonly field: SharedField | MemberField;
  readonly text: string;
}
