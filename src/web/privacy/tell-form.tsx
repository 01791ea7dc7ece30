import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { listContacts } from "#domain/patients/contact.api.ts";
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
import { representativeRoleOf } from "#domain/privacy/own-record.ts";
import { listRecordReviews } from "#domain/privacy/record-review.api.ts";
import { chosen, made, missingOf } from "#web/platform/missing-of.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
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
  /** Who stands for the person and is told for them; empty: they themselves. */
  readonly standsIn: string;
  readonly isSure: boolean;
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
  standsIn: "",
  isSure: false,
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

/** What has to be said before it is asked: of the person themselves neither a name nor what for, but that it is they. */
const check = (values: Values): FieldProblems => ({
  ...missingOf(
    values,
    values.isPatient ? ["information", "channel"] : ["name", "purpose", "information", "channel"],
  ),
  ...(values.isPatient && !values.isSure && { isSure: { code: "required" } }),
});

/** The person themselves, or whoever stands for them on the chart (42 CFR 2.23; 45 CFR 164.502(g)). */
const Themselves = (props: {
  readonly patientId: string;
  readonly name: string;
  readonly form: FormState<Values>;
}): ReactNode => {
  const { t } = useLingui();
  const contacts = useRead(listContacts, { patientId: props.patientId }, { quiet: true });
  const standing = (contacts.data?.rows ?? []).filter(
    (contact) => representativeRoleOf(contact) !== undefined,
  );
  return (
    <>
      {standing.length > 0 && (
        <SelectField
          label={t`Who is told`}
          hint={t`A guardian or health care agent on the chart may be told for the person.`}
          optional
          none={t`${props.name}, the person themselves`}
          choices={standing.map(({ name }) => ({ value: name, label: name }))}
          {...props.form.field("standsIn")}
        />
      )}
      <CheckField
        label={t`I made sure that it is they`}
        hint={t`The accounting will say who was told. Anybody else is told only with a consent.`}
        {...props.form.field("isSure")}
      />
    </>
  );
};

/** Who else is told, and what for. */
const SomebodyElse = (props: {
  readonly patientId: string;
  readonly form: FormState<Values>;
}): ReactNode => {
  const { t } = useLingui();
  const purposes = useChoices(
    disclosurePurposes.filter((one) => one !== "patient-request"),
    purposeWords,
  );
  const classes = useChoices(recipientClasses, classWords);
  const { form } = props;
  return (
    <>
      <TextField
        label={t`Who is told`}
        hint={t`As the consent names them.`}
        autoFocus
        {...form.field("name")}
      />
      <ChoicesField label={t`They are one of`} choices={classes} {...form.field("classes")} />
      <SelectField label={t`Why`} choices={purposes} {...form.field("purpose")} />
      <Grounds patientId={props.patientId} form={form} />
    </>
  );
};

/** Asks whether somebody may be told something; with a yes comes the line in the accounting and what must go along. */
export const TellForm = (props: {
  readonly patientId: string;
  readonly name: string;
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
    toInput: ({ name, isPatient, standsIn, isSure, classes, purpose, ...values }) => ({
      patientId,
      recipient: isPatient
        ? { name: chosen(standsIn) ?? props.name, isPatient }
        : { name, isPatient, classes: [...classes] },
      isIdentityConfirmed: isPatient && isSure,
      purpose: isPatient ? "patient-request" : made(purpose),
      information: [...values.information],
      channel: made(values.channel),
      courtOrderId: isPatient ? null : chosen(values.courtOrderId),
      recordReviewId: isPatient ? null : chosen(values.recordReviewId),
    }),
    check,
    serverNames: { "recipient.name": "name", isIdentityConfirmed: "isSure" },
  });
  const kinds = useChoices(informationKinds, informationWords);
  const channels = useChoices(tellable, channelWords);
  if (told !== null) return <TellAlong told={told} onClose={onClose} />;
  return (
    <PanelForm form={form} submit={<Trans>May I tell it?</Trans>} onClose={onClose}>
      <CheckField label={t`It is the person themselves`} {...form.field("isPatient")} />
      {form.values.isPatient ? (
        <Themselves patientId={patientId} name={props.name} form={form} />
      ) : (
        <SomebodyElse patientId={patientId} form={form} />
      )}
      <ChoicesField label={t`What`} choices={kinds} {...form.field("information")} />
      <SelectField label={t`How`} choices={channels} {...form.field("channel")} />
    </PanelForm>
  );
};
