import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { listSiteRevisions, readSite } from "#domain/practice/site.api.ts";
import type { Site } from "#domain/practice/site.ts";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { LocalTime } from "#web/practice/local-time.tsx";
import { historyWords } from "#web/practice/fact-words.ts";
import { RoomsCard } from "#web/practice/rooms-card.tsx";
import { sayAddress } from "#web/practice/say-address.ts";
import { SiteEnding } from "#web/practice/site-ending.tsx";
import { ChangeSiteForm } from "#web/practice/site-form.tsx";
import { StaffHereCard } from "#web/practice/staff-here-card.tsx";
import { useMay } from "#web/practice/use-may.ts";
import { sayZoneAndPlace } from "#web/practice/zone-field.tsx";
import { RetiredChip } from "#web/practice/retired-chip.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const SiteFacts = (props: { readonly site: Site }): ReactNode => {
  const { site } = props;
  return (
    <Card title={<Trans>Facts</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Address</Trans>, value: sayAddress(site.address) },
          {
            name: <Trans>Time zone</Trans>,
            value: (
              <>
                {sayZoneAndPlace(site.zone)}
                <br />
                <LocalTime zone={site.zone} />
              </>
            ),
          },
          {
            name: <Trans>Phone</Trans>,
            value: site.phone && spokenPhone(site.phone),
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>Crisis line</Trans>,
            value: site.crisisPhone && spokenPhone(site.crisisPhone),
            absent: <Trans>the organization’s</Trans>,
          },
          {
            name: <Trans>NPI</Trans>,
            value: site.npi,
            absent: <Trans>the organization’s</Trans>,
          },
        ]}
      />
    </Card>
  );
};

const SitePage = (props: { readonly site: Site; readonly refresh: () => unknown }): ReactNode => {
  const { t } = useLingui();
  const { site } = props;
  const [editing, setEditing] = useState(false);
  const history = useRead(listSiteRevisions, { siteId: site.id });
  const mayChange = useMay("site").change(site);
  const edit = (): void => setEditing(true);
  const close = (): void => setEditing(false);
  useKeys(mayChange ? [{ keys: ["e"], label: t`Change site`, run: edit }] : []);
  return (
    <Screen
      title={site.name}
      above={[{ label: t`Sites`, to: paths.sites }]}
      facts={
        <>
          {site.address.city}, {site.address.state} · <LocalTime zone={site.zone} />
        </>
      }
      marks={site.retiredAt !== null && <RetiredChip />}
      action={
        mayChange && (
          <Button kind="primary" icon={EditIcon} onPress={edit} keys={["e"]}>
            <Trans>Change</Trans>
          </Button>
        )
      }
      otherActions={<SiteEnding site={site} />}
    >
      <Columns
        aside={
          <>
            <SiteFacts site={site} />
            <HistoryCard read={history} words={historyWords} />
          </>
        }
      >
        <RoomsCard site={site} />
        <StaffHereCard siteId={site.id} />
      </Columns>
      <SidePanel open={editing} onClose={close} title={<Trans>Change site</Trans>}>
        <ChangeSiteForm site={site} refresh={props.refresh} onClose={close} />
      </SidePanel>
    </Screen>
  );
};

/** One place where people come: its facts, rooms, staff and history. */
export const SiteScreen = (): ReactNode => {
  const siteId = useParam("siteId");
  const site = useRead(readSite, { siteId }, { alsoOn: ["room", "staff"] });
  return (
    <Loaded read={site}>
      {(data) => <SitePage key={data.id} site={data} refresh={site.refetch} />}
    </Loaded>
  );
};
