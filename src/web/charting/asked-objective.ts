import type { RoomRow } from "#domain/charting/session-room.ts";

type Row = Pick<RoomRow, "objectives" | "lastObjectiveId">;
type Objective = RoomRow["objectives"][number];

/** The open objectives in the order they are asked about: what the last note was about first, the others by number. */
const inOrder = ({ objectives, lastObjectiveId }: Row): readonly Objective[] => [
  ...objectives.filter(({ id }) => id === lastObjectiveId),
  ...objectives.filter(({ id }) => id !== lastObjectiveId),
];

/**
 * The one objective that the question about progress names: the one turned to, else the one answered before, else the first in
 * order. It is asked about and not chosen; the answer chooses it.
 */
export const askedObjective = (
  row: Row,
  turnedTo: string | null,
  answered: string | null,
): Objective | undefined => {
  const open = inOrder(row);
  const wanted = (id: string | null) => open.find((one) => one.id === id);
  return wanted(turnedTo) ?? wanted(answered) ?? open[0];
};

/** What is asked about instead; after the last one the first again. */
export const nextObjective = (row: Row, asked: string | null): Objective | undefined => {
  const open = inOrder(row);
  return open[(open.findIndex(({ id }) => id === asked) + 1) % open.length];
};

interface Turned {
  readonly isAsked: boolean;
  readonly objectiveId: string | null;
}

/** What `o` asks about: first the objective whose turn it is, and only where that is asked already the next. */
export const turnedBy = (row: Row, { isAsked, objectiveId }: Turned): string | null =>
  isAsked ? (nextObjective(row, objectiveId)?.id ?? null) : objectiveId;

/** What an answer stores. The objective is stored with what is said of its progress, and never before. */
export const storedBy = <F extends string>(
  field: F,
  value: string,
  asked: Objective | undefined,
  answered: string | null,
): readonly { readonly field: F | "objectiveId"; readonly value: string }[] => [
  { field, value },
  ...(field === "progress" && asked !== undefined && asked.id !== answered
    ? [{ field: "objectiveId" as const, value: asked.id }]
    : []),
];

const longest = 36;
/** So much of a statement stands on a chip beside others. */
export const longestOnChip = 22;

/** The beginning of a statement, up to a whole word, so that the question stays on its line. */
export const clipped = (statement: string, most = longest): string => {
  const words = statement.trim().replace(/[.]$/u, "");
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 0 ? end : most).replace(/[\s,;:–-]+$/u, "")}…`;
};
