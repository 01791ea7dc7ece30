/** Something of which a session has more people than it should: seats, or those who lead. */
export interface Limits {
  readonly seats: number;
  /** The most that those who facilitate may lead; null where the activity says nothing of it. */
  readonly led: number | null;
}

export interface Exceeded {
  readonly seats: boolean;
  readonly led: boolean;
}

/** One thing to say of one moment, with every limit that was passed at it. */
export interface CrowdingSaid {
  readonly people: number;
  /** Null: now. */
  readonly since: string | null;
  readonly beyond: Exceeded;
}

const exceededBy = (people: number, { seats, led }: Limits): Exceeded => ({
  seats: people > seats,
  led: led !== null && people > led,
});

/**
 * What is said of people beyond seats and beyond those who lead: of now what holds now, of earlier only what is over. Both limits
 * passed at one moment are one sentence, not the same crowd told twice.
 */
export const crowdingSaid = (
  here: number,
  most: { readonly people: number; readonly since: string | null },
  limits: Limits,
): readonly CrowdingSaid[] => {
  const now = exceededBy(here, limits);
  const ever = exceededBy(most.people, limits);
  const earlier = { seats: ever.seats && !now.seats, led: ever.led && !now.led };
  return [
    { people: here, since: null, beyond: now },
    ...(most.since === null ? [] : [{ ...most, beyond: earlier }]),
  ].filter(({ beyond }) => beyond.seats || beyond.led);
};
