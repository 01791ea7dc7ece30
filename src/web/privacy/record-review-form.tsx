import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { createRecordReview } from "#domain/privacy/record-review.api.ts";
import { reviewBehalves, reviewKinds } from "#domain/privacy/record-review.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import { linesOf } from "#web/privacy/lines-of.ts";
import { behalfWords, reviewKindWords, reviewProblems } from "#web/privacy/record-review-words.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly kind: (typeof reviewKinds)[number] | "";
  readonly performedBy: string;
  readonly behalf: (typeof reviewBehalves)[number] | "";
  readonly behalfOf: string;
  readonly names: string;
  readonly takesCopies: boolean;
  readonly agreesLimits: boolean;
  readonly agreesSecurity: boolean;
  readonly agreesRetention: boolean;
  readonly foundQualified: boolean;
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

const empty: Values = {
  kind: "",
  performedBy: "",
  behalf: "",
  behalfOf: "",
  names: "",
  takesCopies: false,
  agreesLimits: false,
  agreesSecurity: false,
  agreesRetention: false,
  foundQualified: false,
  signedOn: "",
  startsOn: "",
  endsOn: "",
};

/** What they agreed to in writing, one after the other, as somebody reads it. */
const Agreement = (props: {
  readonly form: FormState<Values>;
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <DateField
        label={t`Agreed in writing on`}
        optional
        latest={props.today}
        {...form.field("signedOn")}
      />
      <CheckField
        label={t`They tell nobody but us, and use it for this and nothing else`}
        {...form.field("agreesLimits")}
      />
      <CheckField
        label={t`They take copies, download records or send them on`}
        hint={t`Otherwise records are looked at here.`}
        {...form.field("takesCopies")}
      />
      {form.values.takesCopies && (
        <>
          <CheckField
            label={t`They keep the copies safely, and destroy them so`}
            {...form.field("agreesSecurity")}
          />
          <CheckField
            label={t`They keep them as long as the laws on records ask`}
            {...form.field("agreesRetention")}
          />
        </>
      )}
    </>
  );
};

const Fields = (props: { readonly form: FormState<Values>; readonly today: string }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  const isOwnChoice = form.values.behalf === "own-choice";
  return (
    <>
      <SelectField
        label={t`It is a`}
        none={t`choose`}
        choices={useChoices(reviewKinds, reviewKindWords)}
        {...form.field("kind")}
      />
      <TextField label={t`Who audits`} autoFocus {...form.field("performedBy")} />
      <SelectField
        label={t`On whose behalf`}
        none={t`choose`}
        choices={useChoices(reviewBehalves, behalfWords)}
        {...form.field("behalf")}
      />
      {isOwnChoice ? (
        <CheckField label={t`We found them qualified for it`} {...form.field("foundQualified")} />
      ) : (
        <TextField label={t`Their name`} {...form.field("behalfOf")} />
      )}
      <TextArea
        label={t`Who looks at records`}
        hint={t`One a line.`}
        rows={2}
        {...form.field("names")}
      />
      <FieldRow>
        <DateField label={t`First day`} {...form.field("startsOn")} />
        <DateField label={t`Last day`} {...form.field("endsOn")} />
      </FieldRow>
      <Agreement form={form} today={props.today} />
    </>
  );
};

/** Writes down an audit as it was agreed; what the agreement lacks is told at once (42 CFR 2.53). */
export const RecordReviewForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { onClose } = props;
  const today = useToday();
  const act = useAct(createRecordReview, {
    done: t`Written down.`,
    onDone: onClose,
    words: reviewProblems,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "record-review",
    initial: empty,
    act,
    toInput: ({ names, kind, behalf, ...values }) => ({
      ...values,
      kind: made(kind),
      behalf: made(behalf),
      reviewers: linesOf(names),
    }),
    check: (values) => missingOf(values, ["kind", "performedBy", "behalf", "startsOn", "endsOn"]),
    serverNames: { reviewers: "names" } as const,
  });
  return (
    <PanelForm form={form} submit={<Trans>Write down</Trans>} onClose={onClose}>
      <Fields form={form} today={today} />
    </PanelForm>
  );
};
