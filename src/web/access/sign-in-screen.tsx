import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, type ReactNode } from "react";
import { signIn } from "#domain/access/session.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { destinationOf } from "#web/access/destination.ts";
import { OrganizationChoice } from "#web/access/organization-choice.tsx";
import { typedEmail } from "#web/access/typed-email.ts";
import { required } from "#web/access/required.ts";
import { useOutsideForm } from "#web/access/use-outside-form.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import type { ProblemWords } from "#web/platform/problem-words.ts";
import { useServedField } from "#web/platform/served-field.ts";
import { useSessionRefresh } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { Form } from "#web/ui/form.tsx";
import { Link } from "#web/ui/link.tsx";
import { Outside } from "#web/ui/outside.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const words: ProblemWords = {
  "sign-in-refused": msg`The e-mail address or the password is not right. Both are checked together.`,
};

type Answer = Output<typeof signIn>;

const SignInForm = (props: { readonly onDone: (answer: Answer) => void }): ReactNode => {
  const { t } = useLingui();
  const servedEmail = useServedField("email");
  const servedPassword = useServedField("password");
  const act = useAct(signIn, {
    failureShownInPlace: true,
    quiet: true,
    words,
    onDone: props.onDone,
  });
  const form = useOutsideForm({
    id: "sign-in",
    initial: { email: servedEmail || typedEmail.get(), password: servedPassword },
    act,
    toInput: (values) => values,
    check: required,
  });
  const { email } = form.values;
  useEffect(() => typedEmail.set(email), [email]);
  return (
    <Form form={form} submit={<Trans>Sign in</Trans>} showKeys={false} label={t`Sign in`}>
      <TextField
        label={t`E-mail`}
        kind="email"
        inputMode="email"
        autoComplete="username"
        autoFocus={email === ""}
        {...form.field("email")}
      />
      <PasswordField
        label={t`Password`}
        autoComplete="current-password"
        autoFocus={email !== ""}
        {...form.field("password")}
      />
    </Form>
  );
};

/** The door of the staff screens. Goes on to where one wanted to be; who belongs to several organizations chooses first. */
export const SignInScreen = (): ReactNode => {
  const { t } = useLingui();
  const { go, search } = useAddress();
  const refreshSession = useSessionRefresh();
  const [signedIn, setSignedIn] = useState<Answer | null>(null);
  const goOn = async (to: string): Promise<void> => {
    typedEmail.set("");
    await refreshSession();
    go(to, { replace: true });
  };
  const destination = destinationOf(search);
  if (signedIn)
    return (
      <OrganizationChoice
        answer={signedIn}
        onChosen={(id) => void goOn(id === signedIn.organization.id ? destination : paths.home)}
      />
    );
  return (
    <Outside
      title={t`Sign in`}
      foot={
        <>
          <Link to={paths.forgotten}>
            <Trans>Forgotten your password?</Trans>
          </Link>
          <span>
            <Trans>
              New here? Your organization sends you an invitation by e-mail. Its link opens your
              account.
            </Trans>
          </span>
        </>
      }
    >
      <SignInForm
        onDone={(answer) => {
          if (answer.organizations.length > 1) setSignedIn(answer);
          else void goOn(destination);
        }}
      />
    </Outside>
  );
};
