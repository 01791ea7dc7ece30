import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { chartParts, type ChartPart } from "#domain/exports/chart-part.ts";
import { handOverChart } from "#domain/exports/export.api.ts";
import { exportFormats, type ExportFormat } from "#domain/exports/export-run.ts";
import { listContacts } from "#domain/patients/contact.api.ts";
import {
  disclosurePurposes,
  recipientClasses,
  type DisclosurePurpose,
  type RecipientClass,
} from "#domain/privacy/information.ts";
import { representativeRoleOf } from "#domain/privacy/own-record.ts";
import {
  exportPurposeWords,
  exportWords,
  formatWords,
  partWords,
  recipientClassWords,
} from "#web/exports/export-words.ts";
import { chosen, made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldProblems } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Form } from "#web/ui/form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly format: ExportFormat | "";
  readonly isPatient: boolean;
  /** Who stands for the person and takes it; empty: they themselves. */
  readonly standsIn: string;
  readonly isSure: boolean;
  readonly name: string;
  readonly classes: readonly RecipientClass[];
  readonly purpose: DisclosurePurpose | "";
  readonly reason: string;
  readonly parts: readonly ChartPart[];
  readonly from: string;
  readonly to: string;
};

const initial: Values = {
  format: "both",
  isPatient: true,
  standsIn: "",
  isSure: false,
  name: "",
  classes: [],
  purpose: "",
  reason: "",
  parts: chartParts,
  from: "",
  to: "",
};

const check = (values: Values): FieldProblems => ({
  ...missingOf(
    values,
    values.isPatient
      ? ["format", "reason", "parts"]
      : ["name", "purpose", "format", "reason", "parts"],
  ),
  ...(values.isPatient && !values.isSure && { isSure: { code: "required" } }),
});

/** Who may take the record for the person, as the chart has it. */
const useRepresentatives = (patientId: string): { value: string; label: string }[] => {
  const contacts = useRead(listContacts, { patientId }, { quiet: true });
  return (contacts.data?.rows ?? [])
    .filter((contact) => representativeRoleOf(contact) !== undefined)
    .map(({ name }) => ({ value: name, label: name }));
};

/** To whom, why and what of one person's chart. */
export const HandOverForm = (props: {
  readonly patientId: string;
  readonly patientName: string;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, patientName } = props;
  const act = useAct(handOverChart, {
    failureShownInPlace: true,
    words: exportWords,
    done: t`The files are ready below.`,
    changes: ["disclosure"],
    // That it is they is made sure of each time anew.
    onDone: () => form.reset(),
  });
  const form = useForm({
    id: `hand-over-${patientId}`,
    initial,
    act,
    toInput: ({ isPatient, standsIn, isSure, name, classes, purpose, format, ...values }) => ({
      format: made(format),
      reason: values.reason,
      patientId,
      recipient: isPatient
        ? { name: chosen(standsIn) ?? patientName, isPatient }
        : { name, isPatient, classes: [...classes] },
      isIdentityConfirmed: isPatient && isSure,
      purpose: isPatient ? "patient-request" : made(purpose),
      parts: [...values.parts],
      from: chosen(values.from),
      to: chosen(values.to),
    }),
    check,
    serverNames: { "recipient.name": "name", isIdentityConfirmed: "isSure" },
  });
  const formats = useChoices(exportFormats, formatWords);
  const purposes = useChoices(
    disclosurePurposes.filter((one) => one !== "patient-request"),
    exportPurposeWords,
  );
  const classes = useChoices(recipientClasses, recipientClassWords);
  const parts = useChoices(chartParts, partWords);
  const representatives = useRepresentatives(patientId);
  return (
    <Form form={form} submit={<Trans>Make the files</Trans>}>
      <CheckField label={t`They go to the person themselves`} {...form.field("isPatient")} />
      {form.values.isPatient ? (
        <>
          {representatives.length > 0 && (
            <SelectField
              label={t`Who takes them`}
              hint={t`A guardian or health care agent on the chart may take them for the person.`}
              optional
              none={t`${patientName}, the person themselves`}
              choices={representatives}
              {...form.field("standsIn")}
            />
          )}
          <CheckField
            label={t`I made sure that it is they`}
            hint={t`The accounting will say who took them. To anybody else they go only with a consent.`}
            {...form.field("isSure")}
          />
        </>
      ) : (
        <>
          <TextField
            label={t`Who receives them`}
            hint={t`As the consent names them.`}
            {...form.field("name")}
          />
          <ChoicesField label={t`They are one of`} choices={classes} {...form.field("classes")} />
          <SelectField label={t`What for`} choices={purposes} {...form.field("purpose")} />
        </>
      )}
      <TextField
        label={t`Why, and how you know that it is they`}
        hint={t`Stays in the history: who asked, and what they showed.`}
        {...form.field("reason")}
      />
      <SelectField label={t`As`} choices={formats} {...form.field("format")} />
      <ChoicesField label={t`Parts`} choices={parts} {...form.field("parts")} />
      <DateField
        label={t`From`}
        hint={t`Attendance, notes and questionnaires of these days; empty for all.`}
        optional
        {...form.field("from")}
      />
      <DateField label={t`To`} optional {...form.field("to")} />
    </Form>
  );
};
