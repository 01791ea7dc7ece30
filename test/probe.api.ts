import { z } from "zod";
import { Problem } from "#domain/contract/problem.ts";
import { route } from "#domain/contract/route.ts";
import {
  on,
  onEvents,
  onFile,
  onOpen,
  onUpload,
  type MountedRoute,
} from "#server/platform/http/on.ts";
import { enqueue } from "#server/platform/outbox/outbox.ts";
import { Readable } from "node:stream";
import { createHash } from "node:crypto";

/** Contracts that exist in tests alone: each tries one wall of the mount. */
export const readProbe = route({
  method: "GET",
  path: "/probe/{probeId}",
  summary: "Reads",
  permission: "practice:read",
  purpose: "treatment",
  audit: {
    verb: "probe.read",
    subjects: (_, output) => output.subjects,
    record: (input) => ({ kind: "probe", id: input.probeId }),
  },
  input: z.object({ probeId: z.uuid(), subjects: z.array(z.uuid()).default([]) }),
  output: z.object({ subjects: z.array(z.uuid()) }),
});

const makeInput = z.object({ name: z.string().min(1).max(10), fail: z.string().optional() });
const make = {
  method: "POST",
  summary: "Makes",
  purpose: "operations",
  input: makeInput,
  output: z.object({ id: z.uuid() }),
  status: 201,
  errors: { "name-taken": 409 },
} as const;

export const makeProbe = route({
  ...make,
  path: "/probe",
  permission: "practice:manage",
  audit: {
    verb: "probe.make",
    subjects: "none",
    record: (_, output) => ({ kind: "probe", id: output.id }),
  },
});

export const signProbe = route({
  ...make,
  path: "/probe/signature",
  permission: "practice:read",
  audit: { verb: "probe.sign", subjects: "none" },
  confirmation: true,
});

export const openProbe = route({
  ...make,
  path: "/probe/open",
  permission: "anyone",
  rateLimit: { limit: 3, seconds: 60 },
  audit: { verb: "probe.open", subjects: "none" },
});

export const uploadProbe = route({
  method: "POST",
  path: "/probe/file",
  summary: "Takes a file",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "probe.upload", subjects: "none" },
  body: "upload",
  uploadBytes: 100_000,
  input: z.object({}),
  output: z.object({ name: z.string(), bytes: z.int(), sha256: z.string() }),
});

export const fileProbe = route({
  method: "GET",
  path: "/probe/export",
  summary: "Gives a file",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "probe.export", subjects: "none" },
  reply: "file",
  input: z.object({}),
  output: z.string(),
});

export const eventsProbe = route({
  method: "GET",
  path: "/probe/events",
  summary: "Tells",
  permission: "practice:read",
  purpose: "operations",
  audit: { verb: "probe.listen", subjects: "none" },
  reply: "events",
  input: z.object({}),
  output: z.object({ kind: z.string() }),
});

/** The handlers, and what they counted. */
export const probeRoutes = () => {
  const seen = { listeners: new Set<(event: { kind: string }) => void>() };
  const routes: readonly MountedRoute[] = [
    on(readProbe, ({ input }) => {
      const secret = { subjects: input.subjects, undeclared: "must not leave" };
      return secret;
    }),
    on(makeProbe, async ({ input, work }) => {
      if (input.fail === "problem")
        throw new Problem("name-taken", 409, { fields: { name: { code: "name-taken" } } });
      if (input.fail === "crash") throw new Error(`exploded near ${input.name}`);
      await enqueue(work, { kind: "probe-made" });
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { id: work.newId() };
    }),
    on(signProbe, ({ work }) => ({ id: work.newId() })),
    onOpen(openProbe, ({ work }) => ({ id: work.newId() })),
    onUpload(uploadProbe, async ({ file }) => {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const chunk of file.bytes) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      return { name: file.name, bytes, sha256: hash.digest("hex") };
    }),
    onFile(fileProbe, () =>
      Promise.resolve({
        name: "a b.csv",
        type: "text/csv",
        content: Readable.from(["a,b\n", "1,2\n"]),
      }),
    ),
    onEvents(eventsProbe, (_, send) => {
      seen.listeners.add(send);
      return () => seen.listeners.delete(send);
    }),
  ];
  return { routes, seen };
};
