import { useEffect } from "react";
import type { AnyRoute } from "#domain/contract/route.ts";
import { leaveUnsaved } from "#web/platform/unsaved.ts";
import { forgetTyped, useForm, type FormOptions, type FormState } from "#web/platform/use-form.ts";
import { waitSentence } from "#web/access/wait-sentence.ts";

/**
 * A form of somebody who is not signed in. Leaving never asks, and nothing typed stays behind: the next person at a shared
 * tablet must not find it.
 */
export const useOutsideForm = <V extends Readonly<Record<string, unknown>>, R extends AnyRoute>(
  options: FormOptions<V, R>,
): FormState<V> => {
  const form = useForm(options);
  useEffect(() => {
    leaveUnsaved();
  });
  useEffect(() => () => forgetTyped(), []);
  return { ...form, sentence: waitSentence(options.act.problem) ?? form.sentence };
};
