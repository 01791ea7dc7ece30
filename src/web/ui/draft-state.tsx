import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Problem } from "#domain/contract/problem.ts";
import type { DraftStanding } from "#web/platform/draft-door.ts";
import { sayProblem, type ProblemWords } from "#web/platform/problem-words.ts";
import styles from "#web/ui/draft-notes.module.css";
import { OfflineIcon, RiskIcon, SavedIcon, SavingIcon } from "#web/ui/icons.ts";
import { StateMark } from "#web/ui/state-mark.tsx";
import { Time } from "#web/ui/time.tsx";

const whyNot: ProblemWords = {
  offline: msg`no connection.`,
  "not-ready": msg`the server is not ready.`,
  "signed-out": msg`you are signed out.`,
  "draft-too-large": msg`this is longer than can be kept unsent. Send it, or shorten it.`,
  "too-many-drafts": msg`too much lies unsent already. Open your unfinished work and send or throw away some of it.`,
  "somebody-else": msg`somebody else is signed in by now. Copy what you need, then open this screen again.`,
};

const sayWhy = (code: string): string => sayProblem(new Problem(code, 0), whyNot);

const waits: ReadonlySet<string> = new Set(["offline", "not-ready", "signed-out"]);

const State = (props: { readonly standing: DraftStanding }): ReactNode => {
  const { standing } = props;
  switch (standing.kind) {
    case "none":
      return null;
    case "typing":
    case "saving":
      return (
        <StateMark icon={SavingIcon} tone="quiet">
          <Trans>Saving…</Trans>
        </StateMark>
      );
    case "saved":
      return (
        <StateMark icon={SavedIcon} tone="quiet">
          <Trans>
            Saved <Time at={standing.at} as="time" />, not sent yet
          </Trans>
        </StateMark>
      );
    case "device":
      return (
        <StateMark icon={OfflineIcon} tone="short" strong>
          {waits.has(standing.code) ? (
            <Trans>Kept on this device, will be saved when the network is back</Trans>
          ) : (
            <Trans>Kept on this device only: {sayWhy(standing.code)}</Trans>
          )}
        </StateMark>
      );
    case "not-kept":
      return (
        <StateMark icon={RiskIcon} tone="risk" strong>
          <Trans>Not kept: {sayWhy(standing.code)}</Trans>
        </StateMark>
      );
    case "ended":
      return (
        <StateMark icon={RiskIcon} tone="short" strong>
          {standing.as === "sent" ? (
            <Trans>This was sent already, from another window or before the page was closed</Trans>
          ) : (
            <Trans>This was thrown away in another window. Type on to keep it again.</Trans>
          )}
        </StateMark>
      );
  }
};

const isQuiet = ({ kind }: DraftStanding): boolean =>
  kind === "none" || kind === "typing" || kind === "saving" || kind === "saved";

/** Where the words of a form are kept, as it is. Only what a person should know of is read out. */
export const DraftState = (props: { readonly standing: DraftStanding }): ReactNode => (
  <span className={styles["state"]} role={isQuiet(props.standing) ? undefined : "status"}>
    <State standing={props.standing} />
  </span>
);
