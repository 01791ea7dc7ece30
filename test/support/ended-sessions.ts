/** How a session ends while it is in use: what is done to the session with the id $1. */
export const endedSessions = [
  ["revoked", "update global.login_session set revoked_at = now() where id = $1"],
  ["over", "update global.login_session set expires_at = last_seen_at where id = $1"],
  [
    "of a disabled account",
    "update global.account set disabled_at = now() where id = (select account_id from global.login_session where id = $1)",
  ],
  [
    "of somebody who has left",
    "update stepwell.affiliation set ended_at = now() where account_id = (select account_id from global.login_session where id = $1)",
  ],
] as const;

/** What a role was taken away with: of the account $1 in every organization. */
export const roleTakenAway =
  "update stepwell.affiliation set roles = '{facilitator}' where account_id = $1";

/** The first words of each statement that was sent. */
export const beginningsOf = (texts: readonly string[], words = 3): readonly string[] =>
  texts.map((text) => text.trim().split(/\s+/).slice(0, words).join(" "));
