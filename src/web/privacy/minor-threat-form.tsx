import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { tellParentOfMinor } from "#domain/privacy/disclosure.api.ts";
import { informationKinds, type Information } from "#domain/privacy/information.ts";
import {
  incapacities,
  minorRelations,
  type Incapacity,
  type MinorRelation,
} from "#domain/privacy/minor-threat.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FormState } from "#web/platform/use-form.ts";
import { channelWords, informationWords, privacyWords } from "#web/privacy/consent-words.ts";
import { incapacityWords, minorRelationWords } from "#web/privacy/ground-words.ts";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { Note } from "#web/ui/note.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const channels = ["spoken", "paper"] as const;
const tellable = informationKinds.filter((kind) => kind !== "counseling-notes");

type Values = {
  readonly recipient: string;
  readonly relation: MinorRelation | "";
  readonly lacksCapacity: Incapacity | "";
  readonly threat: string;
  readonly reducedBy: string;
  readonly information: readonly Information[];
  readonly channel: (typeof channels)[number] | "";
};

const empty: Values = {
  recipient: "",
  relation: "parent",
  lacksCapacity: "",
  threat: "",
  reducedBy: "",
  information: [],
  channel: "spoken",
};

const Fields = (props: { readonly form: FormState<Values> }): ReactNode => {
  const { t } = useLingui();
  const { form } = props;
  return (
    <>
      <Note>
        <Trans>
          Without the minor’s consent only where you judge both: that they cannot decide, and that
          telling it may reduce a substantial threat to somebody’s life or body. Tell only what
          reduces it.
        </Trans>
      </Note>
      <TextField label={t`Who is told`} autoFocus {...form.field("recipient")} />
      <SelectField
        label={t`Who that is`}
        choices={useChoices(minorRelations, minorRelationWords)}
        {...form.field("relation")}
      />
      <SelectField
        label={t`Why they cannot decide`}
        none={t`choose`}
        choices={useChoices(incapacities, incapacityWords)}
        {...form.field("lacksCapacity")}
      />
      <TextArea label={t`What the threat is, and to whom`} rows={2} {...form.field("threat")} />
      <TextArea label={t`How telling it reduces it`} rows={2} {...form.field("reducedBy")} />
      <ChoicesField
        label={t`What is told`}
        choices={useChoices(tellable, informationWords)}
        {...form.field("information")}
      />
      <SelectField
        label={t`How`}
        choices={useChoices(channels, channelWords)}
        {...form.field("channel")}
      />
    </>
  );
};

/** Writes down what a director judges before a minor's parent is told without consent (42 CFR 2.14(c)). */
export const MinorThreatForm = (props: {
  readonly patientId: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId, onClose } = props;
  const act = useAct(tellParentOfMinor, {
    done: t`Written down. You may tell it.`,
    onDone: onClose,
    words: privacyWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `minor-threat-${patientId}`,
    initial: empty,
    act,
    toInput: ({ relation, lacksCapacity, channel, information, ...values }) => ({
      ...values,
      patientId,
      relation: made(relation),
      lacksCapacity: made(lacksCapacity),
      channel: made(channel),
      information: [...information],
    }),
    check: (values) =>
      missingOf(values, [
        "recipient",
        "relation",
        "lacksCapacity",
        "threat",
        "reducedBy",
        "information",
      ]),
  });
  return (
    <PanelForm form={form} submit={<Trans>Write down</Trans>} onClose={onClose}>
      <Fields form={form} />
    </PanelForm>
  );
};
