import { passwordLength } from "#domain/access/password-rules.ts";
import type { FieldProblems } from "#web/platform/use-form.ts";

/** What can be said of a new password without asking: its length. The rest needs the server's list. */
export const checkPassword = ({ password }: { readonly password: string }): FieldProblems => {
  const { least, most } = passwordLength;
  const length = [...password].length;
  if (length >= least) return {};
  return { password: { code: length === 0 ? "required" : "too-short", values: { least, most } } };
};
