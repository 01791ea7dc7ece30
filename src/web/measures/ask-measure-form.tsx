import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { listEnrollments } from "#domain/admissions/enrollment.api.ts";
import type { Output } from "#domain/contract/route.ts";
import {
  instrumentNames,
  instrumentOf,
  type InstrumentName,
} from "#domain/measures/instruments/instrument-list.ts";
import { askMeasure } from "#domain/measures/measure.api.ts";
import { measureWords } from "#web/measures/measure-words.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";

const [firstInstrument] = instrumentNames;

/** Asks a measure in one of the stays that run. */
export const AskMeasureForm = (props: {
  readonly patientId: string;
  readonly stays: Output<typeof listEnrollments>["rows"];
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const today = useToday();
  const running = props.stays.filter((stay) => stay.endedOn === null);
  const act = useAct(askMeasure, {
    words: measureWords,
    failureShownInPlace: true,
    done: t`Asked. It waits on their phone from that day on.`,
    onDone: props.onClose,
  });
  const initial: { instrument: InstrumentName | ""; enrollmentId: string; dueOn: string } = {
    instrument: firstInstrument,
    enrollmentId: running[0]?.id ?? "",
    dueOn: today,
  };
  const chosen = (instrument: InstrumentName | ""): InstrumentName => instrument || firstInstrument;
  const form = useForm({
    id: `ask-${props.patientId}`,
    initial,
    act,
    toInput: ({ instrument, ...typed }) => ({
      patientId: props.patientId,
      instrument: chosen(instrument),
      ...typed,
    }),
  });
  const { name } = instrumentOf(chosen(form.values.instrument));
  return (
    <PanelForm form={form} submit={<Trans>Ask {name}</Trans>} onClose={props.onClose}>
      {instrumentNames.length > 1 && (
        <SelectField
          label={t`Measure`}
          choices={instrumentNames.map((value) => ({ value, label: instrumentOf(value).name }))}
          {...form.field("instrument")}
        />
      )}
      <SelectField
        label={t`Stay`}
        choices={running.map((stay) => ({
          value: stay.id,
          label: `${stay.program.name}, ${stay.track.name}`,
        }))}
        {...form.field("enrollmentId")}
      />
      <DateField label={t`Due on`} {...form.field("dueOn")} />
    </PanelForm>
  );
};
