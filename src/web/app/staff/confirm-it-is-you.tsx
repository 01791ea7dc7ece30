import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { confirmSession } from "#domain/access/session.api.ts";
import { gateWords } from "#web/app/gate-words.ts";
import { settleGate } from "#web/platform/signed-in-gate.ts";
import { useSessionRefresh } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { FloatingLayer } from "#web/ui/floating-layer.tsx";
import { Form } from "#web/ui/form.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";

/** Signing and the like ask anew who is at the keyboard; the answer holds for ten minutes. */
export const ConfirmItIsYou = (): ReactNode => {
  const { t } = useLingui();
  const refreshSession = useSessionRefresh();
  const act = useAct(confirmSession, {
    failureShownInPlace: true,
    words: gateWords,
    onDone: () => {
      settleGate("confirmation-needed", true);
      void refreshSession();
    },
  });
  const form = useForm({
    id: "confirm-it-is-you",
    passing: true,
    initial: { password: "" },
    act,
    toInput: ({ password }) => ({ password }),
  });
  const leave = (): void => settleGate("confirmation-needed", false);
  const title = t`Confirm that it is you`;
  return (
    <FloatingLayer label={title} title={title} onClose={leave}>
      <Form
        form={form}
        submit={<Trans>Confirm</Trans>}
        showKeys={false}
        actions={
          <Button size="large" onPress={leave}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <p>
          <Trans>This act carries your name. The confirmation holds for ten minutes.</Trans>
        </p>
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
