import { PatientCrash } from "#web/app/patient/patient-crash.tsx";
import { PlainAddress } from "#web/app/plain-address.tsx";
import { showApp } from "#web/app/show-app.tsx";
import { SignInScreen } from "#web/patient/sign-in-screen.tsx";
import { myPaths } from "#web/platform/paths.ts";
import { NoticesRegion } from "#web/ui/notices-region.tsx";

const readPath = (path: string) => (path === myPaths.signIn ? {} : null);

// The sign-in as a page of its own: whoever comes to it waits for nothing else.
await showApp(
  <PlainAddress readPath={readPath}>
    <PatientCrash>
      <SignInScreen />
    </PatientCrash>
    <NoticesRegion />
  </PlainAddress>,
  { es: () => import("#web/locales/patient/es.po"), scope: "/my" },
);
