import { insertCaughtMail } from "#server/connectors/email/caught-mail.queries.ts";
import type { Tx } from "#server/db/transaction.ts";
import type { Clock } from "#server/platform/clock.ts";
import type { Mailer } from "#server/platform/mail/mailer.ts";

export interface CatcherServices {
  /** Keeps a letter in a transaction of its own: like a letter that was sent, it stays sent. */
  keep(step: (tx: Tx) => Promise<void>): Promise<void>;
  readonly clock: Clock;
  newId(): string;
}

/** The stand-in for a mail server: letters are kept where the demo and the tests can read them. */
export const mailCatcher = (services: CatcherServices): Mailer => ({
  send: ({ to, subject, text }) =>
    services.keep((tx) =>
      insertCaughtMail(tx, {
        id: services.newId(),
        toAddress: to,
        subject,
        body: text,
        caughtAt: services.clock.now().toString(),
      }),
    ),
});
