import { access, constants, mkdir, statfs } from "node:fs/promises";
import os from "node:os";
import { findingsOf, type Finding } from "#server/app/doctor/finding.ts";
import type { Settings } from "#server/app/settings.ts";

const { fine, wrong } = findingsOf("machine");
const gigabyte = 1_000_000_000;
const leastFreeGigabytes = 2;
const leastNode: readonly [number, number] = [24, 7];

const nodeFinding = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNewEnough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return isNewEnough
    ? fine(`Node ${process.versions.node}`)
    : wrong(
        `Node ${process.versions.node} is too old`,
        "Run through `npm start` or `npx stepwell`, which bring the right Node along.",
      );
};

const canWrite = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const folderFinding = async (folder: string): Promise<Finding> =>
  (await canWrite(folder))
    ? fine(`The data folder ${folder} can be written`)
    : wrong(
        `The data folder ${folder} cannot be written by ${os.userInfo().username}`,
        "Give this user the folder, or set STEPWELL_DATA to another one.",
      );

const diskFindings = async (folder: string): Promise<Finding[]> => {
  const disk = await statfs(folder).catch(() => undefined);
  if (disk === undefined) return [];
  const free = (disk.bavail * disk.bsize) / gigabyte;
  return [
    free >= leastFreeGigabytes
      ? fine(`${free.toFixed(0)} GB free for the data folder`)
      : wrong(
          `Only ${free.toFixed(1)} GB are free on the disk of the data folder`,
          `Free at least ${leastFreeGigabytes} GB: the database stops when its disk is full.`,
        ),
  ];
};

/** Node, the data folder and its disk. */
export const lookAtMachine = async ({ dataDir }: Pick<Settings, "dataDir">): Promise<Finding[]> => [
  nodeFinding(),
  await folderFinding(dataDir),
  ...(await diskFindings(dataDir)),
];
