import type { DraftValue } from "#domain/charting/note-draft.ts";

/** `sure`: an answer said that it is done. Otherwise it may be there or not, and never twice. */
export interface Write {
  readonly sure: boolean;
}

/** One word of a draft, in the order in which one person wrote into one field. */
export interface Word extends Write {
  readonly value: DraftValue;
}

export interface Tap extends Write {
  readonly id: string;
  readonly sessionId: string;
  readonly patientId: string | null;
  readonly kind: string;
  readonly occurredAt: string;
}

export interface Signature extends Write {
  readonly sessionId: string;
  /** Patient and sentence of each row that was signed. */
  readonly rows: ReadonlyMap<string, string>;
  /** Patient and content hash, as the answer told; empty where there was none. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface Answer extends Write {
  readonly requestId: string;
  readonly item: string;
  readonly value: number;
}

/** Something that carries a name of its own, so that it can be counted: a person, a session, a task. */
export interface Named extends Write {
  readonly name: string;
}

/** What people were told is done, kept outside of the product: afterwards the database is held against it. */
export class Model {
  readonly taps: Tap[] = [];
  readonly words = new Map<string, Word[]>();
  readonly signatures: Signature[] = [];
  readonly answers: Answer[] = [];
  readonly people: Named[] = [];
  readonly sessions: Named[] = [];
  readonly tasks: Named[] = [];
  /** Files of claims of which an answer said that they are made. */
  readonly claimFiles: string[] = [];
  readonly closures: (Write & { readonly taskId: string; readonly words: string })[] = [];
  readonly refusals = new Map<string, number>();
  acknowledged = 0;
  unknown = 0;

  /** Counts an outcome; true for one that was acknowledged. */
  saw(kind: "acknowledged" | "refused" | "unknown"): boolean {
    if (kind === "acknowledged") this.acknowledged++;
    if (kind === "unknown") this.unknown++;
    return kind === "acknowledged";
  }

  refused(what: string): void {
    this.refusals.set(what, (this.refusals.get(what) ?? 0) + 1);
  }

  wrote(place: string, word: Word): void {
    const before = this.words.get(place);
    if (before === undefined) this.words.set(place, [word]);
    else before.push(word);
  }
}

/** Where a word of a draft stands: session, person (or nobody) and field. */
export const placeOf = (sessionId: string, patientId: string | null, field: string): string =>
  `${sessionId} ${patientId ?? "shared"} ${field}`;
