import { PatientDoor } from "#web/app/patient/door-content.tsx";
import { PlainAddress } from "#web/app/plain-address.tsx";
import { showApp } from "#web/app/show-app.tsx";
import { myPaths } from "#web/platform/paths.ts";

const readPath = (path: string) => (path === myPaths.signIn ? {} : null);

// The sign-in as a page of its own: whoever comes to it waits for nothing else.
await showApp(
  <PlainAddress readPath={readPath}>
    <PatientDoor />
  </PlainAddress>,
  { es: () => import("#web/locales/patient/es.po"), scope: "/my" },
);
