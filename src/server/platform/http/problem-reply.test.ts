import fastifyMultipart from "@fastify/multipart";
import { fastify, type FastifyRequest } from "fastify";
import { expect, it } from "vitest";
import { asProblem } from "#server/platform/http/problem-reply.ts";

const refusalOf = async (contentType: string, payload: string): Promise<string> => {
  const app = fastify();
  await app.register(fastifyMultipart);
  app.setErrorHandler((error, _request, reply) => reply.send(asProblem(error).code));
  const read = async (request: FastifyRequest): Promise<string> => {
    const part = await request.file();
    await part?.toBuffer();
    return "read";
  };
  app.route({ method: "POST", url: "/", handler: read });
  const headers = { "content-type": contentType };
  const { body } = await app.inject({ method: "POST", url: "/", headers, payload });
  await app.close();
  return body;
};

const whole = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--x--\r\n`;
const form = "multipart/form-data; boundary=x";
it.each([
  ["a whole upload", form, whole, "read"],
  ["garbage", form, "garbage", "invalid-input"],
  ["a part that is cut off", form, whole.slice(0, -12), "invalid-input"],
  ["no boundary", "multipart/form-data", whole, "invalid-input"],
  ["a body that is no JSON", "application/json", "{", "invalid-input"],
  ["a forbidden key", "application/json", '{"__proto__":{"x":1}}', "invalid-input"],
  ["another kind of body", "text/x-else", "a", "wrong-media-type"],
])("%s", async (_, contentType, payload, expected) => {
  expect(await refusalOf(contentType, payload)).toBe(expected);
});

it("takes a fault of the program for no refusal", () => {
  const fault = Object.assign(new Error("sent twice"), {
    code: "FST_ERR_REP_ALREADY_SENT",
    statusCode: 500,
  });
  expect(asProblem(fault).code).toBe("internal-error");
});

it.each([
  ["a crash of the database", Object.assign(new Error("terminating"), { code: "57P02" })],
  ["a socket that was cut", Object.assign(new Error("read"), { code: "ECONNRESET" })],
  ["the driver's own word", new Error("Connection terminated unexpectedly")],
])("says that the database is away after %s, and not that the program is broken", (_, error) => {
  expect(asProblem(error)).toMatchObject({ code: "not-ready", status: 503 });
});

it("takes a missing file for no lost database", () => {
  const fault = Object.assign(new Error("open"), { code: "ENOENT" });
  expect(asProblem(fault).code).toBe("internal-error");
});
