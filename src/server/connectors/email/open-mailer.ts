import { mailCatcher, type CatcherServices } from "#server/connectors/email/mail-catcher.ts";
import { smtpMailer } from "#server/connectors/email/smtp-mailer.ts";
import type { Mailer } from "#server/platform/mail/mailer.ts";

/** The mail server of SMTP_URL, or the catcher where none is named. Letters come from `no-reply@` the public host. */
export const openMailer = (
  settings: { readonly smtpUrl: string | undefined; readonly publicUrl: string },
  services: CatcherServices,
): Mailer =>
  settings.smtpUrl === undefined
    ? mailCatcher(services)
    : smtpMailer({
        url: settings.smtpUrl,
        from: `no-reply@${new URL(settings.publicUrl).hostname}`,
        fromName: "Stepwell",
      });
