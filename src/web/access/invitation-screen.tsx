import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { acceptInvitation, readInvitation } from "#domain/access/invitation.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { AccountEmailField } from "#web/access/account-email-field.tsx";
import { checkPassword } from "#web/access/check-password.ts";
import { LinkGate, useLinkEnd } from "#web/access/link-gate.tsx";
import { NewPasswordField } from "#web/access/new-password-field.tsx";
import { passwordWords } from "#web/access/password-words.ts";
import { required } from "#web/access/required.ts";
import { useOutsideForm } from "#web/access/use-outside-form.ts";
import { useAddress, useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useSessionRefresh } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { Outside } from "#web/ui/outside.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

interface InvitationProps {
  readonly token: string;
  readonly invitation: Output<typeof readInvitation>;
  readonly onOver: () => void;
}

const useAccept = (onOver: () => void) => {
  const { go } = useAddress();
  const refreshSession = useSessionRefresh();
  const act = useAct(acceptInvitation, {
    failureShownInPlace: true,
    quiet: true,
    words: passwordWords,
    onDone: () => {
      void refreshSession().then(() => go(paths.home, { replace: true }));
    },
  });
  useLinkEnd(act.problem, onOver);
  return act;
};

/** The first invitation: a name and a password make the account. */
const BeginForm = ({ token, invitation, onOver }: InvitationProps): ReactNode => {
  const { t } = useLingui();
  const act = useAccept(onOver);
  const form = useOutsideForm({
    id: "invitation-begin",
    initial: { name: invitation.name, password: "" },
    act,
    toInput: ({ name, password }) => ({ token, name, password }),
    check: ({ name, password }) => ({ ...required({ name }), ...checkPassword({ password }) }),
  });
  return (
    <Form form={form} submit={<Trans>Open my account</Trans>} showKeys={false}>
      <AccountEmailField email={invitation.email} />
      <TextField
        label={t`Your name`}
        hint={<Trans>As colleagues know you. It stands beside what you do.</Trans>}
        autoComplete="name"
        maxLength={120}
        {...form.field("name")}
      />
      <NewPasswordField autoFocus {...form.field("password")} />
    </Form>
  );
};

/** One more organization for an account that is there: its own password accepts. */
const JoinForm = ({ token, invitation, onOver }: InvitationProps): ReactNode => {
  const { t } = useLingui();
  const act = useAccept(onOver);
  const form = useOutsideForm({
    id: "invitation-join",
    initial: { password: "" },
    act,
    toInput: ({ password }) => ({ token, password }),
    check: required,
  });
  return (
    <Form form={form} submit={<Trans>Accept and sign in</Trans>} showKeys={false}>
      <AccountEmailField email={invitation.email} />
      <PasswordField
        label={t`Your password`}
        autoComplete="current-password"
        autoFocus
        {...form.field("password")}
      />
    </Form>
  );
};

/** Where an invitation's link leads. */
export const InvitationScreen = (): ReactNode => {
  const { t } = useLingui();
  const token = useParam("token");
  const read = useRead(readInvitation, { token }, { quiet: true });
  return (
    <LinkGate
      title={t`Your invitation`}
      read={read}
      advice={<Trans>Ask whoever invited you to send the invitation again.</Trans>}
      instead={
        <Button size="large" wide to={paths.signIn}>
          <Trans>I have an account: sign in</Trans>
        </Button>
      }
    >
      {(invitation, onOver) => (
        <Outside
          title={t`${invitation.organizationName} invites you`}
          lead={
            invitation.hasAccount ? (
              <Trans>You have an account already. Accept with its password.</Trans>
            ) : (
              <Trans>Two things, and your account is open.</Trans>
            )
          }
          foot={
            invitation.hasAccount && (
              <span>
                <Trans>
                  Forgotten it? Choose a new one from the sign-in page first; this invitation waits.
                </Trans>
              </span>
            )
          }
        >
          {invitation.hasAccount ? (
            <JoinForm token={token} invitation={invitation} onOver={onOver} />
          ) : (
            <BeginForm token={token} invitation={invitation} onOver={onOver} />
          )}
        </Outside>
      )}
    </LinkGate>
  );
};
