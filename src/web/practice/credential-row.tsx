import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Credential } from "#domain/practice/credential.ts";
import { codeWords, kindWords } from "#web/practice/credential-words.ts";
import { StandingChip } from "#web/practice/standing-chip.tsx";
import { RetiredChip } from "#web/practice/retired-chip.tsx";
import { CredentialIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

const Dates = (props: { readonly credential: Credential }): ReactNode => {
  const { expiresOn } = props.credential;
  return expiresOn === null ? (
    <Trans>no last day</Trans>
  ) : (
    <Trans>
      last day <Time at={expiresOn} as="calendar" />
    </Trans>
  );
};

/** A credential with where it stands; what is retired is shown quietly. */
export const CredentialRow = (props: {
  readonly credential: Credential;
  readonly action: ReactNode;
}): ReactNode => {
  const { i18n } = useLingui();
  const { credential } = props;
  const { code, state, number, needsSupervision, retiredAt, standing } = credential;
  const isRetired = retiredAt !== null;
  const word = i18n._(codeWords[code] ?? kindWords[credential.kind]);
  return (
    <Row
      quiet={isRetired}
      {...(!isRetired && { icon: CredentialIcon })}
      title={
        <>
          {code} · {word}
        </>
      }
      below={
        !isRetired && (
          <>
            {[state, number].filter((part) => part !== null).join(" ")}
            {(state !== null || number !== null) && " · "}
            <Dates credential={credential} />
            {needsSupervision && (
              <>
                {" · "}
                <Trans>under supervision</Trans>
              </>
            )}
          </>
        )
      }
      marks={isRetired ? <RetiredChip /> : <StandingChip standing={standing} />}
      action={props.action}
    />
  );
};
