import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { signerRelations } from "#domain/privacy/consent.ts";
import {
  informationKinds,
  recipientClasses,
  treatmentPaymentOperations,
  type Information,
  type RecipientClass,
} from "#domain/privacy/information.ts";
import { createRestriction } from "#domain/privacy/restriction.api.ts";
import {
  restrictedRecipientKinds,
  type RestrictedPurpose,
  type RestrictedRecipientKind,
} from "#domain/privacy/restriction.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import {
  classWords,
  informationWords,
  purposeWords,
  signerWords,
} from "#web/privacy/consent-words.ts";
import { linesOf } from "#web/privacy/lines-of.ts";
import { keptFromWords, restrictionProblems } from "#web/privacy/restriction-words.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly askedOn: string;
  readonly askedBy: string;
  readonly askerRelation: (typeof signerRelations)[number] | "";
  readonly recipientKind: RestrictedRecipientKind | "";
  readonly names: string;
  readonly classes: readonly RecipientClass[];
  readonly information: readonly Information[];
  readonly purposes: readonly RestrictedPurpose[];
  readonly paidInFull: boolean;
};

const recipientsOf = ({ recipientKind, names, classes }: Values): string[] => {
  if (recipientKind === "class") return [...classes];
  return recipientKind === "named" ? linesOf(names) : [];
};

const Recipients = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const kinds = useChoices(restrictedRecipientKinds, keptFromWords);
  const classes = useChoices(recipientClasses, classWords);
  return (
    <>
      <SelectField
        label={t`Whom it is kept from`}
        choices={kinds}
        {...form.field("recipientKind")}
      />
      {form.values.recipientKind === "named" && (
        <TextArea label={t`Names`} hint={t`One a line.`} rows={2} {...form.field("names")} />
      )}
      {form.values.recipientKind === "class" && (
        <ChoicesField label={t`They are one of`} choices={classes} {...form.field("classes")} />
      )}
    </>
  );
};

const Fields = (props: { readonly form: FormState<Values>; readonly today: string }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <Note>
        <Trans>
          Anybody in care may ask that something is not told to others who treat them, who pay, or
          who help to run the program. It is kept back from the moment it is agreed to; an emergency
          still opens it.
        </Trans>
      </Note>
      <TextField label={t`Who asks`} {...form.field("askedBy")} />
      <SelectField
        label={t`Who that is`}
        choices={useChoices(signerRelations, signerWords)}
        {...form.field("askerRelation")}
      />
      <DateField label={t`Asked on`} latest={props.today} {...form.field("askedOn")} />
      <Recipients form={form} />
      <ChoicesField
        label={t`What is to be kept back`}
        choices={useChoices(informationKinds, informationWords)}
        {...form.field("information")}
      />
      <ChoicesField
        label={t`Not to be told for`}
        choices={useChoices(treatmentPaymentOperations, purposeWords)}
        {...form.field("purposes")}
      />
      <CheckField
        label={t`It was paid in full, and not by the health plan`}
        hint={t`Then it has to be kept from the health plan if they ask.`}
        {...form.field("paidInFull")}
      />
    </>
  );
};

const needed = ["askedBy", "askerRelation", "askedOn", "recipientKind"] as const;
const missingIn = (values: Values) => ({
  ...missingOf(values, [...needed, "information", "purposes"]),
  ...(values.recipientKind === "named" && missingOf(values, ["names"])),
  ...(values.recipientKind === "class" && missingOf(values, ["classes"])),
});

/** Writes down what somebody asks to be kept back (42 CFR 2.26). */
export const RestrictionForm = (props: {
  readonly patientId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, onClose } = props;
  const today = useToday();
  const act = useAct(createRestriction, {
    done: t`Written down. It waits for an answer.`,
    onDone: onClose,
    words: restrictionProblems,
    failureShownInPlace: true,
  });
  const initial: Values = {
    askedOn: today,
    askedBy: props.name,
    askerRelation: "patient",
    recipientKind: "named",
    names: "",
    classes: [],
    information: [],
    purposes: [],
    paidInFull: false,
  };
  const form = useForm({
    id: `restriction-${patientId}`,
    initial,
    act,
    toInput: (values) => ({
      patientId,
      askedOn: values.askedOn,
      askedBy: values.askedBy,
      askerRelation: made(values.askerRelation),
      recipientKind: made(values.recipientKind),
      recipients: recipientsOf(values),
      information: [...values.information],
      purposes: [...values.purposes],
      paidInFull: values.paidInFull,
    }),
    check: missingIn,
    serverNames: { recipients: "names" } as const,
  });
  return (
    <PanelForm form={form} submit={<Trans>Write down</Trans>} onClose={onClose}>
      <Fields form={form} today={today} />
    </PanelForm>
  );
};
