import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { staffRoles, type Role } from "#domain/access/roles.ts";
import { sayRole, sayWork, whatAllMay, whatElseMay } from "#web/access/role-words.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { ChoicesField } from "#web/ui/choices-field.tsx";

/** The roles of somebody on the staff; one that is chosen says all it allows. Several add up. */
export const RolesField = (props: FieldBinding<readonly Role[]>): ReactNode => {
  const { t, i18n } = useLingui();
  const all = whatAllMay(i18n).join("; ");
  const hintOf = (role: Role): string => {
    const does = sayWork(i18n, role);
    const may = props.value.includes(role) ? whatElseMay(i18n, role).join("; ") : "";
    return may === "" ? does : t`${does} May ${may}.`;
  };
  return (
    <ChoicesField
      label={t`Roles`}
      hint={<Trans>Several roles add up. Whatever the role, everybody may {all}.</Trans>}
      choices={staffRoles.map((role) => ({
        value: role,
        label: sayRole(i18n, role),
        hint: hintOf(role),
      }))}
      {...props}
    />
  );
};
