import { useQueryClient } from "@tanstack/react-query";
import { signOut } from "#domain/access/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { askBeforeLeaving, leaveUnsaved } from "#web/platform/unsaved.ts";
import { useAct } from "#web/platform/use-act.ts";
import { forgetTyped } from "#web/platform/use-form.ts";

/** Ends the session and forgets everything this page holds in memory: the device may be shared. */
export const useSignOut = (then: string): (() => void) => {
  const client = useQueryClient();
  const { go } = useAddress();
  const act = useAct(signOut, {
    onDone: () => {
      forgetTyped();
      leaveUnsaved();
      client.clear();
      go(then, { replace: true });
    },
  });
  const leave = async (): Promise<void> => {
    if (await askBeforeLeaving()) await act.run({});
  };
  return () => void leave();
};
