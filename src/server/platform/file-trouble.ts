import { z } from "zod";

const coded = z.object({ code: z.string() });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "it is not yours to read or write",
  EPERM: "it is not yours to read or write",
  EROFS: "that disk can only be read",
  EISDIR: "it is a folder",
  ENOTDIR: "what should be a folder on the way is a file",
  EEXIST: "something of that name is there already",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
};

/** Why a file could not be read or written, as a person says it; what has no words of ours is said as the system does. */
export const fileTrouble = (error: unknown): string => {
  const { data } = coded.safeParse(error);
  const known = reasons[data?.code ?? ""];
  return known ?? (error instanceof Error ? error.message : String(error));
};
