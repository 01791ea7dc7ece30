import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState, type ReactNode } from "react";
import {
  isLikelySame,
  type DuplicateReason,
  type LikelyDuplicate,
} from "#domain/patients/duplicate.ts";
import { listLikelyDuplicates, registerPatient } from "#domain/patients/patient.api.ts";
import { shownName } from "#domain/patients/shown-name.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { isDay } from "#web/platform/typed-day.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";
import {
  checkPatient,
  emptyPatient,
  patientFactsOf,
  PatientFields,
  type PatientValues,
} from "#web/patients/patient-fields.tsx";
import { patientWords } from "#web/patients/patient-words.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { PeopleIcon } from "#web/ui/icons.ts";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

const pauseMs = 300;

/** Who may be this person already, asked while the form is being filled in. */
const useDuplicates = (values: PatientValues): readonly LikelyDuplicate[] => {
  const { givenName, familyName, birthDate, phone, email } = useSettled(values, pauseMs);
  const isBorn = isDay(birthDate);
  const named = givenName.trim() !== "" && familyName.trim() !== "";
  const { data } = useRead(
    listLikelyDuplicates,
    {
      givenName: givenName.slice(0, 100),
      familyName: familyName.slice(0, 100),
      ...(isBorn && { birthDate }),
      ...(phone !== "" && { phone: phone.slice(0, 30) }),
      ...(email !== "" && { email: email.slice(0, 254) }),
    },
    {
      enabled: named && (isBorn || phone !== "" || email !== ""),
      keepWhileLoading: true,
      quiet: true,
    },
  );
  return named ? (data?.rows ?? []) : [];
};

const Why = (props: { readonly reasons: readonly DuplicateReason[] }): ReactNode => {
  const { t } = useLingui();
  const words: Record<DuplicateReason, string> = {
    name: t`like name`,
    "birth-date": t`same birthday`,
    phone: t`same phone`,
    email: t`same e-mail`,
  };
  return props.reasons.map((reason) => words[reason]).join(", ");
};

const Duplicates = (props: { readonly rows: readonly LikelyDuplicate[] }): ReactNode => {
  const { t } = useLingui();
  return (
    <Note meaning="short" icon={PeopleIcon}>
      <Trans>Here already? Open the record before you register a second one.</Trans>
      <Rows label={t`Who this may be`}>
        {props.rows.map((patient) => (
          <Row
            key={patient.id}
            to={paths.patient(patient.id)}
            title={shownName(patient)}
            action={
              <Button size="small" to={paths.patient(patient.id)}>
                <Trans>Open the record</Trans>
              </Button>
            }
            below={
              <>
                <Time at={patient.birthDate} as="calendar" /> · {patient.mrn} ·{" "}
                <Why reasons={patient.reasons} />
              </>
            }
          />
        ))}
      </Rows>
    </Note>
  );
};

/** What somebody had in sight when they said that it is another person: said of others, or of other facts, it is not. */
const inSight = (values: PatientValues, rows: readonly LikelyDuplicate[]): string => {
  const { givenName, familyName, birthDate, phone, email } = values;
  return JSON.stringify([givenName, familyName, birthDate, phone, email, rows.map(({ id }) => id)]);
};

/** Registers a person and opens the record, or goes on to admit them. Warns while one types of whoever may be here already. */
export const RegisterPatientForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const mayAdmit = useCan("enrollments:manage");
  const admitsNext = useRef(false);
  const [sureOf, setSureOf] = useState<string | null>(null);
  const act = useAct(registerPatient, {
    done: t`Registered.`,
    onDone: ({ id }) => go(admitsNext.current ? paths.admission(id) : paths.patient(id)),
    words: patientWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "patient-new",
    initial: emptyPatient,
    act,
    toInput: (values) => ({ ...patientFactsOf(values), sureItIsNew: isSureOf(values) }),
    check: checkPatient,
  });
  const duplicates = useDuplicates(form.values);
  const mustLook = duplicates.some(({ reasons }) => isLikelySame(reasons));
  const isSureOf = (values: PatientValues): boolean => sureOf === inSight(values, duplicates);
  const sayItIsNew = (isNew: boolean): void => {
    setSureOf(isNew ? inSight(form.values, duplicates) : null);
    form.set({ sureItIsNew: isNew });
  };
  const register = (next: { readonly admits: boolean }): void => {
    admitsNext.current = next.admits;
    form.submit();
  };
  return (
    <PanelForm
      form={{ ...form, submit: () => register({ admits: false }) }}
      submit={<Trans>Register</Trans>}
      also={
        mayAdmit && (
          <Button busy={form.busy} onPress={() => register({ admits: true })}>
            <Trans>Register and admit</Trans>
          </Button>
        )
      }
      onClose={props.onClose}
    >
      <PatientFields form={form}>
        {duplicates.length > 0 && (
          <>
            <Duplicates rows={duplicates} />
            {mustLook && (
              <CheckField
                label={t`I looked: this is another person`}
                {...form.field("sureItIsNew")}
                value={isSureOf(form.values)}
                onChange={sayItIsNew}
              />
            )}
          </>
        )}
      </PatientFields>
    </PanelForm>
  );
};
