import { useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { CrisisNotice } from "#web/app/staff/crisis-notice.tsx";
import { FinderAtOnce, useFinderAtHand } from "#web/app/staff/finder-at-once.tsx";
import { MeMenu } from "#web/app/staff/me-menu.tsx";
import { OrganizationSwitch } from "#web/app/staff/organization-switch.tsx";
import { PaperWords } from "#web/app/staff/paper-words.tsx";
import { SessionGate } from "#web/app/staff/session-gate.tsx";
import { ShellKeys } from "#web/app/staff/shell-keys.tsx";
import { usePlaces } from "#web/app/staff/use-places.ts";
import { DraftsProvider } from "#web/drafts/drafts-provider.tsx";
import { useAddress } from "#web/platform/address.ts";
import { useAsking } from "#web/platform/asking.ts";
import { useLiveUpdates } from "#web/platform/live.ts";
import { useIdleGuard } from "#web/platform/use-idle-guard.ts";
import { myPaths, paths } from "#web/platform/paths.ts";
import { sayProblem } from "#web/platform/problem-words.ts";
import { SessionProvider, useSessionRead, worksHere } from "#web/platform/session.tsx";
import { SiteSelectProvider } from "#web/platform/site-select.tsx";
import { ChooseSite } from "#web/practice/choose-site.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { ShellBar } from "#web/ui/shell-bar.tsx";
import { Shell } from "#web/ui/shell.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

const AskPanel = lazy(async () => ({
  default: (await import("#web/tasks/ask-panel.tsx")).AskPanel,
}));
const KeyMap = lazy(async () => ({
  default: (await import("#web/app/staff/keyboard-map.tsx")).KeyboardMap,
}));

const settleMilliseconds = 1_500;

/** What this device still holds of session rooms is sent, whatever screen is open. */
const useRoomsResumed = (): void => {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    const resume = async (): Promise<void> => {
      const { resumeRooms } = await import("#web/charting/resume-rooms.ts");
      if (!isOver) stop = resumeRooms();
    };
    const timer = setTimeout(() => void resume().catch(() => undefined), settleMilliseconds);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.();
    };
  }, []);
};

type Over = "finder" | "keys" | null;

const Frame = (props: { readonly children: ReactNode }): ReactNode => {
  const { t } = useLingui();
  const [over, setOver] = useState<Over>(null);
  const places = usePlaces();
  const { path } = useAddress();
  const { asking } = useAsking();
  const [shownAt, setShownAt] = useState(path);
  useLiveUpdates();
  useIdleGuard();
  useFinderAtHand();
  useRoomsResumed();
  if (shownAt !== path) {
    setShownAt(path);
    setOver(null);
  }
  const onFind = (): void => setOver("finder");
  const onKeys = (): void => setOver("keys");
  const onClose = (): void => setOver(null);
  return (
    <>
      <Shell
        places={places}
        notice={<CrisisNotice />}
        bar={
          <ShellBar
            places={places}
            findLabel={t`Find a screen, a record or an act`}
            onFind={onFind}
          >
            <OrganizationSwitch />
            <MeMenu onKeys={onKeys} />
          </ShellBar>
        }
      >
        <PaperWords />
        <Suspense fallback={<Skeleton />}>{props.children}</Suspense>
      </Shell>
      <ShellKeys onFind={onFind} onKeys={onKeys} />
      {over === "finder" && <FinderAtOnce onClose={onClose} />}
      <Suspense>
        {over === "keys" && <KeyMap onClose={onClose} />}
        {asking !== null && <AskPanel />}
      </Suspense>
      <SessionGate />
    </>
  );
};

const siteDoor = { Choose: ChooseSite };

/** The frame of the staff screens. Nobody signed in: to the sign-in, and back here afterwards. */
export const StaffShell = (props: { readonly children?: ReactNode }): ReactNode => {
  const session = useSessionRead();
  const { path, search, go } = useAddress();
  const isSignedOut = session.data === undefined && session.error?.code === "signed-out";
  const isPatient = session.data !== undefined && !worksHere(session.data);
  useEffect(() => {
    // The frame still stands while the code of the sign-in is fetched.
    if (!isSignedOut || path === paths.signIn) return;
    const query = search.toString();
    const here = query === "" ? path : `${path}?${query}`;
    go(path === paths.home ? paths.signIn : `${paths.signIn}?to=${encodeURIComponent(here)}`, {
      replace: true,
    });
  }, [isSignedOut, path, search, go]);
  useEffect(() => {
    if (isPatient) location.replace(myPaths.today);
  }, [isPatient]);
  if (session.data && !isPatient) {
    return (
      <SessionProvider session={session.data}>
        <SiteSelectProvider value={siteDoor}>
          <DraftsProvider>
            <Frame key={session.data.organization.id}>{props.children ?? <Outlet />}</Frame>
          </DraftsProvider>
        </SiteSelectProvider>
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
