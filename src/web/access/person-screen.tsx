import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { readPerson, sendInvitation, type Person } from "#domain/access/people.api.ts";
import { faultOfSending } from "#domain/access/person.policy.ts";
import { staffRoles } from "#domain/access/roles.ts";
import type { Output } from "#domain/contract/route.ts";
import { Capabilities } from "#web/access/capabilities.tsx";
import { EndAccess } from "#web/access/end-access.tsx";
import { InviteForm } from "#web/access/invite-form.tsx";
import { peopleWords } from "#web/access/people-words.ts";
import { linkUntil } from "#web/access/link-until.ts";
import { PersonHistory } from "#web/access/person-history.tsx";
import { PersonStateChip } from "#web/access/person-state-chip.tsx";
import { sayRole } from "#web/access/role-words.ts";
import { RolesForm } from "#web/access/roles-form.tsx";
import { useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { MailIcon, SendIcon } from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

type Seen = Output<typeof readPerson>;

const SendAgain = (props: { readonly person: Person }): ReactNode => {
  const { t } = useLingui();
  const act = useAct(sendInvitation, {
    done: t`A new invitation is on its way. The link sent before is over.`,
    words: peopleWords,
    changes: ["home"],
  });
  return (
    <Button
      kind="primary"
      icon={SendIcon}
      busy={act.busy}
      onPress={() => void act.run({ affiliationId: props.person.id })}
    >
      <Trans>Send invitation again</Trans>
    </Button>
  );
};

/** Somebody whose access ended comes back as they came the first time: by invitation. */
const InviteAgain = ({ person }: { readonly person: Person }): ReactNode => {
  const [inviting, setInviting] = useState(false);
  const { name, email, staffId } = person;
  const roles = staffRoles.filter((role) => person.roles.includes(role));
  const close = (): void => setInviting(false);
  return (
    <>
      <Button kind="primary" icon={MailIcon} onPress={() => setInviting(true)}>
        <Trans>Invite again</Trans>
      </Button>
      <SidePanel open={inviting} onClose={close} title={<Trans>Invite again</Trans>}>
        <InviteForm invited={{ name, email, staffId, roles }} onClose={close} />
      </SidePanel>
    </>
  );
};

const PersonAction = ({ person }: { readonly person: Person }): ReactNode => {
  if (person.state === "ended") return <InviteAgain person={person} />;
  return faultOfSending(person) === undefined ? <SendAgain person={person} /> : null;
};

const RolesRead = (props: { readonly roles: readonly string[] }): ReactNode => {
  const { t, i18n } = useLingui();
  return (
    <Facts
      facts={[
        { name: t`Roles`, value: props.roles.map((role) => sayRole(i18n, role)).join(", ") },
        { name: t`May`, value: <Capabilities roles={props.roles} /> },
      ]}
    />
  );
};

const PersonFacts = (props: { readonly person: Person }): ReactNode => {
  const { t } = useLingui();
  const { zone } = useSession().organization;
  const { person } = props;
  const isOver = person.state === "invitation-over";
  const isWaiting = isOver || person.state === "invited";
  const when = (at: string | null): ReactNode => at && <Time at={at} zone={zone} />;
  return (
    <Facts
      facts={[
        { name: t`Invited`, value: when(person.invitedAt) },
        { name: t`By`, value: person.invitedBy },
        ...(isWaiting
          ? [
              {
                name: isOver ? t`Link over since` : t`Link until`,
                value: when(linkUntil(person.invitedAt)),
              },
            ]
          : []),
        { name: t`Accepted`, value: when(person.acceptedAt), absent: t`Not yet` },
        { name: t`Last seen here`, value: when(person.lastSeenAt), absent: t`Never` },
        { name: t`Ended`, value: when(person.endedAt) },
        {
          name: t`Colleague`,
          value: person.staffId && (
            <Link to={paths.staffMember(person.staffId)}>
              <Trans>Open in the staff list</Trans>
            </Link>
          ),
        },
      ]}
    />
  );
};

const PersonPage = ({ person, otherAdministrators, history }: Seen): ReactNode => {
  const { t } = useLingui();
  const mayManage = useCan("people:manage");
  const { zone } = useSession().organization;
  const mayChange = mayManage && person.state !== "ended";
  return (
    <Screen
      title={person.name}
      facts={person.email}
      marks={<PersonStateChip state={person.state} />}
      action={mayManage && <PersonAction person={person} />}
      above={[{ label: t`Sign-ins`, to: paths.people }]}
    >
      <Columns
        aside={
          <>
            <Card title={<Trans>Access</Trans>}>
              <PersonFacts person={person} />
            </Card>
            <Card title={<Trans>History</Trans>}>
              <PersonHistory history={history} zone={zone} />
            </Card>
          </>
        }
      >
        <Card title={<Trans>What {person.name} may do</Trans>}>
          {mayChange ? (
            <RolesForm
              key={person.version}
              person={person}
              otherAdministrators={otherAdministrators}
            />
          ) : (
            <RolesRead roles={person.roles} />
          )}
        </Card>
        {mayChange && <EndAccess person={person} otherAdministrators={otherAdministrators} />}
      </Columns>
    </Screen>
  );
};

/** One person: what they may do here, since when, and who decided it. */
export const PersonScreen = (): ReactNode => {
  const affiliationId = useParam("affiliationId");
  const read = useRead(readPerson, { affiliationId });
  return <Loaded read={read}>{(seen) => <PersonPage {...seen} />}</Loaded>;
};
