import type { ReactNode } from "react";
import type { Problem } from "#domain/contract/problem.ts";
import { sayProblem, type ProblemWords } from "#web/platform/problem-words.ts";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

export interface LoadedProps<T> {
  readonly read: {
    readonly data: T | undefined;
    readonly error: Problem | null;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
  readonly skeleton?: ReactNode;
  readonly words?: ProblemWords;
}

/** An address that was cut off or typed wrong names nothing. */
const namesNothing = (problem: Problem): boolean =>
  problem.code === "invalid-input" &&
  Object.keys(problem.fields).some((name) => name.endsWith("Id"));

const isHidden = (problem: Problem): boolean =>
  problem.code === "not-found" || problem.code === "not-allowed" || namesNothing(problem);

/** The record that a screen is about is not there, or not this person's to see: nothing else of the screen stands. */
export const isNothing = (read: Pick<LoadedProps<unknown>["read"], "data" | "error">): boolean =>
  read.data === undefined && read.error !== null && isHidden(read.error);

/** Shows what was read; while it loads, its shape; where it failed, why and what to do. */
export const Loaded = <T,>(props: LoadedProps<T>): ReactNode => {
  const { data, error, refetch } = props.read;
  if (data !== undefined) return props.children(data);
  if (!error) return props.skeleton ?? <Skeleton />;
  if (isNothing(props.read)) return <NothingHere />;
  return <ErrorPanel onRetry={() => void refetch()}>{sayProblem(error, props.words)}</ErrorPanel>;
};
