import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  bringBackCredential,
  listCredentialRevisions,
  listCredentials,
  retireCredential,
} from "#domain/practice/credential.api.ts";
import type { Credential } from "#domain/practice/credential.ts";
import type { Staff } from "#domain/practice/staff.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { AddCredentialForm, ChangeCredentialForm } from "#web/practice/credential-form.tsx";
import { CredentialRow } from "#web/practice/credential-row.tsx";
import { practiceWords } from "#web/practice/practice-words.ts";
import { historyWords } from "#web/practice/fact-words.ts";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";
import { useMay } from "#web/practice/use-may.ts";
import { HistoryList } from "#web/ui/history-card.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, UndoIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Columns } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const RetireCredential = (props: {
  readonly credential: Credential;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { credential } = props;
  const { code } = credential;
  const retire = useAct(retireCredential, {
    done: t`${code} is retired.`,
    onDone: props.onClose,
    changes: ["staff"],
    words: practiceWords,
    failureShownInPlace: true,
  });
  const seen = { credentialId: credential.id, version: credential.version };
  return (
    <RetireDialog
      open
      onClose={props.onClose}
      name={code}
      act={retire}
      keep={credential.id}
      onRetire={(reason, draftId) => void retire.run({ ...seen, reason }, draftId)}
    >
      <Trans>
        For what was surrendered, replaced or entered by mistake. To renew it, give it a later last
        day instead.
      </Trans>
    </RetireDialog>
  );
};

/** Takes a retired credential into use again. */
const BringBack = (props: { readonly credential: Credential }): ReactNode => {
  const { t } = useLingui();
  const { id: credentialId, version, code } = props.credential;
  const bringBack = useAct(bringBackCredential, {
    done: t`${code} is in use again.`,
    changes: ["staff"],
    words: practiceWords,
  });
  return (
    <Button
      kind="quiet"
      size="small"
      icon={UndoIcon}
      label={t`Bring back ${code}`}
      busy={bringBack.busy}
      onPress={() => void bringBack.run({ credentialId, version })}
    >
      <Trans>Bring back</Trans>
    </Button>
  );
};

/** One credential in the side panel: changed or renewed, with its history beneath. */
const CredentialPanel = (props: {
  readonly credential: Credential;
  readonly person: Staff;
  readonly refresh: () => unknown;
  readonly onRetire: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { credential } = props;
  const history = useRead(listCredentialRevisions, { credentialId: credential.id });
  const mayChange = useMay("credential").change(credential);
  return (
    <Columns>
      {mayChange && <ChangeCredentialForm {...props} />}
      <Card title={<Trans>History of this credential</Trans>}>
        <Loaded read={history}>
          {({ rows }) => <HistoryList revisions={rows} words={historyWords} />}
        </Loaded>
      </Card>
    </Columns>
  );
};

/** Opens a credential: to renew or change it, or to read what became of it. */
const OpenCredential = (props: {
  readonly credential: Credential;
  readonly mayChange: boolean;
  readonly onOpen: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { code, standing } = props.credential;
  const isDue = standing.code === "expired" || standing.code === "expiring";
  const [word, label] = !props.mayChange
    ? [t`History`, t`History of ${code}`]
    : isDue
      ? [t`Renew`, t`Renew ${code}`]
      : [t`Change`, t`Change ${code}`];
  return (
    <Button size="small" label={label} onPress={props.onOpen}>
      {word}
    </Button>
  );
};

/** What a colleague is licensed, certified and trained to do, and how long it holds. */
export const CredentialsCard = (props: { readonly person: Staff }): ReactNode => {
  const { person } = props;
  const [open, setOpen] = useSearchWord("credential");
  const [retiring, setRetiring] = useState<Credential | null>(null);
  const credentials = useRead(listCredentials, { staffId: person.id, state: "all", limit: 200 });
  const may = useMay("credential");
  const mayAdd = may.add && person.retiredAt === null;
  const close = (): void => setOpen("");
  const shown = credentials.data?.rows.find((credential) => credential.id === open);
  const actionOf = (credential: Credential): ReactNode => (
    <>
      <OpenCredential
        credential={credential}
        mayChange={may.change(credential)}
        onOpen={() => setOpen(credential.id)}
      />
      {may.bringBack(credential) && person.retiredAt === null && (
        <BringBack credential={credential} />
      )}
    </>
  );
  return (
    <Card
      flush
      title={<Trans>Credentials</Trans>}
      actions={
        mayAdd && (
          <Button size="small" icon={AddIcon} onPress={() => setOpen("new")}>
            <Trans>Add credential</Trans>
          </Button>
        )
      }
    >
      <Loaded read={credentials}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>No credential yet. Licenses decide who may lead, sign and supervise.</Trans>
            </EmptyState>
          ) : (
            <Rows>
              {rows
                .toSorted(
                  (one, other) => Number(one.retiredAt !== null) - Number(other.retiredAt !== null),
                )
                .map((credential) => (
                  <CredentialRow
                    key={credential.id}
                    credential={credential}
                    action={actionOf(credential)}
                  />
                ))}
            </Rows>
          )
        }
      </Loaded>
      <SidePanel open={open === "new"} onClose={close} title={<Trans>Add credential</Trans>}>
        <AddCredentialForm person={person} onClose={close} />
      </SidePanel>
      <SidePanel open={shown !== undefined} onClose={close} title={shown?.code}>
        {shown !== undefined && (
          <CredentialPanel
            key={shown.id}
            credential={shown}
            person={person}
            refresh={credentials.refetch}
            onClose={close}
            onRetire={() => {
              close();
              setRetiring(shown);
            }}
          />
        )}
      </SidePanel>
      {retiring !== null && (
        <RetireCredential credential={retiring} onClose={() => setRetiring(null)} />
      )}
    </Card>
  );
};
