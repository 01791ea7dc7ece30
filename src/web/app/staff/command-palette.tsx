import { useLingui } from "@lingui/react/macro";
import type { ComponentProps, ReactNode } from "react";
import { billingAlso } from "#web/app/billing/billing-also.ts";
import { innerPlaces, namedActs } from "#web/app/inner-places.ts";
import { myPlaces, type Place } from "#web/app/navigation.ts";
import { useRecordCommands } from "#web/app/staff/use-record-commands.ts";
import { usePlaces } from "#web/app/staff/use-places.ts";
import { useAddress } from "#web/platform/address.ts";
import { useAllCommands, type Command } from "#web/platform/commands.ts";
import { useSession } from "#web/platform/session.tsx";
import { setTheme } from "#web/platform/theme.ts";
import { Finder } from "#web/ui/finder.tsx";

/** Everything that can be found and done by its name: acts of this screen, places, records, the device. */
export const CommandPalette = (
  props: Pick<ComponentProps<typeof Finder>, "label" | "text" | "onText" | "onClose">,
): ReactNode => {
  const { t, i18n } = useLingui();
  const { go } = useAddress();
  const ofScreen = useAllCommands();
  const records = useRecordCommands(props.text);
  const places: readonly Command[] = usePlaces().map((place) => ({
    id: `place ${place.to}`,
    name: place.label,
    ...(place.also !== undefined && { also: place.also }),
    kind: t`Screen`,
    to: place.to,
    keys: ["g", place.key],
  }));
  const { permissions } = useSession();
  const named = (
    all: readonly Pick<Place, "to" | "name" | "permission" | "also">[],
    kind: string,
  ): readonly Command[] =>
    all
      .filter(({ permission }) => permission === undefined || permissions.includes(permission))
      .map(({ to, name, also }) => ({
        id: `place ${to} ${i18n._(name)}`,
        name: i18n._(name),
        ...(also && { also: i18n._(also) }),
        kind,
        to,
      }));
  const others = [
    ...named([...innerPlaces, ...myPlaces, ...billingAlso], t`Screen`),
    ...named(namedActs, t`Act`),
  ];
  const device: readonly Command[] = [
    { id: "theme light", name: t`Light theme`, kind: t`This device`, run: () => setTheme("light") },
    { id: "theme dark", name: t`Dark theme`, kind: t`This device`, run: () => setTheme("dark") },
    {
      id: "theme system",
      name: t`Theme like the device`,
      kind: t`This device`,
      run: () => setTheme("system"),
    },
    { id: "print", name: t`Print this screen`, kind: t`This device`, run: () => setTimeout(print) },
  ];
  return (
    <Finder
      {...props}
      nothing={t`Nothing found. Try fewer letters.`}
      commands={[...ofScreen, ...places, ...others, ...records, ...device]}
      onChoose={(command) => {
        props.onClose();
        command.run?.();
        if (command.to !== undefined) go(command.to);
      }}
    />
  );
};
