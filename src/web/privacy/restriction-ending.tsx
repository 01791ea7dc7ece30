import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { endRestriction } from "#domain/privacy/restriction.api.ts";
import { restrictionEndGrounds, type Restriction } from "#domain/privacy/restriction.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import { endGroundWords, restrictionProblems } from "#web/privacy/restriction-words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";

type Values = {
  readonly endedOn: string;
  readonly ground: (typeof restrictionEndGrounds)[number] | "";
  readonly reason: string;
};

/** Only whoever asked can end it: in writing, or aloud where that is written down (42 CFR 2.26(b)(1), (2)). */
export const RestrictionEnding = (props: {
  readonly restriction: Restriction;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { restriction, onClose } = props;
  const { id: restrictionId, version } = restriction;
  const today = useToday();
  const act = useAct(endRestriction, {
    done: t`Ended. It keeps nothing back any more.`,
    onDone: onClose,
    words: restrictionProblems,
    failureShownInPlace: true,
  });
  const initial: Values = { endedOn: today, ground: "", reason: "" };
  const form = useForm({
    id: `restriction-ending-${restrictionId}`,
    initial,
    act,
    toInput: ({ ground, ...values }) => ({
      ...values,
      restrictionId,
      version,
      ground: made(ground),
    }),
    check: (values) => missingOf(values, ["endedOn", "ground", "reason"]),
  });
  return (
    <PanelForm form={form} submit={<Trans>End</Trans>} onClose={onClose}>
      <SelectField
        label={t`How they said so`}
        none={t`choose`}
        choices={useChoices(restrictionEndGrounds, endGroundWords)}
        {...form.field("ground")}
      />
      <DateField label={t`From`} latest={today} {...form.field("endedOn")} />
      <TextArea
        label={t`What they said`}
        hint={t`Or where the paper is.`}
        rows={2}
        {...form.field("reason")}
      />
    </PanelForm>
  );
};
