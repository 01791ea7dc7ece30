import type { Permission } from "#domain/access/permissions.ts";
import type { Role } from "#domain/access/roles.ts";

/** How much a task presses, most first. A crisis goes before everything, whatever its clock says. */
export const urgencies = ["crisis", "today", "soon"] as const;
export type Urgency = (typeof urgencies)[number];

/** How a task ended. What a kind may end with stands in `taskKinds`. */
export const closures = ["reached", "emergency-called", "handed-on", "done", "not-needed"] as const;
export type Closure = (typeof closures)[number];

interface TaskKind {
  readonly urgency: Urgency;
  /** The clock, where whoever raises the task sets no other. */
  readonly minutesToDo: number;
  /** Who owns it where no one person does. */
  readonly ownerRole: Role;
  /** Tasks tell something about a person: only who may read that sees them. */
  readonly seenWith: Permission;
  readonly closures: readonly Closure[];
  /** True where closing without a word of what was done is refused. */
  readonly closesWithWords: boolean;
  /** How it is passed on where nobody takes it or its clock runs out; null: it waits. */
  readonly escalation: {
    /** So many minutes nobody may have taken it. */
    readonly untakenMinutes: number;
    readonly first: readonly Role[];
    /** From when its clock has run out. */
    readonly afterwards: readonly Role[];
    readonly repeatMinutes: number;
  } | null;
}

/** Everybody whom some kind of task is passed on to. */
export const passedOnTo: readonly Role[] = ["supervisor", "director"];

/** The clock of every crisis: it is looked at while the person is still within reach, and closing it says what was done. */
const crisis = {
  urgency: "crisis",
  minutesToDo: 30,
  ownerRole: "therapist",
  closesWithWords: true,
  escalation: {
    untakenMinutes: 10,
    first: passedOnTo,
    afterwards: passedOnTo,
    repeatMinutes: 30,
  },
} as const;

/** What can be raised, as data. A critical answer of a measure and a risk noted as high are crises. */
export const taskKinds = {
  "crisis-answer": {
    ...crisis,
    seenWith: "measures:read",
    closures: ["reached", "emergency-called", "handed-on"],
  },
  // A session's note says that the risk is high; the person has gone home with it.
  "high-risk": {
    ...crisis,
    seenWith: "notes:read",
    // Noted on the wrong row, or the note was put right: closed with words that say so.
    closures: ["reached", "emergency-called", "handed-on", "not-needed"],
  },
  // Whoever relies on a note that was retracted is told: of an amendment the patient asked for 45 CFR 164.526(c)(3) wants it.
  "tell-of-retraction": {
    urgency: "soon",
    minutesToDo: 3 * 24 * 60,
    ownerRole: "director",
    seenWith: "notes:read",
    closures: ["done", "handed-on", "not-needed"],
    closesWithWords: true,
    escalation: null,
  },
  "to-do": {
    urgency: "today",
    minutesToDo: 24 * 60,
    ownerRole: "therapist",
    seenWith: "tasks:read",
    closures: ["done", "handed-on", "not-needed"],
    closesWithWords: false,
    escalation: null,
  },
} as const satisfies Readonly<Record<string, TaskKind>>;

export type TaskKindName = keyof typeof taskKinds;
export const taskKindNames = [
  "crisis-answer",
  "high-risk",
  "tell-of-retraction",
  "to-do",
] as const satisfies readonly TaskKindName[];

export const kindOfTask = (name: TaskKindName): TaskKind => taskKinds[name];
