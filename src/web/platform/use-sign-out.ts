import { useQueryClient } from "@tanstack/react-query";
import { signOut } from "#domain/access/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { useDraftKeeper } from "#web/platform/draft-door.ts";
import { askBeforeLeaving, leaveUnsaved } from "#web/platform/unsaved.ts";
import { useAct } from "#web/platform/use-act.ts";
import { forgetTyped } from "#web/platform/use-form.ts";
import { sayWhoIsHere } from "#web/platform/vault-owner.ts";
import { lockVault } from "#web/platform/vault-lock.ts";

/** Ends the session and forgets everything this page holds in memory: the device may be shared. */
export const useSignOut = (then: string): (() => void) => {
  const client = useQueryClient();
  const { go } = useAddress();
  const keeper = useDraftKeeper();
  const act = useAct(signOut, {
    onDone: () => {
      sayWhoIsHere(null);
      void lockVault();
      forgetTyped();
      leaveUnsaved();
      client.clear();
      go(then, { replace: true });
    },
  });
  const leave = async (): Promise<void> => {
    await keeper?.flush();
    if (await askBeforeLeaving()) await act.run({});
  };
  return () => void leave();
};
