import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { requestSignInCode, signInWithCode } from "#domain/access/sign-in-code.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { myPaths } from "#web/platform/paths.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useServedField } from "#web/platform/served-field.ts";
import { useSessionRefresh } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { CrisisBar } from "#web/ui/patient/crisis-bar.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { PatientPage } from "#web/ui/patient/patient-page.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useSetTrail } from "#web/ui/trail.ts";

const words: ProblemWords = {
  "code.missing": msg`Type the six digits from the letter.`,
  "code.invalid-regex": msg`The code has six digits. Look at the letter again.`,
  "code-refused": msg`This code is not right, or it is too old. Look at the newest letter, or ask for another code.`,
};

const AskForCode = (props: {
  /** What was typed before. */
  readonly email: string;
  readonly onSent: (email: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  const served = useServedField("email");
  const act = useAct(requestSignInCode, {
    failureShownInPlace: true,
    quiet: true,
    onDone: (_, { email }) => props.onSent(email),
  });
  const form = useForm({
    id: "my-code",
    passing: true,
    initial: { email: served || props.email },
    act,
    toInput: (values) => values,
  });
  return (
    <PatientCard lifted title={<Trans>Sign in</Trans>}>
      <p>
        <Trans>You need no password. We send a code to your e-mail.</Trans>
      </p>
      <Form form={form} size="touch" showKeys={false} submit={<Trans>Send me a code</Trans>}>
        <TextField
          label={t`E-mail`}
          kind="email"
          autoComplete="username"
          inputMode="email"
          {...form.field("email")}
        />
      </Form>
    </PatientCard>
  );
};

/** Six digits, however they were parted: nothing more is to be typed, so they go. */
const isWhole = (code: string): boolean => code.replaceAll(/\D/g, "").length === 6;

const TypeCode = (props: { readonly email: string; readonly onBack: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const refreshSession = useSessionRefresh();
  const { email } = props;
  const act = useAct(signInWithCode, {
    failureShownInPlace: true,
    quiet: true,
    words,
    onDone: () => {
      void refreshSession().then(() => go(myPaths.today, { replace: true }));
    },
  });
  const again = useAct(requestSignInCode, {
    quiet: true,
    done: t`Another letter is on its way. Only its code works now.`,
    onDone: () => form.reset(),
  });
  const form = useForm({
    id: "my-code-typed",
    passing: true,
    initial: { code: "" },
    act,
    toInput: ({ code }) => ({ email, code }),
  });
  const { code } = form.values;
  const submit = useRef(form.submit);
  useEffect(() => {
    submit.current = form.submit;
  });
  useEffect(() => {
    if (isWhole(code)) submit.current();
  }, [code]);
  return (
    <PatientCard lifted title={<Trans>Look into your e-mail</Trans>}>
      <p>
        <Trans>
          If {email} is known here, a letter with six digits is on its way. It can take a minute.
          The code works for ten minutes.
        </Trans>
      </p>
      <Form form={form} size="touch" showKeys={false} submit={<Trans>Sign in</Trans>}>
        <TextField
          label={t`Code`}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          maxLength={12}
          {...form.field("code")}
        />
      </Form>
      <Button size="touch" wide busy={again.busy} onPress={() => void again.run({ email })}>
        <Trans>Send another code</Trans>
      </Button>
      <Button size="touch" kind="quiet" wide onPress={props.onBack}>
        <Trans>Use another address</Trans>
      </Button>
    </PatientCard>
  );
};

/** The door of the patient app. Help in a crisis needs no sign-in. */
export const SignInScreen = (): ReactNode => {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const [isSent, setIsSent] = useState(false);
  useSetTrail([{ label: t`Sign in` }]);
  return (
    <PatientPage title={<Trans>Welcome</Trans>} dock={<CrisisBar phone={null} />}>
      {isSent ? (
        <TypeCode email={email} onBack={() => setIsSent(false)} />
      ) : (
        <AskForCode
          email={email}
          onSent={(typed) => {
            setEmail(typed);
            setIsSent(true);
          }}
        />
      )}
      <PatientCard title={<Trans>First time here?</Trans>}>
        <p>
          <Trans>
            Your team opens your account. Ask them which e-mail address they have of you.
          </Trans>
        </p>
      </PatientCard>
    </PatientPage>
  );
};
