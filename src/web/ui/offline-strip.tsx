import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayTime } from "#web/platform/dates.ts";
import { useOfflineSince } from "#web/platform/online.ts";
import { useWaitingChanges } from "#web/platform/waiting-changes.ts";
import { OfflineIcon } from "#web/ui/icons.ts";
import styles from "#web/ui/offline-strip.module.css";

/** A quiet strip while the device has no network, or the server does not answer and something waits for it. */
export const OfflineStrip = (): ReactNode => {
  const since = useOfflineSince();
  const { count: waiting, lostSince } = useWaitingChanges();
  const from = since ?? lostSince;
  const time = from ? sayTime(from) : "";
  return (
    <div role="status">
      {from && (
        <p className={styles["strip"]}>
          <OfflineIcon size={16} stroke={1.75} aria-hidden />
          <span>
            {since ? (
              <Trans>
                No network since {time}. What you see may be old; what you type is kept.
              </Trans>
            ) : (
              <Trans>No answer since {time}. What you see may be old; what you type is kept.</Trans>
            )}{" "}
            {waiting > 0 && (
              <Plural
                value={waiting}
                one="# change waits on this device."
                other="# changes wait on this device."
              />
            )}
          </span>
        </p>
      )}
    </div>
  );
};
