import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { askPasswordReset } from "#domain/access/password.api.ts";
import { typedEmail } from "#web/access/typed-email.ts";
import { required } from "#web/access/required.ts";
import { useOutsideForm } from "#web/access/use-outside-form.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { Outside } from "#web/ui/outside.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const AskForm = (props: { readonly onAsked: (email: string) => void }): ReactNode => {
  const { t } = useLingui();
  const act = useAct(askPasswordReset, {
    failureShownInPlace: true,
    onDone: (_, input) => props.onAsked(input.email),
  });
  const form = useOutsideForm({
    id: "forgotten",
    initial: { email: typedEmail.get() },
    act,
    toInput: ({ email }) => ({ email }),
    check: required,
  });
  return (
    <Form
      form={form}
      submit={<Trans>Send the letter</Trans>}
      showKeys={false}
      actions={
        <Button kind="quiet" size="large" to={paths.signIn}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <TextField
        label={t`E-mail`}
        kind="email"
        inputMode="email"
        autoComplete="username"
        autoFocus
        {...form.field("email")}
      />
    </Form>
  );
};

/** Asks for the letter that lets one choose a new password. Says the same whether or not the address has an account. */
export const ForgottenScreen = (): ReactNode => {
  const { t } = useLingui();
  const [asked, setAsked] = useState<string | null>(null);
  if (asked !== null) {
    return (
      <Outside
        title={t`Look into your mail`}
        lead={
          <span role="status">
            <Trans>
              If {asked} has an account, the letter is on its way. Look among unwanted mail, too.
            </Trans>
          </span>
        }
      >
        <Button size="large" wide to={paths.signIn}>
          <Trans>Back to sign in</Trans>
        </Button>
      </Outside>
    );
  }
  return (
    <Outside
      title={t`Choose a new password`}
      lead={<Trans>We send a link to your e-mail address. It works once, for one hour.</Trans>}
    >
      <AskForm onAsked={setAsked} />
    </Outside>
  );
};
