import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { useAddress } from "#web/platform/address.ts";
import { myPaths, paths } from "#web/platform/paths.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { SessionProvider, useSessionRead, worksHere } from "#web/platform/session.tsx";
import { useIdleGuard } from "#web/platform/use-idle-guard.ts";
import { useGate } from "#web/platform/signed-in-gate.ts";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const SignInAgain = lazy(async () => ({
  default: (await import("#web/app/sign-in-again.tsx")).SignInAgain,
}));

const IdleGuard = (): ReactNode => {
  useIdleGuard();
  return null;
};

/** Screens of a signed-in patient. Nobody signed in: to the sign-in. Staff have their own app. */
export const SignedIn = (props: { readonly children: ReactNode }): ReactNode => {
  const session = useSessionRead();
  const gate = useGate();
  const { go } = useAddress();
  const isSignedOut = session.data === undefined && session.error?.code === "signed-out";
  const isStaff = session.data !== undefined && worksHere(session.data);
  useEffect(() => {
    if (isSignedOut) go(myPaths.signIn, { replace: true });
  }, [isSignedOut, go]);
  useEffect(() => {
    if (isStaff) location.replace(paths.home);
  }, [isStaff]);
  if (session.data && !isStaff) {
    return (
      <SessionProvider session={session.data}>
        <IdleGuard />
        {props.children}
        <Suspense>{gate === "signed-out" && <SignInAgain signInPath={myPaths.signIn} />}</Suspense>
      </SessionProvider>
    );
  }
  if (session.error && !isSignedOut) {
    return (
      <ErrorPanel onRetry={() => void session.refetch()}>{sayProblem(session.error)}</ErrorPanel>
    );
  }
  return <Skeleton />;
};
