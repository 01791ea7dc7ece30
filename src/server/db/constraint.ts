import type { Problem } from "#domain/contract/problem.ts";

/** Names of unique indexes and constraints, each with the refusal it stands for. */
export type Refusals = Readonly<Record<string, () => Problem>>;

const constraintOf = (error: unknown): string | undefined =>
  error instanceof Error && "constraint" in error && typeof error.constraint === "string"
    ? error.constraint
    : undefined;

/** What a failure of a statement stands for: the refusal of its constraint, or the failure itself. */
export const refusalOf = (refusals: Refusals, error: unknown): unknown => {
  const name = constraintOf(error);
  return (name === undefined ? undefined : refusals[name]?.()) ?? error;
};

/**
 * Runs a statement; where one of the named constraints stops it, throws the refusal in its place. The database
 * decides, so that two people who write at once cannot both be right. The transaction has failed then: throw on.
 */
export const refusing = async <Result>(
  refusals: Refusals,
  statement: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await statement();
  } catch (error) {
    throw refusalOf(refusals, error);
  }
};
