import type { TaskKindName } from "#domain/tasks/task-kind.ts";

/** A text in each language in which a validated translation exists; nothing is ever translated on the spot. */
export interface Worded {
  readonly en: string;
  readonly es: string;
}

export interface Choice {
  readonly value: number;
  readonly text: Worded;
}

export interface Item {
  readonly id: string;
  readonly text: Worded;
  readonly choices: readonly Choice[];
  readonly loinc: string;
  /** False for what is asked beside the score. */
  readonly isScored: boolean;
  /** Asked only when some scored item was answered with at least this much. */
  readonly askedWhenSomeScoredAtLeast?: number;
}

/** A range of scores and what it is called; the name on the screen is the catalogue's. */
export interface Band {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** An answer that must be acted on the moment it is saved. */
export interface Trigger {
  readonly itemId: string;
  readonly atLeast: number;
  readonly raises: TaskKindName;
}

/** A measure as data: what is asked, how answers become a score, and what a score means. */
export interface Instrument {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** How the person in care sees it named. */
  readonly title: Worded;
  readonly stem: Worded;
  readonly recallDays: number;
  readonly items: readonly Item[];
  readonly scoring: {
    readonly version: string;
    /** With so many scored items left out at most, the mean of the others stands in for them, rounded half up. */
    readonly missingAtMost: number;
    readonly highest: number;
  };
  readonly bands: readonly Band[];
  readonly change: {
    /** The smallest difference of two scores that means something. */
    readonly clinicallyMeaningful: number;
    /** Response: the score fell by this share of the first one. */
    readonly responseShare: number;
    /** Remission: below this. */
    readonly remissionBelow: number;
  };
  readonly triggers: readonly Trigger[];
  /** LOINC of the score, as it leaves in FHIR. */
  readonly loincTotal: string;
  /** By whose permission the text stands here. */
  readonly source: string;
}
