import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ClaimFile } from "#domain/billing/claims/claim-file.ts";
import { standingWords } from "#web/billing/claims/acknowledgment-words.ts";
import { dayAt, sayDate } from "#web/platform/dates.ts";
import { useOrganizationZone } from "#web/platform/session.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { ClockIcon, DownloadIcon } from "#web/ui/icons.ts";

type Standing = Pick<
  ClaimFile,
  "standing" | "standsSince" | "isOverdue" | "rejectedClaims" | "toSendAgain" | "claims"
>;

const isOpen = ({ standing }: Pick<ClaimFile, "standing">): boolean =>
  standing === "waiting" || standing === "received";

const lookOf = ({ standing, isOverdue, toSendAgain }: Standing) => {
  if (isOverdue) return { meaning: "overdue" } as const;
  if (standing === "made") return { meaning: "short", icon: DownloadIcon } as const;
  if (standing === "taken-back") return {};
  if (standing === "waiting" || standing === "received") return { icon: ClockIcon };
  if (standing === "accepted" || standing === "accepted-with-errors")
    return { meaning: "ontime" } as const;
  // What was sent again asks nobody for anything more.
  return toSendAgain > 0 ? ({ meaning: "risk" } as const) : {};
};

/** Where a file stands with its receiver, in a word with a shape. */
export const StandingChip = (props: { readonly file: Standing }): ReactNode => {
  const { i18n } = useLingui();
  const { file } = props;
  return (
    <Chip {...lookOf(file)}>
      {file.isOverdue ? <Trans>No answer yet</Trans> : i18n._(standingWords[file.standing])}
    </Chip>
  );
};

/** How many of the claims of a file something is said of. */
export const OfClaims = (props: { readonly count: number; readonly claims: number }): ReactNode => {
  const { count, claims } = props;
  return count === claims ? (
    <Plural value={claims} one="its one claim" other="all # claims" />
  ) : (
    <Trans>
      {count} of {claims} claims
    </Trans>
  );
};

/** Since when it stands so, and how many of its claims did not pass. */
export const StandingDetail = (props: { readonly file: Standing }): ReactNode => {
  const { standing, standsSince, rejectedClaims, toSendAgain, claims } = props.file;
  const day = sayDate(dayAt(standsSince, useOrganizationZone()));
  if (standing === "made") return <Trans>since {day}</Trans>;
  if (isOpen({ standing })) return <Trans>since {day}</Trans>;
  if (rejectedClaims === 0) return <Trans>on {day}</Trans>;
  return (
    <>
      <Trans>on {day}</Trans> · <OfClaims count={rejectedClaims} claims={claims} />
      {toSendAgain === 0 && (
        <>
          {" "}
          · <Trans>made again or closed</Trans>
        </>
      )}
    </>
  );
};
