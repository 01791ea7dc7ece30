import { paths } from "#web/platform/paths.ts";

/** Where somebody wanted to go before signing in. Only ever a screen of this app: a link cannot lead elsewhere. */
export const destinationOf = (search: URLSearchParams): string => {
  const to = search.get("to") ?? "";
  return /^\/staff(?:[/?]|$)/.test(to) && !to.startsWith(paths.signIn) ? to : paths.home;
};
