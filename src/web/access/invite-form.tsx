import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { invitePerson } from "#domain/access/people.api.ts";
import type { Role } from "#domain/access/roles.ts";
import { peopleWords } from "#web/access/people-words.ts";
import { required } from "#web/access/required.ts";
import { RolesField } from "#web/access/roles-field.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { Form } from "#web/ui/form.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Whom an invitation is for, where that is known: a colleague of the staff list, or somebody who was here before. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly staffId: string | null;
  readonly roles: readonly Role[];
}

const nobody: Invited = { name: "", email: "", staffId: null, roles: [] };

/** Invites somebody by letter. What is known of them stands in it already. */
export const InviteForm = (props: {
  readonly invited?: Invited;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { staffId, ...initial } = props.invited ?? nobody;
  const act = useAct(invitePerson, {
    done: (person) => t`The invitation to ${person.email} is on its way.`,
    onDone: props.onClose,
    words: peopleWords,
    changes: ["staff", "home"],
    failureShownInPlace: true,
  });
  const form = useForm({
    // Not by the address alone: of many colleagues none is known, and what was typed of one is not of another.
    id: `invite-${staffId ?? ""}-${initial.email}`,
    initial,
    act,
    toInput: ({ roles, ...who }) => ({ ...who, roles: [...roles], staffId }),
    check: ({ name, email, roles }) => ({
      ...required({ name, email }),
      ...(roles.length === 0 && { roles: { code: "too-small" } }),
    }),
  });
  const cancel = (): void => {
    form.reset();
    props.onClose();
  };
  return (
    <Form
      form={form}
      submit={<Trans>Send invitation</Trans>}
      actions={
        <Button size="large" onPress={cancel}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <TextField label={t`Name`} autoFocus maxLength={120} {...form.field("name")} />
      <TextField
        label={t`E-mail`}
        kind="email"
        inputMode="email"
        hint={<Trans>The link in the letter works once, for seven days.</Trans>}
        {...form.field("email")}
      />
      <RolesField {...form.field("roles")} />
    </Form>
  );
};
