import { expect, test } from "vitest";
import { differences } from "./packages.mjs";

const machine = { platform: "linux", arch: "x64" };
const wanted = {
  "": { version: "1.0.0" },
  "node_modules/kept": { version: "2.0.0", integrity: "sha512-a" },
  "node_modules/for-this-machine": {
    version: "1.0.0",
    optional: true,
    os: ["linux"],
    cpu: ["x64"],
  },
  "node_modules/for-another": { version: "1.0.0", optional: true, os: ["darwin"], cpu: ["arm64"] },
  "node_modules/for-a-c-library": {
    version: "1.0.0",
    optional: true,
    os: ["linux"],
    cpu: ["x64"],
    libc: ["musl"],
  },
};
const installed = {
  "node_modules/kept": { version: "2.0.0", integrity: "sha512-a" },
  "node_modules/for-this-machine": { version: "1.0.0" },
};

test("nothing is missing when all that this machine needs is there", () => {
  expect(differences(wanted, installed, machine)).toEqual([]);
});

test("another version, or other contents of the same version, are not what was asked for", () => {
  const older = { ...installed, "node_modules/kept": { version: "1.9.0", integrity: "sha512-a" } };
  expect(differences(wanted, older, machine)).toEqual(["node_modules/kept"]);
  const other = { ...installed, "node_modules/kept": { version: "2.0.0", integrity: "sha512-b" } };
  expect(differences(wanted, other, machine)).toEqual(["node_modules/kept"]);
});

test("a folder that came over from another kind of machine lacks the programs of this one", () => {
  const mac = { platform: "darwin", arch: "arm64" };
  expect(differences(wanted, installed, mac)).toEqual(["node_modules/for-another"]);
});

test("an install that was cut off has no list, and so lacks everything", () => {
  expect(differences(wanted, {}, machine)).toEqual([
    "node_modules/kept",
    "node_modules/for-this-machine",
  ]);
});
