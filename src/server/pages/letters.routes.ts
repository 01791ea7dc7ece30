import { emailSchema } from "#domain/basics/email.ts";
import { inGlobalTransaction } from "#server/db/transaction.ts";
import { lettersPage } from "#server/pages/letters-page.ts";
import { caughtLetters } from "#server/pages/letters.queries.ts";
import type { PageServer } from "#server/pages/page-server.routes.ts";
import { queryValue } from "#server/pages/reader.routes.ts";

/** `/demo/mail`: the letters of a demonstration, for whoever types the address they went to. */
export const serveLetters = ({ app, assets, options, show, limit }: PageServer): void => {
  const { pool, clock } = options.services;
  app.get("/demo/mail", async (request, reply) => {
    limit(request);
    const typed = (queryValue(request, "to") ?? "").slice(0, 254);
    const address = emailSchema.safeParse(typed).data;
    const letters =
      address === undefined
        ? []
        : await inGlobalTransaction(pool, (tx) => caughtLetters(tx, address));
    const ownOrigin = new URL(options.publicUrl()).origin;
    const nowMs = clock.now().epochMilliseconds;
    // Letters hold codes and links that open an account.
    void reply.header("cache-control", "no-store");
    const mailbox = { typed, address, letters, nowMs, ownOrigin };
    return show(request, reply, (page) => lettersPage(page, mailbox, assets.newLetters));
  });
};
