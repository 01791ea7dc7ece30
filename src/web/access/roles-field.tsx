import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { staffRoles, type Role } from "#domain/access/roles.ts";
import { Capabilities } from "#web/access/capabilities.tsx";
import { sayRole, sayWork } from "#web/access/role-words.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { Behind } from "#web/ui/behind.tsx";
import { ChoicesField } from "#web/ui/choices-field.tsx";

/** The roles of somebody on the staff, and all that those that are chosen allow together. */
export const RolesField = (props: FieldBinding<readonly Role[]>): ReactNode => {
  const { t, i18n } = useLingui();
  return (
    <div>
      <ChoicesField
        label={t`Roles`}
        hint={<Trans>Several roles add up.</Trans>}
        choices={staffRoles.map((role) => ({
          value: role,
          label: sayRole(i18n, role),
          hint: sayWork(i18n, role),
        }))}
        {...props}
      />
      {props.value.length > 0 && (
        <Behind label={<Trans>All that these roles allow</Trans>}>
          <Capabilities roles={props.value} />
        </Behind>
      )}
    </div>
  );
};
