import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { SignInScreen } from "#web/access/sign-in-screen.tsx";
import { DoorCrash } from "#web/app/staff/door-crash.tsx";
import { outsideRoutes } from "#web/app/staff/outside-routes.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { NoticesRegion } from "#web/ui/notices-region.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

interface Door {
  readonly pattern: RegExp;
  readonly Screen: ComponentType;
}

const later = (load: () => Promise<ComponentType>): ComponentType => {
  const Screen = lazy(async () => ({ default: await load() }));
  return () => (
    <Suspense fallback={<Skeleton />}>
      <Screen />
    </Suspense>
  );
};

// The sign-in is what almost everybody comes for; it is there at once, and the others when they are asked for.
const doors: readonly Door[] = outsideRoutes.map(({ path, load }) => ({
  pattern: new RegExp(`^${path.replace(/\$(\w+)/g, "(?<$1>[^/]+)")}/?$`),
  Screen: path === paths.signIn ? SignInScreen : later(load),
}));

export const readDoorPath = (path: string) => {
  const found = doors.map(({ pattern }) => pattern.exec(path)).find((match) => match !== null);
  return found ? { ...found.groups } : null;
};

const Outside = (): ReactNode => {
  const { path } = useAddress();
  const Screen = doors.find(({ pattern }) => pattern.test(path))?.Screen;
  return Screen && <Screen />;
};

export const StaffDoor = (): ReactNode => (
  <>
    <DoorCrash>
      <Outside />
    </DoorCrash>
    <NoticesRegion />
  </>
);
