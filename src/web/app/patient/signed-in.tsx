import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { useAddress } from "#web/platform/address.ts";
import { myPaths, paths } from "#web/platform/paths.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { SessionProvider, useSessionRead, worksHere } from "#web/platform/session.tsx";
import { useIdleGuard } from "#web/platform/use-idle-guard.ts";
import { settleGate, useGate } from "#web/platform/signed-in-gate.ts";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { CrisisBar } from "#web/ui/patient/crisis-bar.tsx";
import { PatientPage } from "#web/ui/patient/patient-page.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const IdleGuard = (): ReactNode => {
  useIdleGuard();
  return null;
};

/** Screens of a signed-in patient. Nobody signed in: to the sign-in. Staff have their own app. */
export const SignedIn = (props: { readonly children: ReactNode }): ReactNode => {
  const session = useSessionRead();
  const gate = useGate();
  const { go } = useAddress();
  const client = useQueryClient();
  const isSignedOut = session.data === undefined && session.error?.code === "signed-out";
  // Every answer is saved as it is given, so nothing typed is lost: the door again, with a new code.
  const hasEnded = gate === "signed-out";
  useEffect(() => {
    if (!hasEnded) return;
    settleGate("signed-out", false);
    client.clear();
    go(myPaths.signIn, { replace: true });
  }, [hasEnded, client, go]);
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
      </SessionProvider>
    );
  }
  if (session.error && !isSignedOut) {
    return (
      <PatientPage title={<Trans>Not there yet</Trans>} dock={<CrisisBar phone={null} />}>
        <ErrorPanel onRetry={() => void session.refetch()}>{sayProblem(session.error)}</ErrorPanel>
      </PatientPage>
    );
  }
  return <Skeleton />;
};
