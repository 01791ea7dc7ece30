import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { signIn } from "#domain/access/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { myPaths, paths } from "#web/platform/paths.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useSessionRefresh } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { CrisisBar } from "#web/ui/patient/crisis-bar.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { PatientPage } from "#web/ui/patient/patient-page.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useSetTrail } from "#web/ui/trail.ts";

const words: ProblemWords = {
  "sign-in-refused": msg`The e-mail or the password is not right. Try again, or ask your team for help.`,
};

/** The door of the patient app. Help in a crisis needs no sign-in. */
export const SignInScreen = (): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const refreshSession = useSessionRefresh();
  useSetTrail([{ label: t`Sign in` }]);
  const act = useAct(signIn, {
    failureShownInPlace: true,
    quiet: true,
    words,
    onDone: () => {
      void refreshSession().then(() => go(myPaths.today, { replace: true }));
    },
  });
  const form = useForm({
    id: "my-sign-in",
    passing: true,
    initial: { email: "", password: "" },
    act,
    toInput: (values) => values,
  });
  return (
    <PatientPage title={<Trans>Welcome</Trans>} dock={<CrisisBar phone={null} />}>
      <PatientCard lifted>
        <Form form={form} size="touch" showKeys={false} submit={<Trans>Sign in</Trans>}>
          <TextField
            label={t`E-mail`}
            kind="email"
            autoComplete="username"
            inputMode="email"
            {...form.field("email")}
          />
          <PasswordField
            label={t`Password`}
            autoComplete="current-password"
            {...form.field("password")}
          />
        </Form>
        <Button kind="quiet" size="touch" wide href={paths.forgotten}>
          <Trans>Forgotten your password?</Trans>
        </Button>
      </PatientCard>
      <PatientCard title={<Trans>First time here?</Trans>}>
        <p>
          <Trans>Your team sends you an e-mail with a link. It lets you choose a password.</Trans>
        </p>
      </PatientCard>
    </PatientPage>
  );
};
