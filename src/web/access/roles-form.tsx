import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeRoles, type Person } from "#domain/access/people.api.ts";
import { faultOfRoles } from "#domain/access/person.policy.ts";
import { staffRoles, type Role } from "#domain/access/roles.ts";
import { peopleWords } from "#web/access/people-words.ts";
import { RolesField } from "#web/access/roles-field.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";

/** Changes what somebody may do. The last administrator is told before anything is sent. */
export const RolesForm = (props: {
  readonly person: Person;
  readonly otherAdministrators: number;
}): ReactNode => {
  const { t } = useLingui();
  const { person, otherAdministrators } = props;
  const held: readonly Role[] = staffRoles.filter((role) => person.roles.includes(role));
  const act = useAct(changeRoles, {
    done: t`Roles changed.`,
    words: peopleWords,
    changes: ["session"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `roles-${person.id}`,
    initial: { roles: held },
    act,
    toInput: ({ roles }) => ({
      affiliationId: person.id,
      version: person.version,
      roles: [...roles],
    }),
    check: ({ roles }) => {
      if (roles.length === 0) return { roles: { code: "too-small" } };
      const fault = faultOfRoles(person, roles, otherAdministrators);
      return fault === undefined ? {} : { roles: { code: fault } };
    },
  });
  return (
    <Form
      form={form}
      submit={<Trans>Save roles</Trans>}
      size="large"
      actions={
        form.dirty && (
          <Button size="large" onPress={form.reset}>
            <Trans>Undo changes</Trans>
          </Button>
        )
      }
    >
      <RolesField {...form.field("roles")} />
    </Form>
  );
};
