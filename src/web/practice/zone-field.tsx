import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { americanZones } from "#domain/basics/zone.ts";
import { sayZone } from "#web/platform/dates.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { LocalTime } from "#web/practice/local-time.tsx";
import { PickField } from "#web/ui/pick-field.tsx";

const placeOf = (zone: string): string => zone.split("/").slice(1).join(", ").replaceAll("_", " ");

/** `Pacific Time, Los Angeles`: a zone by the names people know it by. */
export const sayZoneAndPlace = (zone: string): string => `${sayZone(zone)}, ${placeOf(zone)}`;

/** The zone of a place, chosen by name; says what time it is there, so that a wrong choice is seen at once. */
export const ZoneField = (props: FieldBinding<string>): ReactNode => {
  const { t } = useLingui();
  const { value } = props;
  const isListed = value === "" || americanZones.some((zone) => zone === value);
  const zones = isListed ? americanZones : [...americanZones, value];
  return (
    <PickField
      {...props}
      label={t`Time zone`}
      choices={zones.map((zone) => ({ value: zone, label: sayZoneAndPlace(zone) }))}
      hint={
        value === "" ? (
          <Trans>Days and hours here follow this clock.</Trans>
        ) : (
          <Trans>
            It is <LocalTime zone={value} /> there now.
          </Trans>
        )
      }
    />
  );
};
