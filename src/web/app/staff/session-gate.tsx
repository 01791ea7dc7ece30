import { lazy, Suspense, type ReactNode } from "react";
import { paths } from "#web/platform/paths.ts";
import { useGate } from "#web/platform/signed-in-gate.ts";

const SignInAgain = lazy(async () => ({
  default: (await import("#web/app/sign-in-again.tsx")).SignInAgain,
}));
const ConfirmItIsYou = lazy(async () => ({
  default: (await import("#web/app/staff/confirm-it-is-you.tsx")).ConfirmItIsYou,
}));

/** Stands over the screen while a request waits for the person to show who they are. */
export const SessionGate = (): ReactNode => {
  const gate = useGate();
  return (
    <Suspense>
      {gate === "signed-out" && <SignInAgain signInPath={paths.signIn} />}
      {gate === "confirmation-needed" && <ConfirmItIsYou />}
    </Suspense>
  );
};
