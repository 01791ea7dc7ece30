import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  credentialCodes,
  credentialKinds,
  knownCredential,
  type CredentialKind,
} from "#domain/practice/credential-code.ts";
import { credentialProblems, type Credential } from "#domain/practice/credential.ts";
import { usualCredentials, type Position } from "#domain/practice/position.ts";
import type { FieldProblems, FormState } from "#web/platform/use-form.ts";
import { codeWords, kindWords } from "#web/practice/credential-words.ts";
import { made, missingOf } from "#web/practice/form-checks.ts";
import { stateChoices, type UsState } from "#web/practice/us-state-names.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Stands in the list of codes for "none of these". */
const otherCode = "other";

/** What the fields of a credential hold while somebody types. */
export type CredentialValues = {
  readonly code: string;
  readonly kind: CredentialKind | "";
  readonly state: UsState | "";
  readonly number: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly needsSupervision: boolean;
};

export const emptyCredential: CredentialValues = {
  code: "",
  kind: "",
  state: "",
  number: "",
  issuedOn: "",
  expiresOn: "",
  needsSupervision: false,
};

export const credentialValues = (credential: Credential): CredentialValues => ({
  code: credential.code,
  kind: credential.kind,
  state: credential.state ?? "",
  number: credential.number ?? "",
  issuedOn: credential.issuedOn ?? "",
  expiresOn: credential.expiresOn ?? "",
  needsSupervision: credential.needsSupervision,
});

/** The typed values as the contract takes them. */
export const credentialFactsOf = ({ kind, ...rest }: CredentialValues) => ({
  ...rest,
  kind: made(kind),
});

const orNull = <T extends string>(value: T | ""): T | null => (value === "" ? null : value);

/** The rule that the service asks, asked before sending. */
export const checkCredential = (values: CredentialValues): FieldProblems => {
  const missing = missingOf(values, ["code"]);
  // The letters bring their kind; without them there is nothing else to check.
  if (values.kind === "") return missing;
  const { kind, code } = values;
  return {
    ...credentialProblems({
      kind,
      code,
      state: orNull(values.state),
      number: orNull(values.number.trim()),
      issuedOn: orNull(values.issuedOn),
      expiresOn: orNull(values.expiresOn),
    }),
    ...missing,
  };
};

const useCodeChoices = (position: Position) => {
  const { t, i18n } = useLingui();
  const usual = usualCredentials(position);
  const codes = [
    ...usual,
    ...credentialCodes.map(({ code }) => code).filter((code) => !usual.includes(code)),
  ];
  const say = (code: string): string => {
    const word = codeWords[code];
    return word === undefined ? code : `${code} ${i18n._(word)}`;
  };
  return [
    ...codes.map((code) => ({ value: code, label: say(code) })),
    { value: otherCode, label: t`Another credential` },
  ];
};

/** The credential by its letters. Choosing known ones fills in what they bring. */
const CodeField = (props: {
  readonly form: FormState<CredentialValues>;
  readonly position: Position;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const choices = useCodeChoices(props.position);
  const field = form.field("code");
  const [isOther, setOther] = useState(
    field.value !== "" && knownCredential(field.value) === undefined,
  );
  const choose = (code: string): void => {
    const known = knownCredential(code);
    setOther(known === undefined);
    if (known === undefined) form.set({ code: "", kind: "license" });
    else form.set({ code, kind: known.kind, needsSupervision: known.needsSupervision });
  };
  return (
    <>
      <PickField
        label={t`Credential`}
        choices={choices}
        {...field}
        name={isOther ? "known-code" : "code"}
        value={isOther ? otherCode : field.value}
        onChange={choose}
        error={isOther ? undefined : field.error}
      />
      {isOther && (
        <FieldRow>
          <TextField label={t`Its letters`} maxLength={20} autoFocus {...field} />
          <KindField form={form} />
        </FieldRow>
      )}
    </>
  );
};

const KindField = (props: { readonly form: FormState<CredentialValues> }): ReactNode => {
  const { t, i18n } = useLingui();
  return (
    <SelectField
      label={t`Kind`}
      choices={credentialKinds.map((kind) => ({ value: kind, label: i18n._(kindWords[kind]) }))}
      {...props.form.field("kind")}
    />
  );
};

/** From when to when a credential holds. */
export const CredentialDates = (props: {
  readonly form: FormState<CredentialValues>;
  /** Renewing begins at the last day, the one thing that is new. */
  readonly renews?: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <FieldRow>
      <DateField label={t`First day`} optional {...form.field("issuedOn")} />
      <DateField
        label={t`Last day`}
        optional
        hint={t`The last day on which it holds.`}
        autoFocus={props.renews ?? false}
        {...form.field("expiresOn")}
      />
    </FieldRow>
  );
};

/** The fields of a credential. `position` decides which letters are offered first. */
export const CredentialFields = (props: {
  readonly form: FormState<CredentialValues>;
  readonly position: Position;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const { kind } = form.values;
  const isIssuedByState = kind === "license" || kind === "dea";
  return (
    <>
      <CodeField form={form} position={props.position} />
      <FieldRow>
        <PickField
          label={t`State`}
          optional={!isIssuedByState}
          clearable={!isIssuedByState}
          choices={stateChoices}
          {...form.field("state")}
        />
        <TextField
          label={t`Number`}
          optional={!isIssuedByState}
          maxLength={40}
          {...form.field("number")}
        />
      </FieldRow>
      <CheckField
        label={t`Counts only under supervision`}
        hint={t`What is signed with it needs a supervisor’s name.`}
        {...form.field("needsSupervision")}
      />
    </>
  );
};
