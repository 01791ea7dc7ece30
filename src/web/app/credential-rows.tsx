import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import type { readHome } from "#domain/practice/home.api.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { CredentialIcon, PeopleIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

type Home = Output<typeof readHome>;
type Credential = Home["credentials"][number];

/** A credential that runs out soon or has run out. */
export const CredentialRow = (props: { readonly credential: Credential }): ReactNode => {
  const { credential } = props;
  const { code, staffName } = credential;
  const day = <Time at={credential.expiresOn} as="calendar" />;
  const isOver = credential.daysLeft < 0;
  const over = -credential.daysLeft;
  const mayRenew = useCan("staff:manage");
  return (
    <Row
      icon={CredentialIcon}
      to={credential.path}
      title={
        credential.isOwn ? (
          isOver ? (
            <Trans>
              Your {code} ended {day}
            </Trans>
          ) : (
            <Trans>
              Your {code} ends {day}
            </Trans>
          )
        ) : isOver ? (
          <Trans>
            {staffName}’s {code} ended {day}
          </Trans>
        ) : (
          <Trans>
            {staffName}’s {code} ends {day}
          </Trans>
        )
      }
      below={
        <>
          {credential.state}
          {!mayRenew && (
            <>
              {credential.state && " · "}
              <Trans>Once it is renewed, whoever manages staff enters the new day.</Trans>
            </>
          )}
        </>
      }
      marks={
        isOver ? (
          <Chip meaning="overdue">
            <Plural value={over} one="# day over" other="# days over" />
          </Chip>
        ) : (
          <Chip meaning="short">
            <Plural
              value={credential.daysLeft}
              _0="Last day today"
              one="# day left"
              other="# days left"
            />
          </Chip>
        )
      }
      action={
        <Button size="small" to={credential.path}>
          {mayRenew ? <Trans>Renew</Trans> : <Trans>See</Trans>}
        </Button>
      }
    />
  );
};

/** Somebody whose credential counts only under a supervisor, without one. */
export const WithoutSupervisorRow = (props: {
  readonly staff: Home["withoutSupervisor"][number];
}): ReactNode => {
  const { staff } = props;
  const mayChoose = useCan("staff:manage");
  return (
    <Row
      icon={PeopleIcon}
      to={staff.path}
      title={<Trans>{staff.staffName} has no supervisor</Trans>}
      below={<Trans>A credential of theirs counts only under supervision</Trans>}
      action={
        <Button size="small" to={staff.path}>
          {mayChoose ? <Trans>Choose</Trans> : <Trans>See</Trans>}
        </Button>
      }
    />
  );
};
