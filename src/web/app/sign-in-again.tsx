import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { changeOrganization, signIn } from "#domain/access/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { gateWords } from "#web/app/gate-words.ts";
import { call } from "#web/platform/call.ts";
import { useSession } from "#web/platform/session.tsx";
import { settleGate } from "#web/platform/signed-in-gate.ts";
import { leaveUnsaved } from "#web/platform/unsaved.ts";
import { useAct } from "#web/platform/use-act.ts";
import { forgetTyped, useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { FloatingLayer } from "#web/ui/floating-layer.tsx";
import { Form } from "#web/ui/form.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";

/** The session ended: the screen is covered, what was typed stays, and the person goes on where they were. */
export const SignInAgain = (props: { readonly signInPath: string }): ReactNode => {
  const { t } = useLingui();
  const client = useQueryClient();
  const { go } = useAddress();
  const { account, organization } = useSession();
  const act = useAct(signIn, {
    failureShownInPlace: true,
    quiet: true,
    words: gateWords,
    onDone: (answer) => {
      void backTo(answer.organization.id).then(goOn, leave);
    },
  });
  // The screen belongs to one organization; what it sends must not land in another.
  const backTo = async (signedInTo: string): Promise<void> => {
    if (signedInTo !== organization.id) {
      await call(changeOrganization, { organizationId: organization.id }, { quiet: true });
    }
  };
  // What waited is sent again; whatever happened meanwhile is asked for anew.
  const goOn = (): void => {
    settleGate("signed-out", true);
    void client.invalidateQueries();
  };
  const form = useForm({
    id: "sign-in-again",
    passing: true,
    initial: { password: "" },
    act,
    toInput: ({ password }) => ({ email: account.email, password }),
  });
  const leave = (): void => {
    forgetTyped();
    leaveUnsaved();
    settleGate("signed-out", false);
    client.clear();
    go(props.signInPath, { replace: true });
  };
  const title = t`You were signed out to keep this device safe`;
  return (
    <FloatingLayer label={title} title={title} onClose={leave} mustAnswer covers>
      <Form
        form={form}
        submit={<Trans>Sign in and go on</Trans>}
        showKeys={false}
        actions={
          <Button kind="quiet" size="large" onPress={leave}>
            <Trans>I am someone else</Trans>
          </Button>
        }
      >
        <p>
          <Trans>What you typed is still here, {account.name}.</Trans>
        </p>
        <input type="hidden" name="email" autoComplete="username" value={account.email} readOnly />
        <PasswordField
          label={t`Password`}
          autoComplete="current-password"
          autoFocus
          {...form.field("password")}
        />
      </Form>
    </FloatingLayer>
  );
};
