import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeStaff, createStaff } from "#domain/practice/staff.api.ts";
import type { StaffRow } from "#domain/practice/staff.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useForm } from "#web/platform/use-form.ts";
import { factWords, sayFact } from "#web/practice/fact-words.ts";
import { practiceWords } from "#web/practice/practice-words.ts";
import {
  checkStaff,
  emptyStaff,
  staffFactsOf,
  StaffFields,
  staffValues,
  useStaffChoices,
} from "#web/practice/staff-fields.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";

/** Adds a colleague and goes to their page, where credentials follow. */
export const AddStaffForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const choices = useStaffChoices();
  const act = useAct(createStaff, {
    done: t`Colleague added.`,
    onDone: (person) => go(paths.staffMember(person.id)),
    changes: ["site"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "staff-new",
    initial: emptyStaff,
    act,
    toInput: staffFactsOf,
    check: checkStaff,
  });
  return (
    <PanelForm form={form} submit={<Trans>Add colleague</Trans>} onClose={props.onClose}>
      <StaffFields form={form} choices={choices} />
    </PanelForm>
  );
};

/** Changes a colleague's record. Only what was changed here is sent. */
export const ChangeStaffForm = (props: {
  readonly person: StaffRow;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { person } = props;
  const choices = useStaffChoices(person.id);
  const act = useAct(changeStaff, {
    done: t`Saved.`,
    onDone: props.onClose,
    changes: ["site"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `staff-${person.id}`,
    record: person,
    refresh: props.refresh,
    valuesOf: staffValues,
    act,
    toInput: (values, base) => ({
      staffId: base.id,
      version: base.version,
      ...changedFields(staffFactsOf(values), staffFactsOf(staffValues(base))),
    }),
    check: checkStaff,
  });
  const sayChoice = (_name: string, value: unknown): string | undefined =>
    [...choices.sites, ...choices.supervisors].find((choice) => choice.value === value)?.label;
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={props.onClose}>
      <Disagreements
        fields={form.disagreements}
        words={factWords}
        sayFact={sayFact}
        problem={act.problem}
        say={sayChoice}
      />
      <StaffFields form={form} choices={choices} />
    </PanelForm>
  );
};
