import type { Transporter } from "nodemailer";
import type { Mailer } from "#server/platform/mail/mailer.ts";

const patienceMs = 20_000;

/**
 * Hands letters to a mail server. `url` is `smtp://user:password@host:port` or `smtps://…`. On the way to a server
 * that is not this machine the letter is encrypted (STARTTLS), or it does not leave.
 */
export const smtpMailer = (options: {
  readonly url: string;
  /** The sender, as `name@host`. */
  readonly from: string;
  readonly fromName: string;
}): Mailer => {
  const { hostname, protocol } = new URL(options.url);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const open = async (): Promise<Transporter> => {
    // Loaded with the first letter: a server without a mail server of its own is spared some megabytes.
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url: options.url,
      requireTLS: protocol === "smtp:" && !isLocal,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
  };
  let transport: Promise<Transporter> | undefined;
  return {
    async send({ to, subject, text }) {
      transport ??= open();
      await (
        await transport
      ).sendMail({
        from: { name: options.fromName, address: options.from },
        to: { name: "", address: to },
        subject,
        text,
        // Says to mail programs that nobody waits for an "out of office" (RFC 3834).
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
  };
};
