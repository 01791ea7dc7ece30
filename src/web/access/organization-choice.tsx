import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeOrganization, type signIn } from "#domain/access/session.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { useAct } from "#web/platform/use-act.ts";
import { Button } from "#web/ui/button.tsx";
import { OrganizationIcon } from "#web/ui/icons.ts";
import { Outside } from "#web/ui/outside.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** For whom one works now. The organization used last has the focus, so Enter goes on there. */
export const OrganizationChoice = (props: {
  readonly answer: Output<typeof signIn>;
  readonly onChosen: (organizationId: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { organization, organizations } = props.answer;
  const act = useAct(changeOrganization, {
    quiet: true,
    onDone: (answer) => props.onChosen(answer.organization.id),
  });
  const choose = (id: string): void => {
    if (id === organization.id) props.onChosen(id);
    else void act.run({ organizationId: id });
  };
  return (
    <Outside
      title={t`Where are you working now?`}
      lead={<Trans>You can change it later, in the bar at the top.</Trans>}
    >
      <Rows label={t`Organizations`}>
        {organizations.map(({ id, name }) => (
          <Row
            key={id}
            icon={OrganizationIcon}
            title={name}
            below={id === organization.id ? <Trans>You were here last</Trans> : undefined}
            action={
              <Button
                kind={id === organization.id ? "primary" : "plain"}
                autoFocus={id === organization.id}
                busy={act.busy}
                label={t`Go in: ${name}`}
                onPress={() => choose(id)}
              >
                <Trans>Go in</Trans>
              </Button>
            }
          />
        ))}
      </Rows>
    </Outside>
  );
};
