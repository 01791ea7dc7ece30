import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { takeInAcknowledgment } from "#domain/billing/claims/acknowledgment.api.ts";
import { Problem } from "#domain/contract/problem.ts";
import type { Output } from "#domain/contract/route.ts";
import { unreadableWords } from "#web/billing/claims/acknowledgment-words.ts";
import { claimProblemWords } from "#web/billing/claims/claim-words.ts";
import { call } from "#web/platform/call.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { useRefresh } from "#web/platform/use-refresh.ts";

export type TakenIn = Output<typeof takeInAcknowledgment>;

/** What became of one file that was handed in. */
export interface HandedIn {
  readonly name: string;
  readonly taken: TakenIn | null;
  /** Why nothing of it was taken in. */
  readonly sentence: string | null;
}

/** Why a file was refused, as a sentence. */
const saidOf = (cause: unknown): string => {
  const problem = cause instanceof Problem ? cause : new Problem("internal-error", 0);
  const why = unreadableWords[String(problem.values["why"])];
  return sayProblem(problem, {
    ...claimProblemWords,
    ...(why !== undefined && { "acknowledgment-unreadable": why }),
  });
};

const handIn = async (file: File): Promise<HandedIn> => {
  try {
    const taken = await call(takeInAcknowledgment, { file });
    return { name: file.name, taken, sentence: null };
  } catch (cause) {
    return { name: file.name, taken: null, sentence: saidOf(cause) };
  }
};

/** Hands in answers one after the other; one that is refused keeps none of the others back. */
export const useTakeIn = () => {
  const { t } = useLingui();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [done, setDone] = useState<readonly HandedIn[]>([]);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [turns, setTurns] = useState(0);
  const refreshes = [useRefresh("claim-file"), useRefresh("claim"), useRefresh("hold")];
  const missing =
    refusals > 0 && files.length === 0 && done.length === 0 ? t`Choose a file.` : undefined;
  const send = async (): Promise<void> => {
    setBusy(true);
    const outcomes: HandedIn[] = [];
    for (const file of files) outcomes.push(await handIn(file));
    setDone(outcomes);
    setFiles([]);
    setTurns((count) => count + 1);
    setBusy(false);
    await Promise.all(refreshes.map((refresh) => refresh()));
  };
  return {
    field: { name: "file", files, onChange: setFiles, error: missing },
    done,
    /** How often some were handed in. */
    turns,
    form: {
      submit: () => {
        if (files.length === 0) setRefusals((count) => count + 1);
        else if (!busy) void send();
      },
      busy,
      sentence: missing ?? null,
      refused: missing === undefined ? [] : [{ name: "file", sentence: missing }],
      refusals,
    },
  };
};
