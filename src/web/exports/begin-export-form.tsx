import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { exportOrganization } from "#domain/exports/export.api.ts";
import { organizationGrounds, type OrganizationGround } from "#domain/exports/export-run.ts";
import { exportWords, groundWords } from "#web/exports/export-words.ts";
import { chosen, made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Form } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly ground: OrganizationGround | "";
  readonly recipientName: string;
  readonly reason: string;
};

const initial: Values = { ground: "own-keeping", recipientName: "", reason: "" };

/** Asks for everything: for ourselves, or for whoever takes the people over. */
export const BeginExportForm = (): ReactNode => {
  const { t } = useLingui();
  const act = useAct(exportOrganization, {
    failureShownInPlace: true,
    words: exportWords,
    done: t`It is being made. You can go on working.`,
  });
  const form = useForm({
    id: "begin-export",
    initial,
    act,
    toInput: ({ ground, recipientName, reason }) => ({
      ground: made(ground),
      recipientName: ground === "successor" ? chosen(recipientName) : null,
      reason,
    }),
    check: (values) =>
      missingOf(
        values,
        values.ground === "successor"
          ? ["ground", "recipientName", "reason"]
          : ["ground", "reason"],
      ),
  });
  const grounds = useChoices(organizationGrounds, groundWords);
  return (
    <Form form={form} submit={<Trans>Export everything</Trans>}>
      <SelectField label={t`What it is for`} choices={grounds} {...form.field("ground")} />
      {form.values.ground === "successor" && (
        <>
          <Note>
            <Trans>
              Records of substance use treatment go only for people whose consent names the
              successor. Everybody else is held back and counted.
            </Trans>
          </Note>
          <TextField
            label={t`Who takes over`}
            hint={t`As the consents name them.`}
            {...form.field("recipientName")}
          />
        </>
      )}
      <TextField label={t`Why`} hint={t`Stays in the history.`} {...form.field("reason")} />
    </Form>
  );
};
