import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import type { Staff } from "#domain/practice/staff.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { MembersLink } from "#web/practice/members-link.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmailLink } from "#web/ui/email-link.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { StaffIcon } from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** How a colleague is reached, where they are based, and who supervises them. */
export const StaffFacts = (props: { readonly person: Staff }): ReactNode => {
  const { email, phone, npi, homeSite, supervisor, memberCount } = props.person;
  const { many } = usePatientWords();
  return (
    <Card title={<Trans>Facts</Trans>}>
      <Facts
        facts={[
          {
            name: <Trans>Based at</Trans>,
            value: homeSite && <Link to={paths.site(homeSite.id)}>{homeSite.name}</Link>,
            absent: <Trans>no site</Trans>,
          },
          {
            name: many,
            value: memberCount !== null && <MembersLink person={props.person} />,
          },
          {
            name: <Trans>Supervisor</Trans>,
            value: supervisor && (
              <Link to={paths.staffMember(supervisor.id)}>{supervisor.name}</Link>
            ),
            absent: <Trans>nobody</Trans>,
          },
          {
            name: <Trans>Phone</Trans>,
            value: phone && <a href={`tel:+1${phone}`}>{spokenPhone(phone)}</a>,
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>E-mail</Trans>,
            value: email && <EmailLink email={email} />,
            absent: <Trans>none</Trans>,
          },
          { name: <Trans>NPI</Trans>, value: npi, absent: <Trans>none</Trans> },
        ]}
      />
    </Card>
  );
};

const AccountState = (props: { readonly account: Staff["account"] }): ReactNode => {
  switch (props.account?.state) {
    case undefined:
      return <Trans>They do not sign in here yet.</Trans>;
    case "invited":
      return (
        <Chip meaning="short">
          <Trans>Invited, not accepted yet</Trans>
        </Chip>
      );
    case "active":
      return (
        <Chip meaning="ontime">
          <Trans>Signs in here</Trans>
        </Chip>
      );
    case "ended":
      return (
        <Chip>
          <Trans>Sign-in ended</Trans>
        </Chip>
      );
  }
};

/** The sign-in that belongs to a colleague, and where it is managed. */
export const AccountCard = (props: { readonly person: Staff }): ReactNode => {
  const { id, account, retiredAt } = props.person;
  const maySeePeople = useCan("people:read");
  const mayInvite = useCan("people:manage") && retiredAt === null;
  return (
    <Card
      title={<Trans>Sign-in</Trans>}
      actions={
        account === null
          ? mayInvite && (
              <Button size="small" to={`${paths.people}?add=${id}`}>
                <Trans>Invite</Trans>
              </Button>
            )
          : maySeePeople && (
              <Button size="small" to={paths.person(account.affiliationId)}>
                <Trans>Access</Trans>
              </Button>
            )
      }
    >
      <AccountState account={account} />
    </Card>
  );
};

/** Whom a colleague supervises; nothing where that is nobody. */
export const SuperviseesCard = (props: { readonly person: Staff }): ReactNode => {
  const { supervisees } = props.person;
  return supervisees.length === 0 ? null : (
    <Card flush title={<Trans>Supervises</Trans>} aside={supervisees.length}>
      <Rows>
        {supervisees.map((person) => (
          <Row
            key={person.id}
            icon={StaffIcon}
            to={paths.staffMember(person.id)}
            title={person.name}
          />
        ))}
      </Rows>
    </Card>
  );
};
