import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openLog } from "#server/platform/log.ts";

const written = (use: (log: ReturnType<typeof openLog>) => void): readonly string[] => {
  const lines: string[] = [];
  use(openLog({ level: "debug", stream: { write: (line) => void lines.push(line) } }));
  return lines;
};

const person = fc.constantFrom("Priya Raman", "priya@home.example", "(808) 555-0123", "1988-04-12");
const careless = fc.constantFrom(
  "email",
  "body",
  "url",
  "patient",
  "req",
  "headers",
  "address",
  "user",
);

describe("openLog", () => {
  test("a line is one object with time, level, ids and codes", () => {
    const [line = ""] = written((log) =>
      log.warn({ requestId: "r1", route: "/api/sites/:siteId", status: 409, ms: 3.5 }, "request"),
    );
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(rest).toEqual({
      level: "warn",
      requestId: "r1",
      route: "/api/sites/:siteId",
      status: 409,
      ms: 3.5,
      msg: "request",
    });
  });

  test("whatever a careless call hands over, nothing of a person is written", () => {
    fc.assert(
      fc.property(person, careless, fc.boolean(), (secret, name, deep) => {
        const value = deep ? { of: [{ inner: secret }] } : secret;
        const lines = written((log) => {
          log.info({ [name]: value, requestId: "r1" }, "request");
          log
            .child({ [name]: value })
            .child({ [name]: value })
            .info("request");
          log.info({ status: { of: secret }, route: { at: [secret] } }, "request");
          log.error({ err: new Error(`cannot store ${secret}`) });
          log.error(new Error(`cannot store ${secret}`));
          log.error(new Error(secret), `cannot store %s`, secret);
          log.info("signed in %s", secret);
          log.warn(
            { err: Object.assign(new Error("x"), { detail: secret, code: secret }) },
            "failed",
          );
        });
        expect(lines).toHaveLength(8);
        expect(lines.join("")).not.toContain(secret);
      }),
    );
  });

  test("what was dropped is counted, so that it is missed", () => {
    const [line = ""] = written((log) => log.info({ email: "a", name: "b", body: {} }, "x"));
    expect(JSON.parse(line)).toMatchObject({ name: "b", leftOut: 2 });
  });

  test("an error keeps its kind, its code and its place, and loses its message and its cause", () => {
    const error = Object.assign(new TypeError("Priya", { cause: new Error("Raman") }), {
      code: "23505",
    });
    const [line = ""] = written((log) => log.error({ err: error }, "Priya"));
    const { err, msg } = JSON.parse(line) as { err: Record<string, unknown>; msg: string };
    expect(err).toMatchObject({ name: "TypeError", errorCode: "23505" });
    expect(String(err["stack"])).toContain("log.test.ts");
    expect(line).not.toMatch(/Priya|Raman/);
    expect(msg).toBe("no sentence");
  });

  test("below the level nothing is written", () => {
    const lines: string[] = [];
    const log = openLog({ level: "warn", stream: { write: (line) => void lines.push(line) } });
    log.info({ requestId: "r1" }, "request");
    expect(lines).toEqual([]);
  });
});
