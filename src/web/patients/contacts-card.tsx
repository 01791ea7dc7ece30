import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { spokenPhone } from "#domain/basics/phone.ts";
import { bringBackContact, listContacts, retireContact } from "#domain/patients/contact.api.ts";
import type { Contact } from "#domain/patients/contact.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { ContactForm } from "#web/patients/contact-form.tsx";
import { contactRoleWords, patientWords, relationWords } from "#web/patients/patient-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { AddIcon, EditIcon, RetireIcon, UndoIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const ContactRow = (props: {
  readonly contact: Contact;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
}): ReactNode => {
  const { i18n, t } = useLingui();
  const { contact } = props;
  const { id: contactId, version, name } = contact;
  const bringBack = useAct(bringBackContact, { done: t`In use again.`, words: patientWords });
  const say = (words: typeof relationWords, code: string): string => {
    const word = words[code];
    return word === undefined ? code : i18n._(word);
  };
  const below = [
    say(relationWords, contact.relation),
    contact.phone && spokenPhone(contact.phone),
    contact.email,
    contact.notes,
  ].filter((part) => part !== null && part !== "");
  const isRetired = contact.retiredAt !== null;
  const acts = isRetired ? (
    <IconButton
      icon={UndoIcon}
      label={t`Bring back ${name}`}
      onPress={() => void bringBack.run({ contactId, version })}
    />
  ) : (
    <>
      <IconButton icon={EditIcon} label={t`Change ${name}`} onPress={props.onEdit} />
      <IconButton icon={RetireIcon} label={t`Retire ${name}`} onPress={props.onRetire} />
    </>
  );
  return (
    <Row
      title={name}
      below={below.join(" · ")}
      quiet={isRetired}
      marks={contact.roles.map((role) => (
        <Chip key={role}>{say(contactRoleWords, role)}</Chip>
      ))}
      action={props.mayChange && acts}
    />
  );
};

/** The people around a patient. No role lets anybody be told anything: consents do. */
export const ContactsCard = (props: {
  readonly patientId: string;
  readonly isInUse: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { patientId } = props;
  const contacts = useRead(listContacts, { patientId });
  const mayChange = useCan("patients:register") && props.isInUse;
  const [open, setOpen] = useState<Contact | "new" | null>(null);
  const [retiring, setRetiring] = useState<Contact | null>(null);
  const close = (): void => setOpen(null);
  const retire = useAct(retireContact, {
    done: t`Retired.`,
    onDone: () => setRetiring(null),
    words: patientWords,
    failureShownInPlace: true,
  });
  const name = retiring?.name ?? "";
  return (
    <Card
      flush
      title={<Trans>People around them</Trans>}
      actions={
        mayChange && (
          <Button size="small" icon={AddIcon} onPress={() => setOpen("new")}>
            <Trans>Add somebody</Trans>
          </Button>
        )
      }
    >
      <Loaded read={contacts}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>
              {mayChange ? (
                <Trans>Nobody yet. Add whom to call in an emergency.</Trans>
              ) : (
                <Trans>
                  Nobody yet. Whoever registers people adds whom to call in an emergency.
                </Trans>
              )}
            </EmptyState>
          ) : (
            <Rows label={t`People around them`}>
              {rows.map((contact) => (
                <ContactRow
                  key={contact.id}
                  contact={contact}
                  mayChange={mayChange}
                  onEdit={() => setOpen(contact)}
                  onRetire={() => setRetiring(contact)}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <SidePanel
        open={open !== null}
        onClose={close}
        title={open === "new" ? <Trans>Add somebody</Trans> : <Trans>Change</Trans>}
      >
        {open !== null && (
          <ContactForm
            key={open === "new" ? "new" : `${open.id} ${open.version}`}
            patientId={patientId}
            contact={open === "new" ? null : open}
            onClose={close}
          />
        )}
      </SidePanel>
      <RetireDialog
        open={retiring !== null}
        onClose={() => setRetiring(null)}
        name={name}
        act={retire}
        keep={retiring?.id ?? ""}
        onRetire={(reason, draftId) =>
          retiring !== null &&
          void retire.run({ contactId: retiring.id, version: retiring.version, reason }, draftId)
        }
      >
        <Trans>They stay in the history and can be brought back.</Trans>
      </RetireDialog>
    </Card>
  );
};
