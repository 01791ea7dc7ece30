import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changePassword } from "#domain/access/password.api.ts";
import { AccountEmailField } from "#web/access/account-email-field.tsx";
import { checkPassword } from "#web/access/check-password.ts";
import { NewPasswordField } from "#web/access/new-password-field.tsx";
import { passwordWords } from "#web/access/password-words.ts";
import { required } from "#web/access/required.ts";
import { waitSentence } from "#web/access/wait-sentence.ts";
import { useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Form } from "#web/ui/form.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";

/**
 * One's own password: the old one and a new one. Every other session ends. `turn` counts the changes made here: each has a form
 * of its own, so that nothing of the last one stays in its fields.
 */
export const MyPasswordForm = (props: {
  readonly turn: number;
  readonly onChanged: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { account } = useSession();
  const act = useAct(changePassword, {
    done: t`Your password is changed. Other devices are signed out.`,
    changes: ["session"],
    words: passwordWords,
    failureShownInPlace: true,
    onDone: props.onChanged,
  });
  const form = useForm({
    id: `my-password-${props.turn}`,
    passing: true,
    initial: { currentPassword: "", password: "" },
    act,
    toInput: (values) => values,
    check: ({ currentPassword, password }) => ({
      ...required({ currentPassword }),
      ...checkPassword({ password }),
    }),
  });
  const sentence = waitSentence(act.problem) ?? form.sentence;
  return (
    <Form form={{ ...form, sentence }} submit={<Trans>Change password</Trans>} showKeys={false}>
      <AccountEmailField email={account.email} />
      <PasswordField
        label={t`Password now`}
        autoComplete="current-password"
        {...form.field("currentPassword")}
      />
      <NewPasswordField {...form.field("password")} />
    </Form>
  );
};
