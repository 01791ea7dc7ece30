import { paths } from "#web/platform/paths.ts";

/** The files that were made, and what was answered to them. */
export const filesPath = paths.claimFile("").replace(/\/$/, "");

/** The same, only those whose answer should have come by now. */
export const overduePath = `${filesPath}?files.answer=overdue`;

/** The same, only those with rejected claims that nothing took the place of. */
export const toSendAgainPath = `${filesPath}?files.answer=to-send-again`;

/** The same, only those that nobody downloaded yet. */
export const herePath = `${filesPath}?files.answer=made`;
