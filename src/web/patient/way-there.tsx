import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { notify } from "#web/platform/notices.ts";
import { Button } from "#web/ui/button.tsx";
import { CopyIcon, SiteIcon } from "#web/ui/icons.ts";

/** The address of the phone's own map program; computers have none that every one of them knows. */
const mapAddress = (address: string): string | null => {
  const place = encodeURIComponent(address);
  if (/iPhone|iPad/.test(navigator.userAgent)) return `maps:?q=${place}`;
  return navigator.userAgent.includes("Android") ? `geo:0,0?q=${place}` : null;
};

/** The way to a place: in the map program of the phone, else as an address to paste into one. */
export const WayThere = (props: { readonly address: string }): ReactNode => {
  const { t } = useLingui();
  const map = mapAddress(props.address);
  if (map !== null) {
    return (
      <Button size="touch" wide icon={SiteIcon} href={map}>
        <Trans>Open in maps</Trans>
      </Button>
    );
  }
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.address);
      notify({ text: t`Address copied.` });
    } catch {
      notify({
        text: t`This browser does not let us copy. Mark the address and copy it.`,
        tone: "risk",
      });
    }
  };
  return (
    <Button size="touch" wide icon={CopyIcon} onPress={() => void copy()}>
      <Trans>Copy the address</Trans>
    </Button>
  );
};
