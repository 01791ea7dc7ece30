/** Neither part of an extension nor made by the server for another object (the constructors of a range). */
const madeByUs = (catalogue: string, oid: string) =>
  `not exists (select from pg_depend x where x.classid = '${catalogue}'::regclass and x.objid = ${oid} and x.deptype in ('e', 'i'))`;

/** Versions are left out: they follow the server. */
export const extensions = `
  select quote_ident(e.extname) as home,
         format('CREATE EXTENSION %I WITH SCHEMA %I;', e.extname, e.extnamespace::regnamespace) as line
    from pg_extension e where e.extname <> 'plpgsql' and $1::text[] is not null`;

export const schemas = `
  select n.oid::regnamespace::text as home, format('CREATE SCHEMA %s;', n.oid::regnamespace) as line
    from pg_namespace n where n.nspname = any($1)`;

const domainText = `
  format('CREATE DOMAIN %s AS %s%s%s%s;', format_type(t.oid, null), format_type(t.typbasetype, t.typtypmod),
         coalesce(' DEFAULT ' || t.typdefault, ''), case when t.typnotnull then ' NOT NULL' else '' end,
         (select string_agg(format(E'\\n  CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname collate "C")
            from pg_constraint k where k.contypid = t.oid and k.contype = 'c'))`;

/** Enumerations, domains, ranges and composite types. */
export const types = `
  select format_type(t.oid, null) as home,
         case t.typtype
           when 'e' then format('CREATE TYPE %s AS ENUM (%s);', format_type(t.oid, null),
             (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
           when 'r' then format('CREATE TYPE %s AS RANGE (SUBTYPE = %s);', format_type(t.oid, null),
             (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid))
           when 'd' then ${domainText}
           else format(E'CREATE TYPE %s AS (\\n  %s\\n);', format_type(t.oid, null),
             (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), E',\\n  ' order by a.attnum)
                from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))
         end as line
    from pg_type t left join pg_class c on c.oid = t.typrelid
   where t.typnamespace::regnamespace::text = any($1) and (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c'))
     and ${madeByUs("pg_type", "t.oid")}`;

/** Sequences that no identity column owns. */
export const sequences = `
  select c.oid::regclass::text as home,
         format('CREATE SEQUENCE %s AS %s INCREMENT BY %s START WITH %s;', c.oid::regclass,
                format_type(s.seqtypid, null), s.seqincrement, s.seqstart) as line
    from pg_class c join pg_sequence s on s.seqrelid = c.oid
   where c.relnamespace::regnamespace::text = any($1)
     and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`;

export const functions = `
  select p.oid::regprocedure::text as home, rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' as line
    from pg_proc p
   where p.pronamespace::regnamespace::text = any($1) and p.prokind in ('f', 'p', 'w')
     and ${madeByUs("pg_proc", "p.oid")}`;

const owned = `
  select 'SCHEMA' as kind, n.oid::regnamespace::text as object, n.nspowner as owner, n.nspacl as acl, null::name as part
    from pg_namespace n where n.nspname = any($1)
  union all
  select case c.relkind when 'S' then 'SEQUENCE' else 'TABLE' end, c.oid::regclass::text, c.relowner, c.relacl, null
    from pg_class c where c.relnamespace::regnamespace::text = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'S')
  union all
  select 'TABLE', c.oid::regclass::text, c.relowner, a.attacl, a.attname
    from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relnamespace::regnamespace::text = any($1) and a.attacl is not null
  union all
  select 'FUNCTION', p.oid::regprocedure::text, p.proowner, p.proacl, null
    from pg_proc p where p.pronamespace::regnamespace::text = any($1)`;

/** Everybody may execute a function unless that was taken back. */
export const revocations = `
  select o.object as home, format('REVOKE ALL ON FUNCTION %s FROM PUBLIC;', o.object) as line
    from (${owned}) o
   where o.kind = 'FUNCTION' and o.acl is not null
     and not exists (select from aclexplode(o.acl) a where a.grantee = 0)`;

/** Privileges of everybody but the owner. MAINTAIN is left out: PostgreSQL has it from 17 on only. */
export const grants = `
  select o.object as home,
         format('GRANT %s ON %s %s TO %s%s;',
                string_agg(a.privilege_type || coalesce(' (' || quote_ident(o.part) || ')', ''), ', '
                           order by o.part collate "C" nulls first,
                           array_position('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}', a.privilege_type)),
                o.kind, o.object, g.name, case when a.is_grantable then ' WITH GRANT OPTION' else '' end) as line
    from (${owned}) o
   cross join aclexplode(o.acl) a
   cross join lateral (select case when a.grantee = 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(a.grantee)) end as name) g
   where a.grantee <> o.owner and a.privilege_type <> 'MAINTAIN' and not (o.kind = 'FUNCTION' and a.grantee = 0)
   group by o.kind, o.object, g.name, a.is_grantable
   order by g.name collate "C", a.is_grantable`;

/** Comments, each under the object or the table it speaks of; builtin objects have smaller numbers. */
export const comments = `
  select coalesce(i.indrelid::regclass::text, k.conrelid::regclass::text, t.tgrelid::regclass::text, p.polrelid::regclass::text,
                  case when d.classoid = 'pg_class'::regclass then d.objoid::regclass::text
                       when d.classoid = 'pg_proc'::regclass then d.objoid::regprocedure::text
                       else o.identity end) as home,
         format('COMMENT ON %s %s IS %L;',
                upper(regexp_replace(o.type, '^(table (?=column|constraint)|composite (?=type))', '')), o.identity, d.description) as line
    from pg_description d
   cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) o
    left join pg_index i on d.classoid = 'pg_class'::regclass and i.indexrelid = d.objoid
    left join pg_constraint k on d.classoid = 'pg_constraint'::regclass and k.oid = d.objoid
    left join pg_trigger t on d.classoid = 'pg_trigger'::regclass and t.oid = d.objoid
    left join pg_policy p on d.classoid = 'pg_policy'::regclass and p.oid = d.objoid
   where d.objoid >= 16384 and d.classoid <> 'pg_extension'::regclass and $1::text[] is not null
   order by d.objsubid, o.type collate "C", o.identity collate "C"`;
