import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Contract } from "#domain/payers/contract.ts";
import { addFee } from "#domain/payers/fee.api.ts";
import { centsTyped } from "#domain/payers/typed-amount.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly code: string;
  readonly revenueCode: string;
  readonly amount: string;
  readonly effectiveFrom: string;
  readonly levelOfCareId: string;
};

const check = (values: Values): FieldProblems => ({
  ...(values.code.trim() === "" &&
    values.revenueCode.trim() === "" && { code: { code: "fee-of-nothing" } }),
  ...((centsTyped(values.amount) ?? 0) === 0 && { amount: { code: "no-amount" } }),
  ...missingOf(values, ["amount", "effectiveFrom"]),
});

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const levels = useRead(listLevelsOfCare, {});
  return (
    <>
      <FieldRow>
        <TextField
          label={t`Procedure code`}
          optional
          hint={t`Like H0015.`}
          maxLength={5}
          {...form.field("code")}
        />
        <TextField
          label={t`Revenue code`}
          optional
          hint={t`Like 0906.`}
          inputMode="numeric"
          maxLength={4}
          {...form.field("revenueCode")}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t`Price of a unit`}
          hint={t`Dollars, like 325 or 18.50.`}
          {...form.field("amount")}
        />
        <DateField label={t`From`} {...form.field("effectiveFrom")} />
      </FieldRow>
      <SelectField
        label={t`Level of care`}
        optional
        none={t`Every level`}
        hint={t`Only where the same code costs differently by level.`}
        choices={(levels.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("levelOfCareId")}
      />
    </>
  );
};

/** Adds a price from a day on; the one before it ends the day before. */
export const FeeForm = (props: {
  readonly contract: Contract;
  readonly today: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { contract, onClose } = props;
  const act = useAct(addFee, {
    done: t`Price added.`,
    onDone: onClose,
    words: contractWords,
    changes: ["contract"],
    failureShownInPlace: true,
  });
  const form = useForm<Values, typeof addFee>({
    id: `fee-of-${contract.id}`,
    initial: {
      code: "",
      revenueCode: "",
      amount: "",
      effectiveFrom: `${props.today.slice(0, 4)}-01-01`,
      levelOfCareId: "",
    },
    act,
    toInput: ({ amount, ...values }) => ({
      ...values,
      contractId: contract.id,
      amountCents: centsTyped(amount) ?? 0,
    }),
    check,
    serverNames: { amountCents: "amount" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Add price</Trans>} onClose={onClose}>
      <Fields form={form} />
    </PanelForm>
  );
};
