import { afterAll, beforeAll, expect, it } from "vitest";
import { readInvitation } from "#domain/access/invitation.api.ts";
import { accessJobs } from "#server/access/access.jobs.ts";
import { createUser } from "#server/access/people.service.ts";
import type { Letter } from "#server/platform/mail/mailer.ts";
import { deliver } from "#server/platform/outbox/deliver.ts";
import { openAccess, type Access } from "#test/support/access-door.ts";
import type { TestOrganization } from "#test/support/test-product.ts";

let access: Access;
let river: TestOrganization;
beforeAll(async () => {
  access = await openAccess();
  river = await access.product.addOrganization("River House");
});
afterAll(() => access.close());

const invited = async (email: string): Promise<string> => {
  await access.product.inside(river, (work) =>
    createUser(work, { email, name: "Nia Fontaine", roles: ["nurse"] }),
  );
  const { rows } = await access.product.ownerPool.query<{ id: string }>(
    "select id from stepwell.outbox order by id desc limit 1",
  );
  return rows[0]?.id ?? "";
};
const tokenIn = (letter: Letter | undefined): string =>
  /invitation\/([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";

it("a letter that the mail server refused is written anew, with a link of its own", async () => {
  const errand = await invited("nia@test.example");
  const taken: Letter[] = [];
  let isDown = true;
  const mailer = {
    send: (letter: Letter): Promise<void> => {
      taken.push(letter);
      return isDown ? Promise.reject(new Error("the mail server is down")) : Promise.resolve();
    },
  };
  const jobs = accessJobs({ mailer, publicUrl: "https://well.example" });
  const handlers = new Map(jobs.map((job) => [job.kind, job]));
  const attempt = () => deliver(access.product.services, handlers, river.organizationId, errand);

  await expect(attempt()).rejects.toThrow("down");
  isDown = false;
  expect(await attempt()).toBe(true);
  expect(await attempt()).toBe(false);
  expect(taken.length).toBe(2);
  const [first, second] = taken.map(tokenIn);
  const follow = (token: string | undefined) =>
    access.browser().call(readInvitation, { token: token ?? "" });
  expect((await follow(first)).status).toBe(410);
  expect((await follow(second)).status).toBe(200);
});

it("speaks the language of the account", async () => {
  const errand = await invited("ines@test.example");
  await access.product.ownerPool.query(
    "update global.account set locale = 'es' where email = 'ines@test.example'",
  );
  const letters: Letter[] = [];
  const mailer = { send: (letter: Letter) => Promise.resolve(void letters.push(letter)) };
  const jobs = accessJobs({ mailer, publicUrl: "https://well.example" });
  const handlers = new Map(jobs.map((job) => [job.kind, job]));
  await deliver(access.product.services, handlers, river.organizationId, errand);
  expect(letters[0]?.subject).toBe("River House le invita a Stepwell");
  expect(letters[0]?.text).toContain("https://well.example/staff/invitation/");
});
