import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Output } from "#domain/contract/route.ts";
import { readContract } from "#domain/payers/contract.api.ts";
import { sayScope } from "#web/payers/contract-scope.ts";
import { ChangeDraftForm, draftValues, NewDraftForm } from "#web/payers/draft-form.tsx";
import { firstTerms } from "#web/payers/terms-values.ts";
import { useParam, useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Screen } from "#web/ui/screen.tsx";

const DraftPage = (props: Output<typeof readContract>): ReactNode => {
  const { t } = useLingui();
  const { contract, versions } = props;
  const [versionId] = useSearchWord("version");
  const today = useToday();
  const chosen = versions.find(({ id }) => id === versionId);
  const [newest] = versions;
  const number = chosen?.number ?? (newest?.number ?? 0) + 1;
  const start = {
    terms: newest?.terms ?? firstTerms,
    effectiveFrom: newest === undefined ? `${today.slice(0, 4)}-01-01` : today,
    effectiveTo: null,
    source: "",
  };
  return (
    <Screen
      title={t`${contract.name}: version ${number}`}
      shortTitle={t`Version ${number}`}
      above={[{ label: contract.name, to: paths.contract(contract.id) }]}
      facts={
        <>
          {contract.payerName} · {sayScope(contract)}
        </>
      }
    >
      {chosen !== undefined && chosen.state !== "draft" ? (
        <Note
          action={
            <Button to={paths.contract(contract.id)}>
              <Trans>Back to the contract</Trans>
            </Button>
          }
        >
          <Trans>
            This version left draft. What was tested or billed by never changes: draft the next one.
          </Trans>
        </Note>
      ) : chosen === undefined ? (
        <NewDraftForm contract={contract} values={draftValues(start)} />
      ) : (
        <ChangeDraftForm key={chosen.version} contract={contract} version={chosen} />
      )}
    </Screen>
  );
};

/** Drafts a version of a contract, or changes the draft there is. */
export const DraftScreen = (): ReactNode => {
  const contractId = useParam("contractId");
  const read = useRead(readContract, { contractId }, { alsoOn: ["contract-version"] });
  return <Loaded read={read}>{(data) => <DraftPage key={data.contract.id} {...data} />}</Loaded>;
};
