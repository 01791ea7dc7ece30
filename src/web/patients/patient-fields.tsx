import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { usStateSchema, type usStates } from "#domain/basics/us-address.ts";
import { languages, languageSchema } from "#domain/patients/language.ts";
import { sexesAtBirth, type Patient } from "#domain/patients/patient.ts";
import { chosen, made, missingOf } from "#web/platform/missing-of.ts";
import type { FieldProblems, FormState } from "#web/platform/use-form.ts";
import { languageWords, sexWords } from "#web/patients/patient-words.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Sex = (typeof sexesAtBirth)[number];
type UsState = (typeof usStates)[number];
type Language = (typeof languages)[number];

/** What the fields of a patient hold while somebody types. Several names stand in one field, parted by commas. */
export type PatientValues = {
  readonly givenName: string;
  readonly middleName: string;
  readonly familyName: string;
  readonly nameSuffix: string;
  readonly preferredName: string;
  readonly nicknames: string;
  readonly formerNames: string;
  readonly pronouns: string;
  readonly birthDate: string;
  readonly sexAtBirth: Sex | "";
  readonly gender: string;
  readonly language: Language | "";
  readonly needsInterpreter: boolean;
  readonly phone: string;
  readonly phoneMayBeCalled: boolean;
  readonly voicemailMayBeLeft: boolean;
  readonly phoneMayBeTexted: boolean;
  readonly email: string;
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: UsState | "";
  readonly postalCode: string;
  /** Asked only where somebody like this is here already. */
  readonly sureItIsNew: boolean;
};

export const emptyPatient: PatientValues = {
  givenName: "",
  middleName: "",
  familyName: "",
  nameSuffix: "",
  preferredName: "",
  nicknames: "",
  formerNames: "",
  pronouns: "",
  birthDate: "",
  sexAtBirth: "",
  gender: "",
  language: "en",
  needsInterpreter: false,
  phone: "",
  phoneMayBeCalled: false,
  voicemailMayBeLeft: false,
  phoneMayBeTexted: false,
  email: "",
  street: "",
  unit: "",
  city: "",
  state: "",
  postalCode: "",
  sureItIsNew: false,
};

const noAddress = { street: "", unit: "", city: "", state: "", postalCode: "" } as const;

export const patientValues = (patient: Patient): PatientValues => {
  const { address, phone, formerNames, nicknames } = patient;
  return {
    givenName: patient.givenName,
    middleName: patient.middleName ?? "",
    familyName: patient.familyName,
    nameSuffix: patient.nameSuffix ?? "",
    preferredName: patient.preferredName ?? "",
    nicknames: nicknames.join(", "),
    formerNames: formerNames.join(", "),
    pronouns: patient.pronouns ?? "",
    birthDate: patient.birthDate,
    sexAtBirth: patient.sexAtBirth ?? "",
    gender: patient.gender ?? "",
    language: languageSchema.safeParse(patient.language).data ?? "",
    needsInterpreter: patient.needsInterpreter,
    phone: phone === null ? "" : spokenPhone(phone),
    phoneMayBeCalled: patient.phoneMayBeCalled,
    voicemailMayBeLeft: patient.voicemailMayBeLeft,
    phoneMayBeTexted: patient.phoneMayBeTexted,
    email: patient.email ?? "",
    ...(address === null ? noAddress : { ...address, unit: address.unit ?? "" }),
    sureItIsNew: false,
  };
};

const namesIn = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** The typed values as the contract takes them. An address is all of it or nothing. */
export const patientFactsOf = (values: PatientValues) => {
  const { street, unit, city, state, postalCode, ...said } = values;
  const { formerNames, nicknames, language, sureItIsNew: _, ...rest } = said;
  return {
    ...rest,
    formerNames: namesIn(formerNames),
    nicknames: namesIn(nicknames),
    language: made(language),
    sexAtBirth: chosen(values.sexAtBirth),
    address: street === "" ? null : { street, unit, city, state: made(state), postalCode },
  };
};

export const checkPatient = (values: PatientValues): FieldProblems => {
  const isAddressBegun = [values.street, values.city, values.state, values.postalCode].some(
    (part) => part !== "",
  );
  return {
    ...missingOf(values, ["givenName", "familyName", "birthDate", "language"]),
    ...(isAddressBegun ? missingOf(values, ["street", "city", "state", "postalCode"]) : {}),
  };
};

const NameFields = (props: { readonly form: FormState<PatientValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <FieldRow>
        <TextField label={t`Given name`} autoFocus {...form.field("givenName")} />
        <TextField label={t`Family name`} {...form.field("familyName")} />
      </FieldRow>
      <FieldRow>
        <TextField label={t`Preferred name`} optional {...form.field("preferredName")} />
        <TextField label={t`Pronouns`} optional {...form.field("pronouns")} />
      </FieldRow>
      <DateField label={t`Born`} birthday {...form.field("birthDate")} />
    </>
  );
};

const PhoneFields = (props: { readonly form: FormState<PatientValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Phone`} kind="tel" optional {...form.field("phone")} />
      <CheckField label={t`May be called`} {...form.field("phoneMayBeCalled")} />
      <CheckField label={t`Voicemail may be left`} {...form.field("voicemailMayBeLeft")} />
      <CheckField label={t`May be texted`} {...form.field("phoneMayBeTexted")} />
      <TextField label={t`E-mail`} kind="email" optional {...form.field("email")} />
    </>
  );
};

const stateChoices = usStateSchema.options.map((state) => ({ value: state, label: state }));

const AddressFields = (props: { readonly form: FormState<PatientValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <TextField label={t`Street`} optional {...form.field("street")} />
      <TextField label={t`Apartment or floor`} optional {...form.field("unit")} />
      <TextField label={t`City`} optional {...form.field("city")} />
      <FieldRow>
        <PickField
          label={t`State`}
          optional
          clearable
          choices={stateChoices}
          {...form.field("state")}
        />
        <TextField label={t`ZIP code`} optional inputMode="numeric" {...form.field("postalCode")} />
      </FieldRow>
    </>
  );
};

/** The fields of a patient: what is needed first stands first, the rest may come later. */
export const PatientFields = (props: {
  readonly form: FormState<PatientValues>;
  /** Stands by the names and the birthday, which tell one person from another. */
  readonly children?: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const languageChoices = useChoices(languages, languageWords);
  const sexChoices = useChoices(sexesAtBirth, sexWords);
  return (
    <>
      <NameFields form={form} />
      {props.children}
      <PhoneFields form={form} />
      <FieldRow>
        <TextField label={t`Middle name`} optional {...form.field("middleName")} />
        <TextField label={t`Suffix`} optional {...form.field("nameSuffix")} />
      </FieldRow>
      <TextField
        label={t`Nicknames`}
        hint={t`Several are parted by commas.`}
        optional
        {...form.field("nicknames")}
      />
      <TextField
        label={t`Former names`}
        hint={t`A maiden name, a name before transition: found by, and shown nowhere else.`}
        optional
        {...form.field("formerNames")}
      />
      <FieldRow>
        <SelectField
          label={t`Sex at birth`}
          hint={t`As payers ask.`}
          optional
          none={t`not said`}
          choices={sexChoices}
          {...form.field("sexAtBirth")}
        />
        <TextField label={t`Gender`} hint={t`In their words.`} optional {...form.field("gender")} />
      </FieldRow>
      <PickField label={t`Language`} choices={languageChoices} {...form.field("language")} />
      <CheckField label={t`Needs an interpreter`} {...form.field("needsInterpreter")} />
      <AddressFields form={form} />
    </>
  );
};
