import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { positions, type Position } from "#domain/practice/position.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { staffName, type StaffRow } from "#domain/practice/staff.ts";
import type { FieldProblems, FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { made, missingOf, npiProblem } from "#web/practice/form-checks.ts";
import { NpiField } from "#web/practice/npi-field.tsx";
import { positionWords } from "#web/practice/position-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import type { Choice } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What the fields of a colleague hold while somebody types. */
export type StaffValues = {
  readonly givenName: string;
  readonly familyName: string;
  readonly credentialsShown: string;
  readonly position: Position | "";
  readonly homeSiteId: string;
  readonly supervisorId: string;
  readonly email: string;
  readonly phone: string;
  readonly npi: string;
  readonly startedOn: string;
};

export const emptyStaff: StaffValues = {
  givenName: "",
  familyName: "",
  credentialsShown: "",
  position: "",
  homeSiteId: "",
  supervisorId: "",
  email: "",
  phone: "",
  npi: "",
  startedOn: "",
};

export const staffValues = (person: StaffRow): StaffValues => ({
  givenName: person.givenName,
  familyName: person.familyName,
  credentialsShown: person.credentialsShown ?? "",
  position: person.position,
  homeSiteId: person.homeSite?.id ?? "",
  supervisorId: person.supervisor?.id ?? "",
  email: person.email ?? "",
  phone: person.phone === null ? "" : spokenPhone(person.phone),
  npi: person.npi ?? "",
  startedOn: person.startedOn ?? "",
});

/** The typed values as the contract takes them. */
export const staffFactsOf = ({ position, ...rest }: StaffValues) => ({
  ...rest,
  position: made(position),
});

export const checkStaff = (values: StaffValues): FieldProblems => ({
  ...missingOf(values, ["givenName", "familyName", "position"]),
  ...npiProblem(values.npi),
});

/** Sites and colleagues to choose from; `but` leaves a colleague out of their own supervisors. */
export const useStaffChoices = (
  but?: string,
): { readonly sites: readonly Choice[]; readonly supervisors: readonly Choice[] } => {
  const sites = useRead(listSites, { limit: 200 });
  const staff = useRead(listStaff, { limit: 200 });
  return {
    sites: (sites.data?.rows ?? []).map((site) => ({ value: site.id, label: site.name })),
    supervisors: (staff.data?.rows ?? [])
      .filter((person) => person.id !== but)
      .map((person) => ({ value: person.id, label: staffName(person) })),
  };
};

/** The fields of a colleague. */
export const StaffFields = (props: {
  readonly form: FormState<StaffValues>;
  readonly choices: ReturnType<typeof useStaffChoices>;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { form, choices } = props;
  return (
    <>
      <FieldRow>
        <TextField label={t`Given name`} autoFocus maxLength={60} {...form.field("givenName")} />
        <TextField label={t`Family name`} maxLength={60} {...form.field("familyName")} />
      </FieldRow>
      <PickField
        label={t`Position`}
        choices={positions.map(({ code }) => ({
          value: code,
          label: i18n._(positionWords[code]),
        }))}
        {...form.field("position")}
      />
      <TextField
        label={t`Letters behind the name`}
        optional
        maxLength={60}
        hint={t`As they wish to be shown: LCSW, CADC II.`}
        {...form.field("credentialsShown")}
      />
      <PickField
        label={t`Based at`}
        optional
        clearable
        choices={choices.sites}
        {...form.field("homeSiteId")}
      />
      <PickField
        label={t`Supervisor`}
        optional
        clearable
        choices={choices.supervisors}
        {...form.field("supervisorId")}
      />
      <TextField label={t`E-mail`} kind="email" optional {...form.field("email")} />
      <TextField label={t`Phone`} kind="tel" optional {...form.field("phone")} />
      <NpiField
        {...form.field("npi")}
        about={<Trans>Of the person, as the NPI Registry shows it.</Trans>}
      />
      <DateField label={t`Started`} optional {...form.field("startedOn")} />
    </>
  );
};
