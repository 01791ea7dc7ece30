import { describe, expect, it } from "vitest";
import { invitationLetter, passwordChangedLetter, resetLetter } from "#server/access/letters.ts";

const denise = {
  email: "denise.okafor@river.example",
  name: "Denise Okafor",
  locale: "en",
  organizationName: "River House",
  zone: "America/Denver",
} as const;
const address = "https://well.example/staff/invitation/secret";

describe("a letter", () => {
  it("invites by first name, says for whom, how long, and what to do otherwise", () => {
    const { to, subject, text } = invitationLetter(denise, {
      address,
      expiresAt: "2026-11-26T20:00:00Z",
    });
    expect(to).toBe(denise.email);
    expect(subject).toBe("River House invites you to Stepwell");
    expect(text).toBe(`Hello Denise,

River House has opened an account for you. To begin, follow this link:

https://well.example/staff/invitation/secret

The link works once, and until Thursday, November 26 at 1:00 PM MST.

If you do not know River House, leave this letter as it is. Nothing happens without you.

This letter was sent by Stepwell for River House. Answers to this address are not read.
`);
  });

  it("speaks the language of its reader", () => {
    const maria = { ...denise, name: "María Quintero", locale: "es" } as const;
    const { subject, text } = resetLetter(maria, { address });
    expect(subject).toBe("Elija una contraseña nueva");
    expect(text).toContain("Hola, María:");
    const changed = passwordChangedLetter(maria, {
      at: "2026-11-19T20:00:00Z",
      forgottenAddress: "https://well.example/staff/forgotten",
    });
    expect(changed.text).toContain("jueves, 19 de noviembre");
  });

  it("holds nothing of the person but the address and the first name", () => {
    const letters = [
      invitationLetter(denise, { address, expiresAt: "2026-11-26T20:00:00Z" }),
      resetLetter(denise, { address }),
      passwordChangedLetter(denise, { at: "2026-11-19T20:00:00Z", forgottenAddress: address }),
    ];
    for (const { subject, text } of letters) {
      expect(`${subject} ${text}`).not.toMatch(/Okafor|okafor|\{\w+\}/);
      expect(text).toContain(address);
    }
  });
});
