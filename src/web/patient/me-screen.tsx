import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { endSession, listSessions } from "#domain/access/session.api.ts";
import { deviceZone } from "#web/platform/dates.ts";
import { setLanguage, useLanguage } from "#web/platform/language.ts";
import { myPaths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { setTheme, useTheme } from "#web/platform/theme.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSignOut } from "#web/platform/use-sign-out.ts";
import { Button } from "#web/ui/button.tsx";
import { DeviceIcon, SignOutIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { ChoiceList } from "#web/ui/patient/choice-list.tsx";
import { PatientCard } from "#web/ui/patient/patient-card.tsx";
import { Thing, ThingList } from "#web/ui/patient/thing-list.tsx";
import { Time } from "#web/ui/time.tsx";
import { useSetTrail } from "#web/ui/trail.ts";
import { MyCheckInsCard } from "#web/patient/my-check-ins-card.tsx";
import { MyPage } from "#web/patient/my-page.tsx";

const Devices = (): ReactNode => {
  const { t } = useLingui();
  const sessions = useRead(listSessions, {});
  const end = useAct(endSession, { done: t`Signed out there.` });
  return (
    <PatientCard title={<Trans>Where you are signed in</Trans>}>
      <Loaded read={sessions}>
        {(data) => (
          <ThingList>
            {data.rows.map((session) => (
              <Thing
                key={session.id}
                icon={DeviceIcon}
                title={session.current ? <Trans>This device</Trans> : session.device}
                below={<Time at={session.lastSeenAt} zone={deviceZone()} />}
                act={
                  !session.current && (
                    <Button
                      size="touch"
                      busy={end.busy}
                      onPress={() => void end.run({ sessionId: session.id })}
                    >
                      <Trans>Sign out</Trans>
                    </Button>
                  )
                }
              />
            ))}
          </ThingList>
        )}
      </Loaded>
    </PatientCard>
  );
};

/** The person's own settings on this device. */
export const MeScreen = (): ReactNode => {
  const { t } = useLingui();
  const { account } = useSession();
  const language = useLanguage();
  const theme = useTheme();
  const signOut = useSignOut(myPaths.signIn);
  useSetTrail([{ label: t`Me` }]);
  return (
    <MyPage title={account.name} below={account.email}>
      <PatientCard>
        <ChoiceList
          label={<Trans>Language</Trans>}
          value={language}
          onChange={(value) => void setLanguage(value)}
          choices={[
            { value: "en", label: "English", lang: "en" },
            { value: "es", label: "Español", lang: "es" },
          ]}
        />
      </PatientCard>
      <PatientCard>
        <ChoiceList
          label={<Trans>Colors</Trans>}
          value={theme}
          onChange={setTheme}
          choices={[
            { value: "system", label: t`Like my device` },
            { value: "light", label: t`Light` },
            { value: "dark", label: t`Dark` },
          ]}
        />
      </PatientCard>
      <MyCheckInsCard />
      <Devices />
      <Button size="touch" wide icon={SignOutIcon} onPress={signOut}>
        <Trans>Sign out of this device</Trans>
      </Button>
    </MyPage>
  );
};
