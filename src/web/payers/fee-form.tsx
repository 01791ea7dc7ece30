import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Contract } from "#domain/payers/contract.ts";
import { addFee } from "#domain/payers/fee.api.ts";
import type { Fee } from "#domain/payers/fee.ts";
import { centsTyped } from "#domain/payers/typed-amount.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { checkFee, type FeeValues } from "#web/payers/fee-check.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { sayMoney } from "#web/platform/money.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type FieldsProps = { readonly form: FormState<FeeValues> };

const Price = ({ form }: FieldsProps): ReactNode => {
  const { t } = useLingui();
  return (
    <FieldRow>
      <TextField
        label={t`Price of a unit`}
        hint={t`Dollars, like 325 or 18.50.`}
        {...form.field("amount")}
      />
      <DateField label={t`From`} {...form.field("effectiveFrom")} />
    </FieldRow>
  );
};

const Fields = ({ form }: FieldsProps): ReactNode => {
  const { t } = useLingui();
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
      <Price form={form} />
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

/** Adds a price from a day on; the one before it, `after` where it is known, ends the day before. */
export const FeeForm = (props: {
  readonly contract: Contract;
  /** Those of the contract, the newest of each first. */
  readonly fees: readonly Fee[];
  readonly after: Fee | null;
  readonly today: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { contract, after, onClose } = props;
  const act = useAct(addFee, {
    done: t`Price added.`,
    onDone: onClose,
    words: contractWords,
    changes: ["contract"],
    failureShownInPlace: true,
  });
  const form = useForm<FeeValues, typeof addFee>({
    id: after === null ? `fee-of-${contract.id}` : `fee-after-${after.id}`,
    initial: {
      code: after?.code ?? "",
      revenueCode: after?.revenueCode ?? "",
      amount: "",
      // From when a price changes only its paper says; the first one mostly holds for the year.
      effectiveFrom: after === null ? `${props.today.slice(0, 4)}-01-01` : "",
      levelOfCareId: after?.levelOfCareId ?? "",
    },
    act,
    toInput: ({ amount, ...values }) => ({
      ...values,
      contractId: contract.id,
      amountCents: centsTyped(amount) ?? 0,
    }),
    check: (values) => checkFee(values, props.fees),
    serverNames: { amountCents: "amount" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Add price</Trans>} onClose={onClose}>
      {after === null ? (
        <Fields form={form} />
      ) : (
        <>
          <Quiet>
            <Trans>
              {sayMoney(after.amountCents)} since {sayCalendarDate(after.from)}; it ends the day
              before the new one begins.
            </Trans>
          </Quiet>
          <Price form={form} />
        </>
      )}
    </PanelForm>
  );
};
