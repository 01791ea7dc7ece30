import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { endReasons, type EndReason } from "#domain/admissions/admission-terms.ts";
import { dischargePatient } from "#domain/admissions/enrollment.api.ts";
import type { Enrollment } from "#domain/admissions/enrollment.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { endWords, planWords } from "#web/charting/plan-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

/** Discharges from one stay. The reason is the clinician's to choose; nothing is proposed but the day they were last here. */
export const DischargeForm = (props: {
  readonly stay: Enrollment;
  readonly today: string;
  /** The day of the last session they were in; null where none is known. */
  readonly lastThereOn: string | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { stay, today, lastThereOn, onClose } = props;
  const act = useAct(dischargePatient, {
    done: t`Discharged.`,
    onDone: onClose,
    words: planWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const initial: { endedOn: string; reason: EndReason | ""; words: string } = {
    endedOn: lastThereOn ?? "",
    reason: "",
    words: "",
  };
  const form = useForm({
    id: `discharge-${stay.id}`,
    initial,
    act,
    toInput: ({ endedOn, reason, words }) => {
      if (reason === "") throw new Error("A discharge was sent without a reason.");
      return { enrollmentId: stay.id, version: stay.version, endedOn, reason, words };
    },
    check: ({ endedOn, reason }) => ({
      ...(endedOn === "" && { endedOn: { code: "missing" } }),
      ...(reason === "" && { reason: { code: "missing" } }),
    }),
  });
  return (
    <PanelForm form={form} submit={<Trans>Discharge</Trans>} onClose={onClose}>
      <DateField
        label={t`Last day`}
        hint={
          lastThereOn === null
            ? t`The day of the last session they were in, not of this entry.`
            : t`The day of the last session they were in.`
        }
        earliest={stay.admittedOn}
        latest={today}
        {...form.field("endedOn")}
      />
      <SelectField
        label={t`Reason`}
        choices={endReasons.map((code) => ({ value: code, label: i18n._(endWords[code]) }))}
        {...form.field("reason")}
      />
      <TextArea label={t`In words`} optional maxLength={400} {...form.field("words")} />
    </PanelForm>
  );
};
