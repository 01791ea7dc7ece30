import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { listOrganizationRevisions, readOrganization } from "#domain/practice/organization.api.ts";
import type { Organization } from "#domain/practice/organization.ts";
import { useKeys } from "#web/platform/keys.ts";
import { useRead } from "#web/platform/use-read.ts";
import { LocalTime } from "#web/practice/local-time.tsx";
import { OrganizationForm } from "#web/practice/organization-form.tsx";
import { patientWordWords } from "#web/practice/organization-words.ts";
import { historyWords } from "#web/practice/fact-words.ts";
import { useMay } from "#web/practice/use-may.ts";
import { sayZoneAndPlace } from "#web/practice/zone-field.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { EditIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const sayTaxId = (digits: string): string => `${digits.slice(0, 2)}-${digits.slice(2)}`;

const Reach = (props: { readonly organization: Organization }): ReactNode => {
  const { phone, crisisPhone, zone, isListed, slug } = props.organization;
  return (
    <Card title={<Trans>Reach</Trans>}>
      <Facts
        facts={[
          {
            name: <Trans>Crisis line</Trans>,
            value: crisisPhone && spokenPhone(crisisPhone),
            absent: <Trans>missing</Trans>,
          },
          {
            name: <Trans>Phone</Trans>,
            value: phone && spokenPhone(phone),
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>Time zone</Trans>,
            value: (
              <>
                {sayZoneAndPlace(zone)} · <LocalTime zone={zone} />
              </>
            ),
          },
          {
            name: <Trans>Public page</Trans>,
            value: isListed && <a href={`/programs/${slug}`}>{`/programs/${slug}`}</a>,
            absent: <Trans>not shown to the public</Trans>,
          },
        ]}
      />
    </Card>
  );
};

const Identity = (props: { readonly organization: Organization }): ReactNode => {
  const { i18n } = useLingui();
  const { npi, taxId, patientWord } = props.organization;
  return (
    <Card title={<Trans>Identity</Trans>}>
      <Facts
        facts={[
          {
            name: <Trans>NPI</Trans>,
            value: npi,
            absent: <Trans>missing; copies of records carry it</Trans>,
          },
          {
            name: <Trans>Tax ID</Trans>,
            value: taxId && sayTaxId(taxId),
            absent: <Trans>none; claims carry that of their billing provider</Trans>,
          },
          {
            name: <Trans>Word for the people in care</Trans>,
            value: i18n._(patientWordWords[patientWord]),
          },
        ]}
      />
    </Card>
  );
};

const OrganizationPage = (props: {
  readonly organization: Organization;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { t } = useLingui();
  const { organization } = props;
  const [editing, setEditing] = useState(false);
  const history = useRead(listOrganizationRevisions, {});
  const mayChange = useMay("organization").change({ retiredAt: null });
  const edit = (): void => setEditing(true);
  const close = (): void => setEditing(false);
  useKeys(mayChange ? [{ keys: ["e"], label: t`Change organization`, run: edit }] : []);
  return (
    <Screen
      title={organization.name}
      shortTitle={t`Organization`}
      facts={<Trans>Who you are on letters, copies of records and the public pages.</Trans>}
      action={
        mayChange && (
          <Button kind="primary" icon={EditIcon} onPress={edit} keys={["e"]}>
            <Trans>Change</Trans>
          </Button>
        )
      }
    >
      <Columns aside={<HistoryCard read={history} words={historyWords} />}>
        {organization.crisisPhone === null && (
          <Note
            meaning="short"
            action={
              mayChange && (
                <Button size="small" onPress={edit}>
                  <Trans>Enter it</Trans>
                </Button>
              )
            }
          >
            <Trans>
              Your own crisis line is missing. Pages for the people in care show 988 alone.
            </Trans>
          </Note>
        )}
        <Reach organization={organization} />
        <Identity organization={organization} />
      </Columns>
      <SidePanel open={editing} onClose={close} title={<Trans>Change organization</Trans>}>
        <OrganizationForm organization={organization} refresh={props.refresh} onClose={close} />
      </SidePanel>
    </Screen>
  );
};

/** The organization itself: how it is reached, what identifies it, and its history. */
export const OrganizationScreen = (): ReactNode => {
  const organization = useRead(readOrganization, {});
  return (
    <Loaded read={organization}>
      {(data) => <OrganizationPage organization={data} refresh={organization.refetch} />}
    </Loaded>
  );
};
