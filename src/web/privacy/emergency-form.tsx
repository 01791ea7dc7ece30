import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { tellInEmergency } from "#domain/privacy/disclosure.api.ts";
import { emergencyGrounds, type EmergencyGround } from "#domain/privacy/emergency.ts";
import { informationKinds, type Information } from "#domain/privacy/information.ts";
import { timeNow } from "#web/platform/clock.ts";
import { momentOn } from "#web/platform/dates.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useToday } from "#web/platform/use-today.ts";
import { channelWords, informationWords, privacyWords } from "#web/privacy/consent-words.ts";
import { emergencyWords } from "#web/privacy/ground-words.ts";
import { toldMomentProblem } from "#web/privacy/told-moment.ts";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { TimeField } from "#web/ui/time-field.tsx";

const channels = ["spoken", "paper", "fax"] as const;
/** What treats somebody stands first; what was said in counseling stays closed, in an emergency too. */
const first = ["medications", "drug-tests", "diagnoses", "assessments"] as const;
const closed: readonly Information[] = ["counseling-notes", ...first];
const tellable: readonly Information[] = [
  ...first,
  ...informationKinds.filter((kind) => !closed.includes(kind)),
];

type Values = {
  readonly recipient: string;
  readonly affiliation: string;
  readonly toldBy: string;
  readonly day: string;
  readonly hour: string;
  readonly nature: string;
  readonly ground: EmergencyGround | "";
  readonly information: readonly Information[];
  readonly channel: (typeof channels)[number] | "";
};

const timeAt = (now: Date, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(now);

/** Writes down at once what medical personnel were told without consent: each field is one the regulation asks for. */
export const EmergencyForm = (props: {
  readonly patientId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, onClose } = props;
  const { account, organization } = useSession();
  const { zone } = organization;
  const maySeeTold = useCan("disclosures:read");
  const [began] = useState(useNow());
  const today = useToday();
  const initial: Values = {
    recipient: "",
    affiliation: "",
    toldBy: account.name,
    day: today,
    hour: timeAt(began, zone),
    nature: "",
    ground: "consent-not-obtainable",
    information: [],
    channel: "spoken",
  };
  const act = useAct(tellInEmergency, {
    done: ({ restrictionId }) =>
      restrictionId === null
        ? maySeeTold
          ? t`Written down. It stands under What was told.`
          : t`Written down. Whoever looks after privacy reads it under What was told.`
        : t`Written down. They asked to keep this back: ask whoever was told not to use or tell it further.`,
    onDone: onClose,
    words: privacyWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `emergency-${patientId}`,
    initial,
    act,
    toInput: ({ day, hour, information, ground, channel, ...values }) => ({
      ...values,
      patientId,
      ground: made(ground),
      channel: made(channel),
      information: [...information],
      toldAt: momentOn(day, hour, zone).toISOString(),
    }),
    check: (values) => ({
      ...toldMomentProblem(values, { now: timeNow(), today, zone }),
      ...missingOf(values, [
        "recipient",
        "affiliation",
        "toldBy",
        "day",
        "hour",
        "nature",
        "information",
      ]),
    }),
    serverNames: { toldAt: "hour" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Write down</Trans>} onClose={onClose}>
      <Note>
        <Trans>
          In a medical emergency tell first, write it down at once: only medical personnel, only
          what treats it.
        </Trans>
      </Note>
      <TextField
        label={t`Who was told`}
        hint={t`The name of the physician, nurse or paramedic.`}
        autoFocus
        {...form.field("recipient")}
      />
      <TextField label={t`Of which hospital or service`} {...form.field("affiliation")} />
      <TextArea label={t`What the emergency was`} rows={2} {...form.field("nature")} />
      <ChoicesField
        label={t`What was told`}
        choices={useChoices(tellable, informationWords)}
        {...form.field("information")}
      />
      <FieldRow>
        <DateField label={t`Day`} latest={today} {...form.field("day")} />
        <TimeField label={t`Time`} {...form.field("hour")} />
      </FieldRow>
      <TextField label={t`Who told it`} {...form.field("toldBy")} />
      <SelectField
        label={t`Why without consent`}
        choices={useChoices(emergencyGrounds, emergencyWords)}
        {...form.field("ground")}
      />
      <SelectField
        label={t`How`}
        choices={useChoices(channels, channelWords)}
        {...form.field("channel")}
      />
    </PanelForm>
  );
};
