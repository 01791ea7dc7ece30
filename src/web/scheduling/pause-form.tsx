import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { pauseMembership } from "#domain/scheduling/membership.api.ts";
import type { Membership } from "#domain/scheduling/membership.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow, Form } from "#web/ui/form.tsx";

/** A member is away after a last day; back on another, where that is known. */
export const PauseForm = (props: {
  readonly member: Membership;
  readonly today: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { id: membershipId, version } = props.member;
  const act = useAct(pauseMembership, {
    done: t`They are away after that day.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["series", "session", "hours"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `pause-${membershipId}`,
    initial: { lastDay: props.today, backOn: "" },
    act,
    toInput: (values) => ({ membershipId, version, ...values }),
    check: (values) => missingOf(values, ["lastDay"]),
    serverNames: { startsOn: "backOn" },
  });
  return (
    <Form
      form={form}
      submit={<Trans>Pause</Trans>}
      actions={
        <Button onPress={props.onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FieldRow>
        <DateField label={t`Last day before`} {...form.field("lastDay")} />
        <DateField
          label={t`Back on`}
          hint={t`Leave it empty while nobody knows: the seat is free then.`}
          optional
          {...form.field("backOn")}
        />
      </FieldRow>
    </Form>
  );
};
