import { lazy, Suspense, type ReactNode } from "react";
import { PatientCrash } from "#web/app/patient/patient-crash.tsx";
import { PlainAddress } from "#web/app/plain-address.tsx";
import { SignedIn } from "#web/app/patient/signed-in.tsx";
import { NotHereScreen } from "#web/patient/not-here-screen.tsx";
import { TodayScreen } from "#web/patient/today-screen.tsx";
import { useAddress } from "#web/platform/address.ts";
import { myPaths } from "#web/platform/paths.ts";
import { NoticesRegion } from "#web/ui/notices-region.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

// Whoever is signed in does not need the door, and whoever is not needs nothing else.
const SignInScreen = lazy(async () => ({
  default: (await import("#web/patient/sign-in-screen.tsx")).SignInScreen,
}));
const PlacesScreen = lazy(async () => ({
  default: (await import("#web/patient/places-screen.tsx")).PlacesScreen,
}));
const MeScreen = lazy(async () => ({
  default: (await import("#web/patient/me-screen.tsx")).MeScreen,
}));
const CheckInScreen = lazy(async () => ({
  default: (await import("#web/patient/check-in-screen.tsx")).CheckInScreen,
}));

const checkIn = /^\/my\/check-in\/([0-9a-f-]{36})$/;

const screens: Readonly<Record<string, () => ReactNode>> = {
  [myPaths.today]: () => <TodayScreen />,
  [myPaths.places]: () => <PlacesScreen />,
  [myPaths.me]: () => <MeScreen />,
};

const Where = (): ReactNode => {
  const { path } = useAddress();
  if (path === myPaths.signIn) return <SignInScreen />;
  const requestId = checkIn.exec(path)?.[1];
  if (requestId !== undefined)
    return (
      <SignedIn>
        <CheckInScreen key={requestId} requestId={requestId} />
      </SignedIn>
    );
  const screen = screens[path];
  return <SignedIn>{screen ? screen() : <NotHereScreen />}</SignedIn>;
};

const anywhere = () => ({});

/** The whole patient app: signing in stands alone, everything else needs a session. */
export const PatientApp = (): ReactNode => (
  <PlainAddress readPath={anywhere}>
    <PatientCrash>
      <Suspense fallback={<Skeleton />}>
        <Where />
      </Suspense>
    </PatientCrash>
    <NoticesRegion />
  </PlainAddress>
);
