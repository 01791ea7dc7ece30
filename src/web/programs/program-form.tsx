import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSites } from "#domain/practice/site.api.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import { changeProgram, createProgram } from "#domain/programs/program.api.ts";
import { programAges, type Program, type ProgramAges } from "#domain/programs/program.ts";
import { useAddress } from "#web/platform/address.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { agesWords, programWords } from "#web/programs/program-words.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly publicName: string;
  readonly siteId: string;
  readonly ages: ProgramAges | "";
  readonly levelIds: readonly string[];
  readonly summary: string;
  readonly isListed: boolean;
};

const valuesOf = (program: Program | null): Values => ({
  name: program?.name ?? "",
  publicName: program?.publicName ?? "",
  siteId: program?.site.id ?? "",
  ages: program?.ages ?? "",
  levelIds: program?.levels.map((level) => level.id) ?? [],
  summary: program?.summary ?? "",
  isListed: program?.isListed ?? false,
});

const factsOf = ({ ages, levelIds, ...rest }: Values) => ({
  ...rest,
  ages: made(ages),
  levelIds: [...levelIds],
});

const check = (values: Values): FieldProblems =>
  missingOf(values, ["name", "siteId", "ages", "levelIds"]);

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const sites = useRead(listSites, { limit: 200 });
  const levels = useRead(listLevelsOfCare, {});
  const offered = (levels.data?.rows ?? []).filter(
    (level) => level.retiredAt === null || form.values.levelIds.includes(level.id),
  );
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`As your team says it.`}
        autoFocus
        maxLength={80}
        {...form.field("name")}
      />
      <PickField
        label={t`Site`}
        choices={(sites.data?.rows ?? []).map((site) => ({ value: site.id, label: site.name }))}
        {...form.field("siteId")}
      />
      <SelectField
        label={t`For`}
        choices={useChoices(programAges, agesWords)}
        {...form.field("ages")}
      />
      <ChoicesField
        label={t`Levels of care`}
        choices={offered.map((level) => ({ value: level.id, label: level.name }))}
        {...form.field("levelIds")}
      />
      <TextField
        label={t`Name for the public`}
        hint={t`Without abbreviations, for somebody who looks for help. If it is empty, they read the name above.`}
        optional
        maxLength={80}
        {...form.field("publicName")}
      />
      <TextArea
        label={t`Summary`}
        hint={t`In plain words, for people who look for help.`}
        optional
        {...form.field("summary")}
      />
      <CheckField label={t`Shown to the public`} {...form.field("isListed")} />
    </>
  );
};

/** Adds a program and goes to it, or changes one. */
export const ProgramForm = (props: {
  readonly program: Program | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const { program } = props;
  const options = { words: programWords, failureShownInPlace: true };
  const create = useAct(createProgram, {
    ...options,
    done: t`Program added.`,
    onDone: (added) => go(paths.program(added.id)),
  });
  const change = useAct(changeProgram, { ...options, done: t`Saved.`, onDone: props.onClose });
  const shared = { initial: valuesOf(program), check };
  const adding = useForm({ ...shared, id: "program-new", act: create, toInput: factsOf });
  const changing = useForm({
    ...shared,
    id: `program-${program?.id ?? "none"}`,
    act: change,
    toInput: (values) => ({
      programId: program?.id ?? "",
      version: program?.version ?? 1,
      ...factsOf(values),
    }),
  });
  const form = program === null ? adding : changing;
  return (
    <PanelForm
      form={form}
      submit={program === null ? <Trans>Add program</Trans> : <Trans>Save</Trans>}
      onClose={props.onClose}
    >
      <Fields form={form} />
    </PanelForm>
  );
};
