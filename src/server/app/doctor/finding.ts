/** What one look found: `fine`, `note` (works, and could be better), `wrong` (must be mended, `todo` says how). */
export interface Finding {
  readonly area: "machine" | "settings" | "database" | "product" | "backups";
  readonly state: "fine" | "note" | "wrong";
  readonly what: string;
  readonly todo?: string;
}

/** Findings of one area, in few words. */
export const findingsOf = (area: Finding["area"]) => ({
  fine: (what: string): Finding => ({ area, state: "fine", what }),
  note: (what: string, todo: string): Finding => ({ area, state: "note", what, todo }),
  wrong: (what: string, todo: string): Finding => ({ area, state: "wrong", what, todo }),
});
