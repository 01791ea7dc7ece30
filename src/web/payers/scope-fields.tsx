import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSites } from "#domain/practice/site.api.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import { listPrograms } from "#domain/programs/program.api.ts";
import { useRead } from "#web/platform/use-read.ts";
import type { FormState } from "#web/platform/use-form.ts";
import { FormPart } from "#web/ui/form-section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What is typed of a contract: its name, and whom it is about; an empty choice is any. */
export type ScopeValues = {
  readonly name: string;
  readonly planName: string;
  readonly siteId: string;
  readonly programId: string;
  readonly levelOfCareId: string;
};

/** The plan, site, program and level a contract is about. */
export const ScopeFields = <V extends ScopeValues>(props: {
  readonly form: Pick<FormState<V>, "field">;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const sites = useRead(listSites, { limit: 200 });
  const programs = useRead(listPrograms, { limit: 200 });
  const levels = useRead(listLevelsOfCare, {});
  const choices = (rows: readonly { readonly id: string; readonly name: string }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormPart>
      <TextField
        label={t`Plan`}
        optional
        hint={t`As it is written in people’s coverage. Left empty: every plan of the payer.`}
        maxLength={120}
        {...form.field("planName")}
      />
      <SelectField
        label={t`Level of care`}
        optional
        none={t`Every level`}
        choices={choices(levels.data?.rows)}
        {...form.field("levelOfCareId")}
      />
      <SelectField
        label={t`Program`}
        optional
        none={t`Every program`}
        choices={choices(programs.data?.rows)}
        {...form.field("programId")}
      />
      <SelectField
        label={t`Site`}
        optional
        none={t`Every site`}
        choices={choices(sites.data?.rows)}
        {...form.field("siteId")}
      />
    </FormPart>
  );
};
