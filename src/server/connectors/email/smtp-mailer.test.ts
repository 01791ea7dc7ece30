import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMailer } from "#server/connectors/email/open-mailer.ts";
import { smtpMailer } from "#server/connectors/email/smtp-mailer.ts";

const received: string[] = [];
let server: Server;
let port: number;

/** As much of a mail server as a letter needs (RFC 5321). It offers no STARTTLS. */
const listen = (): Server =>
  createServer((socket) => {
    let isData = false;
    let letter = "";
    socket.write("220 test\r\n");
    socket.on("data", (bytes) => {
      for (const line of bytes.toString().split("\r\n").slice(0, -1)) {
        if (isData && line === ".") {
          received.push(letter);
          isData = false;
          socket.write("250 taken\r\n");
        } else if (isData) letter += `${line}\n`;
        else if (line === "DATA") {
          isData = true;
          letter = "";
          socket.write("354 go on\r\n");
        } else if (line === "STARTTLS") socket.write("502 not here\r\n");
        else if (line === "QUIT") socket.end("221 bye\r\n");
        else if (line.startsWith("RCPT TO:<full@")) socket.write("452 mailbox full\r\n");
        else socket.write("250 ok\r\n");
      }
    });
    socket.on("error", () => socket.destroy());
  }).listen(0, "127.0.0.1");

beforeAll(async () => {
  server = listen();
  await new Promise((resolve) => server.once("listening", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const nothing = {
  keep: () => Promise.resolve(),
  clock: {
    now: () => {
      throw new Error("unused");
    },
  },
  newId: () => "",
};

describe("a mail server", () => {
  it("gets the letter, from the public host's own address", async () => {
    const mailer = openMailer(
      { smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: "https://well.example:8443" },
      nothing,
    );
    await mailer.send({
      to: "denise@river.example",
      subject: "Contraseña",
      text: "Hello Denise,\n",
    });
    expect(received[0]).toContain("From: Stepwell <no-reply@well.example>");
    expect(received[0]).toContain("To: denise@river.example");
    expect(received[0]).toContain("Auto-Submitted: auto-generated");
    expect(received[0]).toContain("Hello Denise,");
  });

  it("cannot be made to send elsewhere by a line break in a subject", async () => {
    const mailer = smtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: "no-reply@well.example",
      fromName: "Stepwell",
    });
    await mailer.send({
      to: "denise@river.example",
      subject: "River\r\nBcc: eve@elsewhere.example",
      text: "x",
    });
    expect(received.at(-1)).not.toMatch(/^Bcc:/m);
  });

  it("that refuses makes the letter fail, with a code and not a text", async () => {
    const mailer = smtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: "no-reply@well.example",
      fromName: "Stepwell",
    });
    const letter = { to: "full@river.example", subject: "x", text: "x" };
    await expect(mailer.send(letter)).rejects.toMatchObject({ code: "EENVELOPE" });
  });

  it("elsewhere is not given a letter in the clear", async () => {
    // Leads to this machine without being known as it: a relay somewhere in the network.
    const mailer = smtpMailer({
      url: `smtp://127.1:${port}`,
      from: "no-reply@well.example",
      fromName: "Stepwell",
    });
    const before = received.length;
    await expect(
      mailer.send({ to: "denise@river.example", subject: "x", text: "x" }),
    ).rejects.toMatchObject({ code: "ETLS" });
    expect(received.length).toBe(before);
  });
});
