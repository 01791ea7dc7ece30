import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { createCourtOrder } from "#domain/privacy/court-order.api.ts";
import { courtOrderKinds, courtPapers } from "#domain/privacy/court-order.ts";
import { informationKinds, type Information } from "#domain/privacy/information.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { informationWords, privacyWords } from "#web/privacy/consent-words.ts";
import { orderDefectWords, orderKindWords, paperWords } from "#web/privacy/ground-words.ts";
import { linesOf } from "#web/privacy/lines-of.ts";
import { useSay } from "#web/platform/use-say.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly paper: (typeof courtPapers)[number] | "";
  readonly kind: (typeof courtOrderKinds)[number] | "";
  readonly court: string;
  readonly docketNumber: string;
  readonly enteredOn: string;
  readonly expiresOn: string;
  readonly names: string;
  readonly information: readonly Information[];
  readonly isSealed: boolean;
  readonly gaveNotice: boolean;
  readonly findsNoOtherWay: boolean;
  readonly findsPublicInterest: boolean;
  readonly findsSeriousCrime: boolean;
  readonly limitsInformation: boolean;
  readonly limitsRecipients: boolean;
  readonly limitsFurtherUse: boolean;
  readonly opensConfidences: boolean;
  readonly comesWithSubpoena: boolean;
};

const empty: Values = {
  paper: "order",
  kind: "civil",
  court: "",
  docketNumber: "",
  enteredOn: "",
  expiresOn: "",
  names: "",
  information: [],
  isSealed: false,
  gaveNotice: false,
  findsNoOtherWay: false,
  findsPublicInterest: false,
  findsSeriousCrime: false,
  limitsInformation: false,
  limitsRecipients: false,
  limitsFurtherUse: false,
  opensConfidences: false,
  comesWithSubpoena: false,
};

/** What the paper must say to open a record, one after the other, as somebody reads it. */
const Findings = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const { kind } = form.values;
  return (
    <>
      <CheckField
        label={t`It uses a made-up name for the patient, or the proceeding is sealed`}
        {...form.field("isSealed")}
      />
      {kind !== "program" && (
        <CheckField
          label={t`The patient and the program were told of it and could answer`}
          {...form.field("gaveNotice")}
        />
      )}
      <CheckField
        label={t`It finds that there is no other way to the information`}
        {...form.field("findsNoOtherWay")}
      />
      <CheckField
        label={t`It finds that the need outweighs the harm to the patient and to treatment`}
        {...form.field("findsPublicInterest")}
      />
      {kind === "criminal" && (
        <CheckField
          label={t`It finds that the crime is extremely serious`}
          {...form.field("findsSeriousCrime")}
        />
      )}
      <CheckField
        label={t`It is limited to the parts of the record that are needed`}
        {...form.field("limitsInformation")}
      />
      <CheckField
        label={t`It is limited to the people who need it`}
        {...form.field("limitsRecipients")}
      />
      <CheckField
        label={t`It limits further use, as by sealing`}
        {...form.field("limitsFurtherUse")}
      />
      <CheckField
        label={t`It opens what was said in treatment, with a finding of its own`}
        {...form.field("opensConfidences")}
      />
      <CheckField
        label={t`A subpoena comes with it`}
        hint={t`An order alone only allows; with a subpoena it must be answered.`}
        {...form.field("comesWithSubpoena")}
      />
    </>
  );
};

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { form } = props;
  const { paper } = form.values;
  const isOrder = paper === "order";
  return (
    <>
      <SelectField
        label={t`The paper is`}
        choices={useChoices(courtPapers, paperWords)}
        {...form.field("paper")}
      />
      {!isOrder && paper !== "" && (
        <Note meaning="risk">{say(orderDefectWords, `${paper}-alone`)}</Note>
      )}
      <SelectField
        label={t`It is about`}
        choices={useChoices(courtOrderKinds, orderKindWords)}
        {...form.field("kind")}
      />
      <TextField label={t`Court`} {...form.field("court")} />
      <TextField label={t`Docket number`} optional {...form.field("docketNumber")} />
      <FieldRow>
        <DateField label={isOrder ? t`Entered on` : t`Dated`} {...form.field("enteredOn")} />
        <DateField
          label={isOrder ? t`Last day` : t`To be answered by`}
          optional
          {...form.field("expiresOn")}
        />
      </FieldRow>
      <TextArea
        label={isOrder ? t`Who may be told` : t`Who asks`}
        hint={t`One a line.`}
        rows={2}
        {...form.field("names")}
      />
      <ChoicesField
        label={isOrder ? t`What it opens` : t`What it asks for`}
        choices={useChoices(informationKinds, informationWords)}
        {...form.field("information")}
      />
      {isOrder && <Findings form={form} />}
    </>
  );
};

/** Writes down a paper of a court as it is; what it lacks to open the record is told at once. */
export const CourtOrderForm = (props: {
  readonly patientId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, onClose } = props;
  const act = useAct(createCourtOrder, {
    done: t`Written down.`,
    onDone: onClose,
    words: privacyWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `court-order-${patientId}`,
    initial: empty,
    act,
    toInput: ({ names, isSealed, information, paper, kind, ...values }) => ({
      ...values,
      patientId,
      paper: made(paper),
      kind: made(kind),
      recipients: linesOf(names),
      information: [...information],
      namesPatientOpenly: !isSealed,
    }),
    check: (values) => missingOf(values, ["paper", "kind", "court", "enteredOn"]),
    serverNames: { recipients: "names" } as const,
  });
  return (
    <PanelForm form={form} submit={<Trans>Write down</Trans>} onClose={onClose}>
      <Fields form={form} />
    </PanelForm>
  );
};
