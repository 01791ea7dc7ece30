import { useCallback, useEffect, useState, type ReactNode } from "react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Problem } from "#domain/contract/problem.ts";
import { passwordWords } from "#web/access/password-words.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { Outside } from "#web/ui/outside.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

/** Tells the gate that a link ended while its form stood open: the way on is then the gate's. */
export const useLinkEnd = (problem: Problem | null, onOver: () => void): void => {
  const isOver = problem?.code === "link-over";
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
};

/** Waits for what a link leads to; where it leads nowhere, says why and what to do instead. */
export const LinkGate = <T,>(props: {
  readonly title: string;
  readonly read: {
    readonly data: T | undefined;
    readonly error: Problem | null;
    readonly refetch: () => unknown;
  };
  /** What to do where the link leads nowhere: in words, and as a button. */
  readonly advice?: ReactNode;
  readonly instead: ReactNode;
  readonly children: (data: T, onOver: () => void) => ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { data, error, refetch } = props.read;
  const [endedMeanwhile, setEndedMeanwhile] = useState(false);
  const onOver = useCallback(() => setEndedMeanwhile(true), []);
  if (data !== undefined && !endedMeanwhile) return props.children(data, onOver);
  if (endedMeanwhile || error?.code === "link-over") {
    return (
      <Outside
        title={t`This link is over`}
        lead={
          <>
            <Trans>
              It was used, a newer one was sent, its time ran out, or a part of it is missing.
            </Trans>{" "}
            {props.advice}
          </>
        }
      >
        {props.instead}
      </Outside>
    );
  }
  return (
    <Outside title={props.title}>
      {error === null ? (
        <Skeleton rows={3} />
      ) : (
        <ErrorPanel onRetry={() => void refetch()}>{sayProblem(error, passwordWords)}</ErrorPanel>
      )}
    </Outside>
  );
};
