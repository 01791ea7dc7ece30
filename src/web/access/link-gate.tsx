import type { ReactNode } from "react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Problem } from "#domain/contract/problem.ts";
import { passwordWords } from "#web/access/password-words.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { Outside } from "#web/ui/outside.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

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
  readonly children: (data: T) => ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { data, error, refetch } = props.read;
  if (data !== undefined) return props.children(data);
  if (error?.code === "link-over") {
    return (
      <Outside
        title={t`This link is over`}
        lead={
          <>
            <Trans>It was used, a newer one was sent, or its time ran out.</Trans> {props.advice}
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
