import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { Problem, type FieldProblem } from "#domain/contract/problem.ts";
import type { AnyRoute, Input, Output } from "#domain/contract/route.ts";
import { call } from "#web/platform/call.ts";
import { notify, type Undo } from "#web/platform/notices.ts";
import { sayProblem, type ProblemWords } from "#web/platform/problem-words.ts";
import { saySent } from "#web/platform/sent-drafts.ts";
import { nounOf } from "#web/platform/use-read.ts";

export interface ActOptions<R extends AnyRoute> {
  readonly onDone?: (output: Output<R>, input: Input<R>) => void;
  /** Said quietly at the foot of the screen when it is done. */
  readonly done?: string | ((output: Output<R>, input: Input<R>) => string);
  readonly undo?: (output: Output<R>, input: Input<R>) => Undo;
  /** Sentences for the codes that only this act answers with. */
  readonly words?: ProblemWords;
  /** Further kinds of records that this act changes, besides the contract's own noun. */
  readonly changes?: readonly string[];
  /** True where a form shows the failure at its own place; everything else shows it as a notice. */
  readonly failureShownInPlace?: boolean;
  /** What its notices are about: the last word on it stands alone. */
  readonly about?: string;
  /** Answers `signed-out` to the form itself: for signing in. */
  readonly quiet?: boolean;
}

export interface Act<R extends AnyRoute> {
  readonly contract: R;
  /** Does it; a failure is shown and not thrown. Resolves to undefined when it failed. `draftId`: whose words it sends. */
  readonly run: (input: Input<R>, draftId?: string) => Promise<Output<R> | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** The failure as a sentence, or null. */
  readonly sentence: string | null;
  readonly fields: Readonly<Record<string, FieldProblem>>;
  readonly words: ProblemWords;
  readonly reset: () => void;
}

const noFields: Readonly<Record<string, FieldProblem>> = {};

/** A failure the network may have hidden the answer of: the same intent must send the same key again. */
const answerUnknown = (problem: unknown): boolean =>
  !(problem instanceof Problem) || problem.status === 0 || problem.status >= 500;

interface Intent {
  readonly text: string;
  readonly key: string;
}

const asProblem = (cause: unknown): Problem =>
  cause instanceof Problem ? cause : new Problem("internal-error", 0);

/**
 * Changes something through the API. A failure is always shown. The idempotency key belongs to the
 * intent: trying the same input again after a lost network cannot do it twice.
 */
export const useAct = <R extends AnyRoute>(contract: R, options: ActOptions<R> = {}): Act<R> => {
  const client = useQueryClient();
  const intent = useRef<Intent | null>(null);
  const words = options.words ?? {};
  const sending = useRef<string | undefined>(undefined);
  const mutation = useMutation<Output<R>, Problem, Input<R>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (intent.current?.text !== text) intent.current = { text, key: crypto.randomUUID() };
      try {
        return await call(contract, input, {
          idempotencyKey: intent.current.key,
          draftId: sending.current,
          quiet: options.quiet ?? false,
        });
      } catch (cause) {
        if (!answerUnknown(cause)) intent.current = null;
        throw asProblem(cause);
      }
    },
    onSuccess: (output, input) => {
      intent.current = null;
      if (sending.current !== undefined) saySent(sending.current);
      const kinds = new Set([nounOf(contract), ...(options.changes ?? [])]);
      void client.invalidateQueries({ predicate: (query) => followsAny(query.meta, kinds) });
      const done = typeof options.done === "function" ? options.done(output, input) : options.done;
      if (done) notify({ text: done, undo: options.undo?.(output, input), about: options.about });
      options.onDone?.(output, input);
    },
    onError: (problem) => {
      if (!options.failureShownInPlace)
        notify({ text: sayProblem(problem, words), tone: "risk", about: options.about });
    },
  });
  const problem = mutation.error;
  return {
    contract,
    run: (input, draftId) => {
      sending.current = draftId;
      return mutation.mutateAsync(input).catch(() => undefined);
    },
    busy: mutation.isPending,
    problem,
    sentence: problem ? sayProblem(problem, words) : null,
    fields: problem?.fields ?? noFields,
    words,
    reset: mutation.reset,
  };
};

/** True where a query's answer depends on one of these kinds of records. */
export const followsAny = (
  meta: Record<string, unknown> | undefined,
  kinds: ReadonlySet<string>,
): boolean => {
  const followed = meta?.["kinds"];
  return Array.isArray(followed) && followed.some((kind) => kinds.has(String(kind)));
};
