import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { readMyProgram } from "#domain/practice/my-program.api.ts";
import { dayAt, deviceZone, sayDayInFull } from "#web/platform/dates.ts";
import { myPaths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { PhoneIcon, SiteIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { MyPage } from "#web/patient/my-page.tsx";

/** What is on today. Until sessions are kept here, it says so and says whom to ask. */
export const TodayScreen = (): ReactNode => {
  const { t } = useLingui();
  const { account } = useSession();
  const program = useRead(readMyProgram, {});
  useSetTrail([{ label: t`Today` }]);
  const firstName = account.name.split(" ", 1)[0] ?? account.name;
  const zone = program.data?.sites[0]?.zone ?? deviceZone();
  return (
    <MyPage title={<Trans>Hello, {firstName}</Trans>} below={sayDayInFull(dayAt(useNow(), zone))}>
      <Loaded read={program}>
        {(data) => {
          const site = data.sites.find((one) => one.phone !== null);
          const programName = data.name;
          return (
            <PatientCard lifted title={<Trans>No sessions here yet</Trans>}>
              <p>
                <Trans>
                  {programName} will tell you when your next session is. It will stand here as soon
                  as it is planned.
                </Trans>
              </p>
              {site?.phone && (
                <Button
                  kind="primary"
                  size="touch"
                  wide
                  icon={PhoneIcon}
                  href={`tel:+1${site.phone}`}
                >
                  <Trans>Call {spokenPhone(site.phone)}</Trans>
                </Button>
              )}
              <Button size="touch" wide icon={SiteIcon} to={myPaths.places}>
                <Trans>See where we are</Trans>
              </Button>
            </PatientCard>
          );
        }}
      </Loaded>
    </MyPage>
  );
};
