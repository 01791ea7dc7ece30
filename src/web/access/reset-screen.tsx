import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { readPasswordReset, resetPassword } from "#domain/access/password.api.ts";
import { AccountEmailField } from "#web/access/account-email-field.tsx";
import { checkPassword } from "#web/access/check-password.ts";
import { LinkGate, useLinkEnd } from "#web/access/link-gate.tsx";
import { NewPasswordField } from "#web/access/new-password-field.tsx";
import { passwordWords } from "#web/access/password-words.ts";
import { typedEmail } from "#web/access/typed-email.ts";
import { useOutsideForm } from "#web/access/use-outside-form.ts";
import { useAddress, useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { Outside } from "#web/ui/outside.tsx";

const ResetForm = (props: {
  readonly token: string;
  readonly email: string;
  readonly onOver: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const act = useAct(resetPassword, {
    done: t`Your password is set. Sign in with it.`,
    failureShownInPlace: true,
    words: passwordWords,
    onDone: () => {
      typedEmail.set(props.email);
      go(paths.signIn, { replace: true });
    },
  });
  useLinkEnd(act.problem, props.onOver);
  const form = useOutsideForm({
    id: "reset",
    initial: { password: "" },
    act,
    toInput: ({ password }) => ({ token: props.token, password }),
    check: checkPassword,
  });
  return (
    <Form form={form} submit={<Trans>Set password</Trans>} showKeys={false}>
      <AccountEmailField email={props.email} />
      <NewPasswordField autoFocus {...form.field("password")} />
    </Form>
  );
};

/** Where the letter's link leads: a new password, once. */
export const ResetScreen = (): ReactNode => {
  const { t } = useLingui();
  const token = useParam("token");
  const read = useRead(readPasswordReset, { token }, { quiet: true });
  const title = t`Choose a new password`;
  return (
    <LinkGate
      title={title}
      read={read}
      instead={
        <Button kind="primary" size="large" wide to={paths.forgotten}>
          <Trans>Send a new letter</Trans>
        </Button>
      }
    >
      {({ email }, onOver) => (
        <Outside
          title={title}
          lead={<Trans>When it is set, you are signed out everywhere else.</Trans>}
        >
          <ResetForm token={token} email={email} onOver={onOver} />
        </Outside>
      )}
    </LinkGate>
  );
};
