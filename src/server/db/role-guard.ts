import type pg from "pg";

export interface RoleFinding {
  readonly code: "superuser" | "bypasses-row-security" | "owns-tables" | "no-privileges";
  readonly role: string;
}

/**
 * Whether the role that serves requests is as weak as it must be: row-level security does not bind owners,
 * superusers and roles that bypass it. Empty when it is fit.
 */
export const findRoleProblems = async (pool: pg.Pool): Promise<readonly RoleFinding[]> => {
  const { rows } = await pool.query<{
    role: string;
    is_super: boolean;
    bypasses: boolean;
    owned: number;
    can_read: boolean | null;
  }>(`
    select current_user as role, r.rolsuper as is_super, r.rolbypassrls as bypasses,
      (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('global', 'stepwell') and c.relkind in ('r', 'p')
          and pg_has_role(current_user, c.relowner, 'member')) as owned,
      has_table_privilege(to_regclass('stepwell.organization'), 'select') as can_read
    from pg_roles r where r.rolname = current_user`);
  const row = rows[0];
  if (row === undefined) return [];
  const { role } = row;
  const findings: RoleFinding[] = [];
  if (row.is_super) findings.push({ code: "superuser", role });
  if (row.bypasses) findings.push({ code: "bypasses-row-security", role });
  if (row.owned > 0 && !row.is_super) findings.push({ code: "owns-tables", role });
  if (row.can_read !== true) findings.push({ code: "no-privileges", role });
  return findings;
};

const advice: Readonly<Record<RoleFinding["code"], string>> = {
  superuser: "is a superuser, and row-level security does not bind it",
  "bypasses-row-security": "may bypass row-level security",
  "owns-tables": "owns tables, and row-level security does not bind owners",
  "no-privileges":
    "may not read the tables; run `grant stepwell_app to …` for it, or migrate first",
};

/** What is wrong with the role and what to do, in a sentence an operator can act on. */
export const roleProblemSentence = (finding: RoleFinding): string =>
  `The database role "${finding.role}" of DATABASE_URL ${advice[finding.code]}. ` +
  "Serve with a role of its own: create role stepwell_app login password '…'; and put it into DATABASE_URL.";
