import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeContract, createContract } from "#domain/payers/contract.api.ts";
import type { Contract } from "#domain/payers/contract.ts";
import { listPayers } from "#domain/payers/payer.api.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { ScopeFields, type ScopeValues } from "#web/payers/scope-fields.tsx";
import { useAddress } from "#web/platform/address.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { paths } from "#web/platform/paths.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { Quiet } from "#web/ui/quiet.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type NewValues = ScopeValues & { readonly payerId: string };

const nothing: ScopeValues = {
  name: "",
  planName: "",
  siteId: "",
  programId: "",
  levelOfCareId: "",
};

const valuesOf = (contract: Contract): ScopeValues => ({
  name: contract.name,
  planName: contract.planName ?? "",
  siteId: contract.siteId ?? "",
  programId: contract.programId ?? "",
  levelOfCareId: contract.levelOfCareId ?? "",
});

/** Adds a contract and goes to it. */
export const AddContractForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const payers = useRead(listPayers, {});
  const act = useAct(createContract, {
    done: t`Contract added. Draft its terms next.`,
    onDone: ({ id }) => go(paths.contract(id)),
    words: contractWords,
    failureShownInPlace: true,
  });
  const form = useForm<NewValues, typeof createContract>({
    id: "contract-new",
    initial: { payerId: "", ...nothing },
    act,
    toInput: (values) => values,
    check: (values) => missingOf(values, ["payerId", "name"]),
  });
  return (
    <PanelForm form={form} submit={<Trans>Add contract</Trans>} onClose={props.onClose}>
      <SelectField
        label={t`Payer`}
        choices={(payers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("payerId")}
      />
      <TextField
        label={t`Name`}
        hint={t`As you call it among yourselves.`}
        maxLength={120}
        {...form.field("name")}
      />
      <ScopeFields form={form} />
    </PanelForm>
  );
};

/** Changes a contract's name, and whom it is about while nothing was billed by it. */
export const ChangeContractForm = (props: {
  readonly contract: Contract;
  readonly wasConfirmed: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { contract, wasConfirmed, onClose } = props;
  const act = useAct(changeContract, {
    done: t`Saved.`,
    onDone: onClose,
    words: contractWords,
    failureShownInPlace: true,
  });
  const form = useForm<ScopeValues, typeof changeContract>({
    id: `contract-${contract.id}`,
    initial: valuesOf(contract),
    act,
    toInput: (values) => ({
      contractId: contract.id,
      version: contract.version,
      ...changedFields(values, valuesOf(contract)),
    }),
    check: (values) => missingOf(values, ["name"]),
  });
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={onClose}>
      <TextField label={t`Name`} maxLength={120} {...form.field("name")} />
      {wasConfirmed ? (
        <Quiet>
          <Trans>
            A version was confirmed: days were billed by it, so whom it is about stays. Add another
            contract for other plans, programs or levels.
          </Trans>
        </Quiet>
      ) : (
        <ScopeFields form={form} />
      )}
    </PanelForm>
  );
};
