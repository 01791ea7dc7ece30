import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeCredential, createCredential } from "#domain/practice/credential.api.ts";
import type { Credential } from "#domain/practice/credential.ts";
import type { Staff } from "#domain/practice/staff.ts";
import { useAct } from "#web/platform/use-act.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useForm } from "#web/platform/use-form.ts";
import { factWords, sayFact } from "#web/practice/fact-words.ts";
import {
  checkCredential,
  CredentialDates,
  CredentialFields,
  credentialFactsOf,
  credentialValues,
  emptyCredential,
} from "#web/practice/credential-fields.tsx";
import { practiceWords } from "#web/practice/practice-words.ts";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { RetireIcon } from "#web/ui/icons.ts";

/** Adds a credential to a colleague. */
export const AddCredentialForm = (props: {
  readonly person: Staff;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { person } = props;
  const act = useAct(createCredential, {
    done: t`Credential added.`,
    onDone: props.onClose,
    changes: ["staff"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `credential-new-${person.id}`,
    initial: emptyCredential,
    act,
    toInput: (values) => ({ staffId: person.id, ...credentialFactsOf(values) }),
    check: checkCredential,
  });
  return (
    <PanelForm form={form} submit={<Trans>Add credential</Trans>} onClose={props.onClose}>
      <CredentialFields form={form} position={person.position} />
      <CredentialDates form={form} />
    </PanelForm>
  );
};

/** Changes or renews a credential. The days come first: renewing is what it is opened for. */
export const ChangeCredentialForm = (props: {
  readonly credential: Credential;
  readonly person: Staff;
  readonly refresh: () => unknown;
  readonly onRetire: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { credential } = props;
  const act = useAct(changeCredential, {
    done: t`Saved.`,
    onDone: props.onClose,
    changes: ["staff"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `credential-${credential.id}`,
    record: credential,
    refresh: props.refresh,
    valuesOf: credentialValues,
    act,
    toInput: (values, base) => ({
      credentialId: base.id,
      version: base.version,
      ...changedFields(credentialFactsOf(values), credentialFactsOf(credentialValues(base))),
    }),
    check: checkCredential,
  });
  const cancel = (): void => {
    form.reset();
    props.onClose();
  };
  return (
    <Form
      form={form}
      submit={<Trans>Save</Trans>}
      actions={
        <>
          <Button onPress={cancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Button kind="quiet" icon={RetireIcon} onPress={props.onRetire}>
            <Trans>Retire</Trans>
          </Button>
        </>
      }
    >
      <Disagreements
        fields={form.disagreements}
        words={factWords}
        sayFact={sayFact}
        problem={act.problem}
      />
      <CredentialDates form={form} renews />
      <CredentialFields form={form} position={props.person.position} />
    </Form>
  );
};
