import type { ReactNode } from "react";
import { PatientCrash } from "#web/app/patient/patient-crash.tsx";
import { SignInScreen } from "#web/patient/sign-in-screen.tsx";
import { NoticesRegion } from "#web/ui/notices-region.tsx";

export const PatientDoor = (): ReactNode => (
  <>
    <PatientCrash>
      <SignInScreen />
    </PatientCrash>
    <NoticesRegion />
  </>
);
