/**
 * The most actions that a work may take, from the sign-in to its end: an action is a tap, a key that chooses or confirms, a way to
 * a field. Letters of free text are not among them. Whoever adds a step to a screen meets them here.
 */
export const ceilings = {
  /** Without the sign-in: from the room of a group of twelve to the signature. A story of the session room holds it. */
  groupOfTwelve: 60,
  /** Register somebody new and admit them with a policy, a diagnosis and a first goal. */
  admission: 20,
  /** From the days that are ready to the file, downloaded. */
  claimsFile: 7,
  /** From the holds to the question, asked; whoever asked stays where they were. */
  askAboutHold: 7,
  /** From Today to the rows of a figure. */
  rowsOfFigure: 4,
  /** Twelve notes of an intern, read a screenful after the other, then cosigned in one act. */
  cosignTwelve: 7,
  /** An hour with one person, written and signed. */
  individualNote: 9,
  /** The check-in of a member on the phone, ten questions, sign-in by a code. */
  checkIn: 13,
} as const;
