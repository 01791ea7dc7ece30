import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { changeContact, createContact } from "#domain/patients/contact.api.ts";
import {
  contactRelations,
  contactRoles,
  type Contact,
  type ContactRelation,
  type ContactRole,
} from "#domain/patients/contact.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import { contactRoleWords, patientWords, relationWords } from "#web/patients/patient-words.ts";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly relation: ContactRelation | "";
  readonly roles: readonly ContactRole[];
  readonly phone: string;
  readonly email: string;
  readonly notes: string;
};

const valuesOf = (contact: Contact | null): Values => ({
  name: contact?.name ?? "",
  relation: contact?.relation ?? "",
  roles: contact?.roles ?? [],
  phone: contact?.phone ? spokenPhone(contact.phone) : "",
  email: contact?.email ?? "",
  notes: contact?.notes ?? "",
});

const factsOf = ({ relation, roles, ...rest }: Values) => ({
  ...rest,
  relation: made(relation),
  roles: [...roles],
});

const check = (values: Values): FieldProblems => missingOf(values, ["name", "relation"]);

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Name`} autoFocus {...form.field("name")} />
      <PickField
        label={t`What they are to the person`}
        choices={useChoices(contactRelations, relationWords)}
        {...form.field("relation")}
      />
      <ChoicesField
        label={t`What they do`}
        hint={t`None of these lets anybody be told anything: that needs a consent.`}
        choices={useChoices(contactRoles, contactRoleWords)}
        {...form.field("roles")}
      />
      <TextField label={t`Phone`} kind="tel" optional {...form.field("phone")} />
      <TextField label={t`E-mail`} kind="email" optional {...form.field("email")} />
      <TextField label={t`Remark`} optional {...form.field("notes")} />
    </>
  );
};

/** Adds somebody around a patient, or changes what is said of them. */
export const ContactForm = (props: {
  readonly patientId: string;
  readonly contact: Contact | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { contact, patientId } = props;
  const options = {
    done: t`Saved.`,
    onDone: props.onClose,
    words: patientWords,
    failureShownInPlace: true,
  };
  const create = useAct(createContact, options);
  const change = useAct(changeContact, options);
  const shared = { initial: valuesOf(contact), check };
  const adding = useForm({
    ...shared,
    id: `contact-new-${patientId}`,
    act: create,
    toInput: (values) => ({ patientId, ...factsOf(values) }),
  });
  const changing = useForm({
    ...shared,
    id: `contact-${contact?.id ?? "none"}`,
    act: change,
    toInput: (values) => ({
      contactId: contact?.id ?? "",
      version: contact?.version ?? 1,
      ...factsOf(values),
    }),
  });
  const form = contact === null ? adding : changing;
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={props.onClose}>
      <Fields form={form} />
    </PanelForm>
  );
};
