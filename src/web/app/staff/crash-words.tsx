import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { paths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { RetryIcon } from "#web/ui/icons.ts";
import { Quiet } from "#web/ui/quiet.tsx";

export interface Crash {
  readonly error: unknown;
  /** Tries again what stopped. */
  readonly onRetry: () => void;
}

const isOldVersion = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed/i.test(error.message);

/** Which program this page runs: the name its first file got when it was built. */
const buildName = (): string => {
  const { src } = document.querySelector<HTMLScriptElement>("script[type=module][src]") ?? {};
  return src?.split("/").at(-1)?.replace(/\.js$/u, "") ?? "";
};

/** What is said wherever a screen or the whole app stopped: the stack goes to the console, never to whoever works. */
export const useCrash = ({ error, onRetry }: Crash) => {
  const { t } = useLingui();
  const renewed = isOldVersion(error);
  const client = useQueryClient();
  const build = buildName();
  const retry = (): void => {
    if (renewed) return location.reload();
    // An answer that no screen could show is asked for again, or it would stop there a second time.
    client.removeQueries({ type: "inactive" });
    onRetry();
  };
  const sentence: ReactNode = renewed ? (
    <Trans>This screen needs the new version of Stepwell.</Trans>
  ) : (
    <Trans>The fault is ours, and what was saved is safe.</Trans>
  );
  return {
    title: renewed ? t`Stepwell was renewed` : t`This screen stopped working`,
    sentence,
    retry: (
      <Button kind="primary" icon={RetryIcon} onPress={retry}>
        {renewed ? <Trans>Load the new version</Trans> : <Trans>Try again</Trans>}
      </Button>
    ),
    // Loaded anew, whatever of the app still stands.
    toToday: (
      <Button href={paths.home}>
        <Trans>To Today</Trans>
      </Button>
    ),
    reference: !renewed && (
      <Quiet>
        <Trans>If it stays so, tell whoever runs Stepwell this: build {build}.</Trans>
      </Quiet>
    ),
  };
};
