import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { searchDiagnoses } from "#domain/diagnoses/diagnosis.api.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import { FindField } from "#web/ui/find-field.tsx";

/** A diagnosis that is in force on the day of the admission, found by its code or its words. */
export const DiagnosisField = (
  props: FieldBinding<string> & {
    readonly label: string;
    readonly on: string;
    readonly optional?: boolean;
    readonly autoFocus?: boolean;
    /** Diagnoses that stand in the record already, so that they show with their words. */
    readonly known?: readonly { readonly code: string; readonly description: string | null }[];
  },
): ReactNode => {
  const { t } = useLingui();
  const { on, known = [], ...field } = props;
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.split(" · ")[0] ?? "", 150);
  const found = useRead(
    searchDiagnoses,
    { q, on, limit: 12 },
    { enabled: q.length > 1 && on !== "", keepWhileLoading: true, quiet: true },
  );
  return (
    <FindField
      {...field}
      placeholder={t`Code or words: F10.20, alcohol dep`}
      onFind={setTyped}
      found={[...known.filter(({ code }) => code === field.value), ...(found.data?.rows ?? [])].map(
        ({ code, description }) => ({
          value: code,
          label: description === null ? code : `${code} · ${description}`,
        }),
      )}
    />
  );
};
