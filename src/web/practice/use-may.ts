import {
  bringBackRefusal,
  changeRefusal,
  mayAdd,
  type PracticeRecord,
} from "#domain/practice/practice.policy.ts";
import { useSession } from "#web/platform/session.tsx";

/** What the person may do with records of a kind: the policy that the service asks, asked before a button is shown. */
export const useMay = (kind: PracticeRecord) => {
  const who = { permissions: new Set(useSession().permissions) };
  return {
    add: mayAdd(who, kind),
    change: (record: { readonly retiredAt: string | null }): boolean =>
      changeRefusal(who, kind, record) === null,
    bringBack: (record: { readonly retiredAt: string | null }): boolean =>
      bringBackRefusal(who, kind, record) === null,
  };
};
