import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { endCoverage, retireCoverage } from "#domain/coverage/coverage.api.ts";
import type { Coverage } from "#domain/coverage/coverage.ts";
import { coverageWords } from "#web/coverage/coverage-words.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Form } from "#web/ui/form.tsx";
import { TakeBack } from "#web/ui/take-back.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const Mistaken = (props: { readonly policy: Coverage; readonly onDone: () => void }): ReactNode => {
  const { t } = useLingui();
  const { id: coverageId, version } = props.policy;
  const retire = useAct(retireCoverage, {
    done: t`Taken back.`,
    onDone: props.onDone,
    words: coverageWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  return (
    <TakeBack
      label={<Trans>Entered by mistake</Trans>}
      kind="quiet"
      title={<Trans>Take back this policy?</Trans>}
      act={retire}
      of={coverageId}
      onTakeBack={(reason, draftId) => retire.run({ coverageId, version, reason }, draftId)}
    >
      <Trans>It covers no day any more and leaves this page. Its history stays.</Trans>
    </TakeBack>
  );
};

/** Gives a policy its last day, or takes back one that never was. */
export const EndPolicyForm = (props: {
  readonly policy: Coverage;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { policy, onClose } = props;
  const today = useToday();
  const act = useAct(endCoverage, {
    done: t`Ended. What it paid for stays explained by it.`,
    onDone: onClose,
    words: coverageWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `policy-end-${policy.id}`,
    initial: { endsOn: policy.effectiveTo ?? today, reason: "" },
    act,
    toInput: (values) => ({ coverageId: policy.id, version: policy.version, ...values }),
    check: (values) => missingOf(values, ["endsOn", "reason"]),
  });
  const cancel = (): void => {
    form.reset();
    onClose();
  };
  return (
    <Form
      form={form}
      submit={<Trans>Set the last day</Trans>}
      actions={
        <>
          <Button onPress={cancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Mistaken policy={policy} onDone={onClose} />
        </>
      }
    >
      <DateField
        label={t`Last day`}
        earliest={policy.effectiveFrom}
        autoFocus
        {...form.field("endsOn")}
      />
      <TextField label={t`Why`} hint={t`Such as: new employer.`} {...form.field("reason")} />
    </Form>
  );
};
