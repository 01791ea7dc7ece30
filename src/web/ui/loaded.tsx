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

const isHidden = (problem: Problem): boolean =>
  problem.code === "not-found" || problem.code === "not-allowed";

/** Shows what was read; while it loads, its shape; where it failed, why and what to do. */
export const Loaded = <T,>(props: LoadedProps<T>): ReactNode => {
  const { data, error, refetch } = props.read;
  if (data !== undefined) return props.children(data);
  if (!error) return props.skeleton ?? <Skeleton />;
  if (isHidden(error)) return <NothingHere />;
  return <ErrorPanel onRetry={() => void refetch()}>{sayProblem(error, props.words)}</ErrorPanel>;
};
