import { useLingui } from "@lingui/react/macro";

interface Reach {
  readonly phoneMayBeCalled: boolean;
  readonly phoneMayBeTexted: boolean;
  readonly voicemailMayBeLeft: boolean;
}

/** What may be done with somebody's telephone, in words: `call, text`; empty where nothing may. */
export const useSayReach = (): ((reach: Reach) => string) => {
  const { t } = useLingui();
  return (reach) =>
    [
      reach.phoneMayBeCalled && t`call`,
      reach.voicemailMayBeLeft && t`leave voicemail`,
      reach.phoneMayBeTexted && t`text`,
    ]
      .filter((way) => way !== false)
      .join(", ");
};
