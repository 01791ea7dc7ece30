import type { ReactNode } from "react";
import { readMyProgram } from "#domain/practice/my-program.api.ts";
import { useRead } from "#web/platform/use-read.ts";
import { CrisisBar } from "#web/ui/patient/crisis-bar.tsx";
import { FootPlaces } from "#web/ui/patient/foot-places.tsx";
import { PatientPage } from "#web/ui/patient/patient-page.tsx";

/** A page of a signed-in patient, with their program's own line at the foot. */
export const MyPage = (props: {
  readonly title: ReactNode;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const program = useRead(readMyProgram, {});
  return (
    <PatientPage
      title={props.title}
      below={props.below}
      dock={
        <>
          <CrisisBar phone={program.data?.crisisPhone ?? null} />
          <FootPlaces />
        </>
      }
    >
      {props.children}
    </PatientPage>
  );
};
