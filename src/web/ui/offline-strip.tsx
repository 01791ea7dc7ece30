import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayTime } from "#web/platform/dates.ts";
import { useOfflineSince } from "#web/platform/online.ts";
import { useWaitingChanges, type Waiting } from "#web/platform/waiting-changes.ts";
import { OfflineIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/offline-strip.module.css";

/** Whether the device has what waits, said only when its store has written it. */
const WaitingWords = (props: { readonly waiting: Waiting }): ReactNode => {
  const { count, nearness } = props.waiting;
  if (count === 0) return <Trans>What you type is kept.</Trans>;
  if (nearness === "nowhere")
    return (
      <Plural
        value={count}
        one="# change is only in this window."
        other="# changes are only in this window."
      />
    );
  return nearness === "on-its-way" ? (
    <Plural
      value={count}
      one="Keeping # change on this device…"
      other="Keeping # changes on this device…"
    />
  ) : (
    <Plural
      value={count}
      one="# change waits on this device."
      other="# changes wait on this device."
    />
  );
};

/** A quiet strip while the device has no network, or the server does not answer and something waits for it. */
export const OfflineStrip = (): ReactNode => {
  const since = useOfflineSince();
  const waiting = useWaitingChanges();
  const from = since ?? waiting.lostSince;
  const time = from ? sayTime(from) : "";
  return (
    <div role="status">
      {from && (
        <p className={styles["strip"]}>
          <OfflineIcon size={16} stroke={1.75} aria-hidden />
          <span>
            {since ? (
              <Trans>No network since {time}. What you see may be old.</Trans>
            ) : (
              <Trans>No answer since {time}. What you see may be old.</Trans>
            )}{" "}
            <WaitingWords waiting={waiting} />
          </span>
        </p>
      )}
    </div>
  );
};
