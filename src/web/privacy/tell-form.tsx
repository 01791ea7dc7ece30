import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { listCourtOrders } from "#domain/privacy/court-order.api.ts";
import { makeDisclosure } from "#domain/privacy/disclosure.api.ts";
import {
  disclosurePurposes,
  informationKinds,
  recipientClasses,
  type DisclosurePurpose,
  type Information,
  type RecipientClass,
} from "#domain/privacy/information.ts";
import { listRecordReviews } from "#domain/privacy/record-review.api.ts";
import { chosen, made, missingOf } from "#web/platform/missing-of.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import {
  channelWords,
  classWords,
  informationWords,
  privacyWords,
  purposeWords,
} from "#web/privacy/consent-words.ts";
import { Button } from "#web/ui/button.tsx";
import { CheckField } from "#web/ui/check-field.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const tellable = ["spoken", "on-premises", "paper", "fax"] as const;

type Values = {
  readonly name: string;
  readonly isPatient: boolean;
  readonly classes: readonly RecipientClass[];
  readonly purpose: DisclosurePurpose | "";
  readonly information: readonly Information[];
  readonly channel: (typeof tellable)[number] | "";
  /** The order of a court that opens it; empty where a consent does. */
  readonly courtOrderId: string;
  /** The audit that opens it; empty where none does. */
  readonly recordReviewId: string;
};

const empty: Values = {
  name: "",
  isPatient: false,
  classes: [],
  purpose: "",
  information: [],
  channel: "spoken",
  courtOrderId: "",
  recordReviewId: "",
};

type Told = Output<typeof makeDisclosure>;

/** What to say or hand over with what is told. */
const TellAlong = (props: { readonly told: Told; readonly onClose: () => void }): ReactNode => (
  <>
    <Note>
      <Trans>You may tell it. The accounting has its line.</Trans>
    </Note>
    {props.told.notice !== null && (
      <>
        <p>
          <Trans>Say or hand over with it:</Trans>
        </p>
        <blockquote>{props.told.notice.short}</blockquote>
        <blockquote>{props.told.notice.long}</blockquote>
      </>
    )}
    <Button kind="primary" onPress={props.onClose}>
      <Trans>Close</Trans>
    </Button>
  </>
);

/** The orders that open something now. */
const useOrders = (patientId: string): { value: string; label: string }[] => {
  const orders = useRead(listCourtOrders, { patientId }, { quiet: true });
  return (orders.data?.rows ?? [])
    .filter(({ state }) => state === "in-force")
    .map(({ id, court, docketNumber }) => ({
      value: id,
      label: [court, docketNumber].filter((part) => part !== null).join(" · "),
    }));
};

/** The audits that open records now. */
const useReviews = (): { value: string; label: string }[] => {
  const reviews = useRead(listRecordReviews, {}, { quiet: true });
  return (reviews.data?.rows ?? [])
    .filter(({ state }) => state === "in-force")
    .map(({ id, performedBy, behalfOf }) => ({
      value: id,
      label: [performedBy, behalfOf].filter((part) => part !== null).join(" · "),
    }));
};

/** Which paper opens it, where any does that is no consent. */
const Grounds = (props: {
  readonly patientId: string;
  readonly form: FormState<Values>;
}): ReactNode => {
  const { t } = useLingui();
  const orders = useOrders(props.patientId);
  const reviews = useReviews();
  return (
    <>
      {orders.length > 0 && (
        <SelectField
          label={t`By order of`}
          optional
          none={t`no court: by consent`}
          choices={orders}
          {...props.form.field("courtOrderId")}
        />
      )}
      {reviews.length > 0 && (
        <SelectField
          label={t`For the audit of`}
          optional
          none={t`no audit: by consent`}
          choices={reviews}
          {...props.form.field("recordReviewId")}
        />
      )}
    </>
  );
};

/** Asks whether somebody may be told something; with a yes comes the line in the accounting and what must go along. */
export const TellForm = (props: {
  readonly patientId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, onClose } = props;
  const [told, setTold] = useState<Told | null>(null);
  const act = useAct(makeDisclosure, {
    onDone: setTold,
    words: privacyWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `tell-${patientId}`,
    initial: empty,
    act,
    toInput: ({ name, isPatient, classes, purpose, information, channel, ...grounds }) => ({
      patientId,
      recipient: { name, isPatient, classes: [...classes] },
      purpose: made(purpose),
      information: [...information],
      channel: made(channel),
      courtOrderId: chosen(grounds.courtOrderId),
      recordReviewId: chosen(grounds.recordReviewId),
    }),
    check: (values) => missingOf(values, ["name", "purpose", "information", "channel"]),
  });
  const purposes = useChoices(disclosurePurposes, purposeWords);
  const kinds = useChoices(informationKinds, informationWords);
  const classes = useChoices(recipientClasses, classWords);
  const channels = useChoices(tellable, channelWords);
  if (told !== null) return <TellAlong told={told} onClose={onClose} />;
  return (
    <PanelForm form={form} submit={<Trans>May I tell it?</Trans>} onClose={onClose}>
      <TextField
        label={t`Who is told`}
        hint={t`As the consent names them.`}
        autoFocus
        {...form.field("name")}
      />
      <CheckField label={t`It is the person themselves`} {...form.field("isPatient")} />
      <ChoicesField label={t`They are one of`} choices={classes} {...form.field("classes")} />
      <SelectField label={t`Why`} choices={purposes} {...form.field("purpose")} />
      <ChoicesField label={t`What`} choices={kinds} {...form.field("information")} />
      <SelectField label={t`How`} choices={channels} {...form.field("channel")} />
      <Grounds patientId={patientId} form={form} />
    </PanelForm>
  );
};
