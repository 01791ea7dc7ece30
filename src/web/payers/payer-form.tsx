import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changePayer, createPayer } from "#domain/payers/payer.api.ts";
import { payerKindSchema, type Payer } from "#domain/payers/payer.ts";
import { contractWords } from "#web/payers/contract-words.ts";
import { payerKindWords } from "#web/payers/payer-words.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly kind: Payer["kind"] | "";
  readonly electronicId: string;
};

const Fields = (props: {
  readonly form: FormState<Values>;
  readonly submit: ReactNode;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <PanelForm form={form} submit={props.submit} onClose={props.onClose}>
      <TextField
        label={t`Name`}
        hint={t`As it is printed on the card.`}
        maxLength={120}
        {...form.field("name")}
      />
      <SelectField
        label={t`Kind`}
        choices={useChoices(payerKindSchema.options, payerKindWords)}
        {...form.field("kind")}
      />
      <TextField
        label={t`Electronic id`}
        optional
        hint={t`How the clearinghouse knows this payer. Claims are addressed to it.`}
        maxLength={20}
        {...form.field("electronicId")}
      />
    </PanelForm>
  );
};

const check = (values: Values) => missingOf(values, ["name", "kind"]);

const AddPayerForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const act = useAct(createPayer, {
    done: t`Payer added.`,
    onDone: props.onClose,
    words: contractWords,
    failureShownInPlace: true,
  });
  const form = useForm<Values, typeof createPayer>({
    id: "payer-new",
    initial: { name: "", kind: "", electronicId: "" },
    act,
    toInput: (values) => ({ ...values, kind: made(values.kind) }),
    check,
  });
  return <Fields form={form} submit={<Trans>Add payer</Trans>} onClose={props.onClose} />;
};

const ChangePayerForm = (props: {
  readonly payer: Payer;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { payer } = props;
  const act = useAct(changePayer, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: contractWords,
    changes: ["contract"],
    failureShownInPlace: true,
  });
  const form = useForm<Values, typeof changePayer>({
    id: `payer-${payer.id}`,
    initial: { name: payer.name, kind: payer.kind, electronicId: payer.electronicId ?? "" },
    act,
    toInput: (values) => ({
      payerId: payer.id,
      version: payer.version,
      ...values,
      kind: made(values.kind),
    }),
    check,
  });
  return <Fields form={form} submit={<Trans>Save</Trans>} onClose={props.onClose} />;
};

/** Adds a payer, or changes what is said of one. */
export const PayerForm = (props: {
  readonly payer: Payer | null;
  readonly onClose: () => void;
}): ReactNode =>
  props.payer === null ? (
    <AddPayerForm onClose={props.onClose} />
  ) : (
    <ChangePayerForm payer={props.payer} onClose={props.onClose} />
  );
