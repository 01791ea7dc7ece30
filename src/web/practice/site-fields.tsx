import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { Site } from "#domain/practice/site.ts";
import { usualZone } from "#domain/practice/state-zone.ts";
import type { FieldProblems, FormState } from "#web/platform/use-form.ts";
import { AddressFields } from "#web/practice/address-fields.tsx";
import { made, missingOf, npiProblem } from "#web/practice/form-checks.ts";
import { NpiField } from "#web/practice/npi-field.tsx";
import type { UsState } from "#web/practice/us-state-names.ts";
import { ZoneField } from "#web/practice/zone-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What the fields of a site hold while somebody types. */
export type SiteValues = {
  readonly name: string;
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: UsState | "";
  readonly postalCode: string;
  readonly zone: string;
  readonly phone: string;
  readonly crisisPhone: string;
  readonly npi: string;
};

export const emptySite: SiteValues = {
  name: "",
  street: "",
  unit: "",
  city: "",
  state: "",
  postalCode: "",
  zone: "",
  phone: "",
  crisisPhone: "",
  npi: "",
};

const shownPhone = (digits: string | null): string => (digits === null ? "" : spokenPhone(digits));

export const siteValues = (site: Site): SiteValues => ({
  name: site.name,
  street: site.address.street,
  unit: site.address.unit ?? "",
  city: site.address.city,
  state: site.address.state,
  postalCode: site.address.postalCode,
  zone: site.zone,
  phone: shownPhone(site.phone),
  crisisPhone: shownPhone(site.crisisPhone),
  npi: site.npi ?? "",
});

/** The typed values as the contract takes them. */
export const siteFactsOf = (values: SiteValues) => {
  const { street, unit, city, state, postalCode, name, zone, phone, crisisPhone, npi } = values;
  const address = { street, unit, city, state: made(state), postalCode };
  return { name, zone, npi, phone, crisisPhone, address };
};

export const checkSite = (values: SiteValues): FieldProblems => ({
  ...missingOf(values, ["name", "street", "city", "state", "postalCode", "zone"]),
  ...npiProblem(values.npi),
});

/** The fields of a site. Choosing the state proposes its zone as long as none is chosen. */
export const SiteFields = (props: { readonly form: FormState<SiteValues> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const state = form.field("state");
  const chooseState = (chosen: UsState | ""): void =>
    form.set({ state: chosen, zone: form.values.zone || (usualZone(chosen) ?? "") });
  return (
    <>
      <TextField label={t`Name`} autoFocus maxLength={80} {...form.field("name")} />
      <AddressFields
        street={form.field("street")}
        unit={form.field("unit")}
        city={form.field("city")}
        state={{ ...state, onChange: chooseState }}
        postalCode={form.field("postalCode")}
      />
      <ZoneField {...form.field("zone")} />
      <TextField label={t`Phone`} kind="tel" optional {...form.field("phone")} />
      <TextField
        label={t`Crisis line`}
        kind="tel"
        optional
        hint={t`Only where this site has its own; else the organization’s is shown.`}
        {...form.field("crisisPhone")}
      />
      <NpiField
        {...form.field("npi")}
        about={<Trans>Only where claims for this site carry an NPI of its own.</Trans>}
      />
    </>
  );
};
