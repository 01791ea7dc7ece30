import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeAccount } from "#domain/access/session.api.ts";
import { passwordWords } from "#web/access/password-words.ts";
import { required } from "#web/access/required.ts";
import { setLanguage } from "#web/platform/language.ts";
import { useSession } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { Form } from "#web/ui/form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** One's own name and language. The language holds for this device at once and for letters from now on. */
export const MyAccountForm = (): ReactNode => {
  const { t } = useLingui();
  const { account } = useSession();
  const act = useAct(changeAccount, {
    done: t`Saved.`,
    changes: ["session", "affiliation"],
    words: passwordWords,
    failureShownInPlace: true,
    onDone: ({ locale }) => void setLanguage(locale),
  });
  const form = useForm({
    id: "my-account",
    initial: { name: account.name, locale: account.locale },
    act,
    toInput: (values) => values,
    check: ({ name }) => required({ name }),
  });
  return (
    <Form form={form} submit={<Trans>Save</Trans>} showKeys={false}>
      <TextField label={t`Your name`} autoComplete="name" maxLength={120} {...form.field("name")} />
      <SelectField
        label={t`Language`}
        hint={<Trans>Of these screens and of the letters you get.</Trans>}
        choices={[
          { value: "en", label: "English" },
          { value: "es", label: "Español" },
        ]}
        {...form.field("locale")}
        onChange={(locale) => {
          if (locale !== "") form.set({ locale });
        }}
      />
    </Form>
  );
};
