import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "#server/access/password-hash.ts";
import { areAlikeInTime } from "#test/support/alike-in-time.ts";

describe("a stored password", () => {
  it("is an argon2id PHC string of 19 MiB and two passes, with a salt of its own", async () => {
    const [one, other] = await Promise.all([hashPassword("kettle"), hashPassword("kettle")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
  });

  it("is matched by the password and nothing else", async () => {
    const secret = await hashPassword("contraseña del río");
    expect(await verifyPassword("contraseña del río", secret)).toEqual({
      matches: true,
      isOutdated: false,
    });
    expect((await verifyPassword("contraseña del rio", secret)).matches).toBe(false);
    expect((await verifyPassword("contraseña del río".normalize("NFD"), secret)).matches).toBe(
      true,
    );
  });

  it("agrees with the reference implementation", async () => {
    // Test vector of the reference library: version 0x13, t=2, m=2^16, p=1, "password" with the salt "somesalt".
    const reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await verifyPassword("password", reference)).toEqual({
      matches: true,
      isOutdated: true,
    });
  });

  it("takes as long where there is none, and matches nothing", async () => {
    const secret = await hashPassword("kettle");
    const isAlike = await areAlikeInTime(
      () => verifyPassword("another", secret),
      () => verifyPassword("another", undefined),
    );
    expect(isAlike).toBe(true);
    expect((await verifyPassword("another", undefined)).matches).toBe(false);
  });

  it("is worked on beside the event loop, and the crowd waits its turn", async () => {
    let turns = 0;
    let isWatching = true;
    const watch = (async () => {
      for (; isWatching; turns++) await delay(1);
    })();
    const secrets = await Promise.all(Array.from({ length: 8 }, () => hashPassword("kettle")));
    isWatching = false;
    await watch;
    expect(new Set(secrets).size).toBe(8);
    // On the loop itself, it would turn once for each hash.
    expect(turns).toBeGreaterThan(24);
  });
});
