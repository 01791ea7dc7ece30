import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { Output } from "#domain/contract/route.ts";
import { readMyProgram } from "#domain/practice/my-program.api.ts";
import { sayTime, sayZone } from "#web/platform/dates.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { PhoneIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { WayThere } from "#web/patient/way-there.tsx";
import { MyPage } from "#web/patient/my-page.tsx";

type Site = Output<typeof readMyProgram>["sites"][number];

const oneLine = ({ address }: Site): string =>
  `${address.street}, ${address.city}, ${address.state} ${address.postalCode}`;

const SiteCard = (props: { readonly site: Site }): ReactNode => {
  const { site } = props;
  const { street, unit, city, state, postalCode } = site.address;
  const now = useNow();
  const time = sayTime(now, site.zone);
  const zone = sayZone(site.zone);
  return (
    <PatientCard title={site.name}>
      <p>
        {street}
        {unit ? `, ${unit}` : ""}
        <br />
        {city}, {state} {postalCode}
      </p>
      {time !== sayTime(now) && (
        <p>
          <Trans>
            It is {time} there ({zone}).
          </Trans>
        </p>
      )}
      <WayThere address={oneLine(site)} />
      {site.phone && (
        <Button size="touch" wide icon={PhoneIcon} href={`tel:+1${site.phone}`}>
          <Trans>Call {spokenPhone(site.phone)}</Trans>
        </Button>
      )}
    </PatientCard>
  );
};

/** Where the program is, and how to reach it. */
export const PlacesScreen = (): ReactNode => {
  const { t } = useLingui();
  const program = useRead(readMyProgram, {});
  useSetTrail([{ label: t`Places` }]);
  return (
    <MyPage title={<Trans>Places</Trans>} below={program.data?.name}>
      <Loaded read={program}>
        {(data) =>
          data.sites.length === 0 ? (
            <PatientCard>
              <p>
                <Trans>Your program has not listed a place yet. Ask your team where to come.</Trans>
              </p>
            </PatientCard>
          ) : (
            data.sites.map((site) => <SiteCard key={site.id} site={site} />)
          )
        }
      </Loaded>
    </MyPage>
  );
};
