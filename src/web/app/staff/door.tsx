import { PlainAddress } from "#web/app/plain-address.tsx";
import { showApp } from "#web/app/show-app.tsx";
import { readDoorPath, StaffDoor } from "#web/app/staff/door-content.tsx";

await showApp(
  <PlainAddress readPath={readDoorPath}>
    <StaffDoor />
  </PlainAddress>,
  { es: () => import("#web/locales/staff/es.po"), scope: "/staff" },
);
