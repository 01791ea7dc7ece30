import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { endSession, listSessions } from "#domain/access/session.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DeviceIcon, SystemIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

type Listed = Output<typeof listSessions>["rows"][number];

const isSmall = (device: string): boolean => /iPhone|iPad|Android/.test(device);

const DeviceRow = ({ session }: { readonly session: Listed }): ReactNode => {
  const { t } = useLingui();
  const { organizations } = useSession();
  const act = useAct(endSession, { done: t`Signed out there.` });
  const device = session.device === "" ? t`Unknown device` : session.device;
  return (
    <Row
      icon={isSmall(session.device) ? DeviceIcon : SystemIcon}
      title={device}
      below={
        <>
          {organizations.length > 1 && <>{session.organizationName} · </>}
          <Trans>
            from {session.address}, since <Time at={session.startedAt} />, last seen{" "}
            <Time at={session.lastSeenAt} />
          </Trans>
        </>
      }
      marks={
        session.current && (
          <Chip>
            <Trans>This device</Trans>
          </Chip>
        )
      }
      action={
        !session.current && (
          <Button
            size="small"
            busy={act.busy}
            label={t`Sign out: ${device}`}
            onPress={() => void act.run({ sessionId: session.id })}
          >
            <Trans>Sign out</Trans>
          </Button>
        )
      }
    />
  );
};

/** Where one's own account is signed in, and the way to end what one does not know. */
export const MyDevices = (): ReactNode => {
  const { t } = useLingui();
  const read = useRead(listSessions, {}, { everySeconds: 60 });
  return (
    <Card title={<Trans>Where you are signed in</Trans>} flush>
      <Loaded read={read}>
        {({ rows }) => (
          <Rows label={t`Where you are signed in`}>
            {rows.map((session) => (
              <DeviceRow key={session.id} session={session} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Card>
  );
};
