import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { myPlaces } from "#web/app/navigation.ts";
import { setLanguage, useLanguage } from "#web/platform/language.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { setTheme, useTheme } from "#web/platform/theme.ts";
import { useSignOut } from "#web/platform/use-sign-out.ts";
import {
  DarkIcon,
  KeyboardIcon,
  LanguageIcon,
  LightIcon,
  SignOutIcon,
  SystemIcon,
} from "#web/ui/icons.ts";
import { PersonMenu } from "#web/ui/person-menu.tsx";

/** Everything about the person at the screen and this device. */
export const MeMenu = (props: { readonly onKeys: () => void }): ReactNode => {
  const { t, i18n } = useLingui();
  const { account } = useSession();
  const theme = useTheme();
  const other = useLanguage() === "en" ? "es" : "en";
  const signOut = useSignOut(paths.signIn);
  const themeActs = [
    { theme: "light", label: t`Light`, icon: LightIcon },
    { theme: "dark", label: t`Dark`, icon: DarkIcon },
    { theme: "system", label: t`Like the device`, icon: SystemIcon },
  ] as const;
  return (
    <PersonMenu
      name={account.name}
      email={account.email}
      groups={[
        {
          acts: myPlaces.map(({ name, icon, to }) => ({ label: i18n._(name), icon, to })),
        },
        {
          label: t`Theme`,
          acts: themeActs.map(({ label, icon, ...act }) => ({
            label,
            icon,
            chosen: theme === act.theme,
            onPress: () => setTheme(act.theme),
          })),
        },
        {
          acts: [
            {
              label: other === "es" ? "Español" : "English",
              icon: LanguageIcon,
              onPress: () => void setLanguage(other),
            },
            { label: t`Keyboard map`, icon: KeyboardIcon, onPress: props.onKeys },
          ],
        },
        { acts: [{ label: t`Sign out`, icon: SignOutIcon, onPress: signOut }] },
      ]}
    />
  );
};
