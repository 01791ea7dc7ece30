import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { dismissNotice, useNotices } from "#web/platform/notices.ts";
import { CloseIcon, DoneIcon, RiskIcon } from "#web/ui/icons.ts";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/notices-region.module.css";

/** Where short sentences appear at the foot of the screen: what was done, with its undo, and what failed. */
export const NoticesRegion = (): ReactNode => {
  const { t } = useLingui();
  const notices = useNotices();
  return (
    <div className={styles["region"]} role="region" aria-label={t`Notices`} aria-live="polite">
      {notices.map((notice) => (
        <div
          key={notice.id}
          className={join(styles["notice"], notice.tone === "risk" && styles["risk"])}
        >
          {notice.tone === "risk" ? (
            <RiskIcon size={18} stroke={1.75} aria-hidden />
          ) : (
            <DoneIcon size={18} stroke={1.75} aria-hidden />
          )}
          <span className={styles["text"]}>{notice.text}</span>
          {notice.undo && (
            <button
              type="button"
              className={styles["undo"]}
              onClick={() => {
                notice.undo?.run();
                dismissNotice(notice.id);
              }}
            >
              {notice.undo.label}
            </button>
          )}
          <button
            type="button"
            className={styles["close"]}
            onClick={() => dismissNotice(notice.id)}
          >
            <CloseIcon size={16} stroke={1.75} aria-hidden />
            <span className="sw-unseen">
              <Trans>Close notice</Trans>
            </span>
          </button>
        </div>
      ))}
    </div>
  );
};
