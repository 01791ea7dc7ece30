import { useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listMemberships } from "#domain/scheduling/membership.api.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { peopleNear } from "#web/scheduling/people-near.ts";
import { stayChoices, type usePeopleInCare } from "#web/scheduling/use-schedule-choices.ts";
import { CheckField } from "#web/ui/check-field.tsx";
import { PickField, type PickFieldProps } from "#web/ui/pick-field.tsx";

type Props = FieldBinding<string> &
  Pick<PickFieldProps<string>, "label" | "hint" | "optional" | "clearable"> & {
    readonly people: ReturnType<typeof usePeopleInCare>;
    readonly program: { readonly id: string; readonly name: string };
    /** Where a group names a track, who is near is of it. */
    readonly trackName?: string | null;
    /** The group whose members have a seat already. */
    readonly seriesId?: string | undefined;
  };

/** Who takes a seat: the people of its program first, those of the others once they are asked for. */
export const PersonField = (props: Props): ReactNode => {
  const { t } = useLingui();
  const { people, program, trackName = null, seriesId, ...field } = props;
  const [isWide, setWide] = useState(false);
  const members = useRead(
    listMemberships,
    { seriesId: seriesId ?? "" },
    { quiet: true, enabled: seriesId !== undefined },
  );
  const place = { programId: program.id, trackName };
  const { near, others } = peopleNear(people.rows, place, members.data?.rows ?? []);
  const isOfOthers = others.some(({ enrollmentId }) => enrollmentId === field.value);
  const name = trackName === null ? program.name : `${program.name}, ${trackName}`;
  const count = others.length;
  return (
    <>
      <PickField
        {...field}
        choices={stayChoices(isWide || isOfOthers ? [...near, ...others] : near)}
      />
      {count > 0 && (
        <CheckField
          name="wide"
          label={
            near.length === 0
              ? t`Nobody else of ${name} is free for it: show the ${count} others in care`
              : t`Show the ${count} others in care, too`
          }
          value={isWide || isOfOthers}
          error={undefined}
          onChange={setWide}
        />
      )}
    </>
  );
};
