import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Session } from "#domain/scheduling/session.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { ChoicesField } from "#web/ui/choices-field.tsx";
import { PickField } from "#web/ui/pick-field.tsx";
import type { Choice } from "#web/ui/select-field.tsx";

/** Who facilitates beside the lead: whoever called out is taken off, and somebody else may be added. */
export const BesideFields = (props: {
  readonly session: Session;
  readonly staff: readonly Choice[];
  readonly beside: FieldBinding<readonly string[]>;
  readonly also: FieldBinding<string>;
}): ReactNode => {
  const { t } = useLingui();
  const others = props.session.facilitators.slice(1);
  return (
    <>
      {others.length > 0 && (
        <ChoicesField
          label={t`Beside them`}
          hint={t`Take off whoever called out.`}
          choices={others.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          {...props.beside}
        />
      )}
      <PickField
        label={t`Helps to lead, too`}
        optional
        clearable
        choices={props.staff}
        {...props.also}
      />
    </>
  );
};
