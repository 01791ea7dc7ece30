import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { whatMay } from "#web/access/role-words.ts";

/** What roles allow, one line each. */
export const Capabilities = (props: { readonly roles: readonly string[] }): ReactNode => {
  const { i18n } = useLingui();
  return whatMay(i18n, props.roles).map((may) => <div key={may}>{may}</div>);
};
