import { describe, expect, test } from "vitest";
import { importZones } from "./import-rules.ts";
import { lintPlanted } from "./planted-tree.ts";
import { ruleNames } from "./restrictions.ts";
import type { RuleName } from "./restrictions.ts";

type Import = readonly [file: string, specifier: string];

/** For every rule: imports it must catch, and the nearest ones it must let pass. */
const cases: Readonly<Record<RuleName, { caught: readonly Import[]; passed: readonly Import[] }>> =
  {
    "one spelling": {
      caught: [
        ["src/server/practice/parent.service.ts", "../finder/finder.queries.ts"],
        ["src/domain/practice/deep/parent.ts", "../../../server/db/pool.ts"],
        ["src/web/practice/parent-screen.tsx", "../../server/db/pool.ts"],
        ["src/domain/practice/detour.ts", "#domain/practice/../finder/listing.ts"],
        ["src/domain/practice/detour-below.ts", "./deep/../../finder/listing.ts"],
        ["src/server/practice/parent.test.ts", "../finder/finder.queries.ts"],
      ],
      passed: [
        ["src/server/practice/beside.service.ts", "./site.queries.ts"],
        ["src/domain/practice/beside.ts", "./deep/site.ts"],
      ],
    },
    "nothing depends on tests": {
      caught: [
        ["src/server/practice/tested.service.ts", "#test/support/clock.ts"],
        ["src/domain/practice/tested.ts", "./site.test.ts"],
        ["src/web/practice/tested-screen.tsx", "#web/practice/other-screen.test.tsx"],
        ["src/server/platform/tested.ts", "vitest"],
        ["src/demo/tested.ts", "#test/support/clock.ts"],
      ],
      passed: [
        ["src/domain/practice/own.test.ts", "#test/support/clock.ts"],
        ["src/domain/practice/attest.ts", "./latest.ts"],
      ],
    },
    "pure code stays pure": {
      caught: [
        ["src/domain/practice/files.ts", "node:fs"],
        ["src/domain/practice/database.ts", "pg"],
        ["src/domain/practice/near-zod.ts", "zodiac"],
        ["src/domain/practice/scoped.ts", "@mantine/core"],
        ["src/domain/basics/server.ts", "#server/platform/clock.ts"],
        ["src/domain/practice/screen.ts", "#web/ui/button.tsx"],
        ["src/domain/billing/claims/edi.ts", "#edi/837p/write.ts"],
        ["src/domain/health/fhir.ts", "#fhir/observation.ts"],
        ["src/edi/835/read.ts", "kysely"],
        ["src/edi/x12/server.ts", "#server/db/pool.ts"],
        ["src/fhir/patient.ts", "#web/ui/button.tsx"],
        ["src/domain/practice/pure.test.ts", "#server/platform/clock.ts"],
      ],
      passed: [
        ["src/domain/practice/schema.ts", "zod"],
        ["src/domain/practice/schema-part.ts", "zod/mini"],
        ["src/domain/basics/dates.ts", "temporal-polyfill"],
        ["src/edi/837p/write.ts", "#domain/billing/claims/claim.ts"],
        ["src/fhir/location.ts", "#domain/practice/site.ts"],
        ["src/domain/practice/golden.test.ts", "node:fs"],
      ],
    },
    "the table": {
      caught: [
        ["src/domain/practice/higher.ts", "#domain/finder/listing.ts"],
        ["src/domain/audit/higher.ts", "#domain/practice/site.ts"],
        ["src/domain/basics/higher.ts", "#domain/practice/site.ts"],
        ["src/domain/charting/bill.ts", "#domain/billing/charges/charge.ts"],
        ["src/domain/coverage/scored.ts", "#domain/measures/score.ts"],
        ["src/domain/coverage/scored-deep.ts", "#domain/measures/alerts/alert.ts"],
        ["src/domain/measures/instruments/scored.ts", "#domain/measures/score.ts"],
        ["src/domain/billing/charges/claimed.ts", "#domain/billing/claims/claim.ts"],
        ["src/server/practice/higher.service.ts", "#server/finder/finder.service.ts"],
        ["src/server/practice/domain.queries.ts", "#domain/patients/patient.ts"],
        ["src/server/access/higher.service.ts", "#server/practice/staff.service.ts"],
        ["src/web/practice/higher-screen.tsx", "#domain/finder/listing.api.ts"],
        ["src/server/practice/higher.db.test.ts", "#server/finder/finder.service.ts"],
      ],
      passed: [
        ["src/domain/finder/lower.ts", "#domain/practice/site.ts"],
        ["src/domain/coverage/instrument.ts", "#domain/measures/instruments/phq9.ts"],
        ["src/domain/measures/instrument.ts", "./instruments/phq9.ts"],
        ["src/domain/practice/own.ts", "#domain/practice/site.ts"],
        ["src/domain/contract/foundation.ts", "#domain/access/permissions.ts"],
        ["src/domain/reporting/all.ts", "#domain/billing/ledger/entry.ts"],
        ["src/web/finder/lower-screen.tsx", "#domain/practice/site.api.ts"],
      ],
    },
    "screens never reach the server": {
      caught: [
        ["src/web/practice/direct-screen.tsx", "#server/practice/site.service.ts"],
        ["src/web/app/staff/direct.tsx", "#edi/x12/write.ts"],
        ["src/web/ui/file.tsx", "node:path"],
        ["src/web/patient/direct.tsx", "#server/platform/clock.ts"],
      ],
      passed: [["src/web/practice/site-screen.tsx", "#domain/practice/site.api.ts"]],
    },
    "the server never reaches screens": {
      caught: [
        ["src/server/app/screen.ts", "#web/app/staff/router.tsx"],
        ["src/server/pages/screen.ts", "#web/ui/button.tsx"],
        ["src/server/practice/screen.service.ts", "#web/practice/site-screen.tsx"],
        ["src/demo/screen.ts", "#web/ui/button.tsx"],
        ["bin/screen.ts", "#web/ui/button.tsx"],
      ],
      passed: [["src/server/app/routes.ts", "#server/practice/site.routes.ts"]],
    },
    "only queries speak SQL": {
      caught: [
        ["src/server/practice/sql.service.ts", "kysely"],
        ["src/server/practice/sql.routes.ts", "pg"],
        ["src/server/platform/sql.ts", "pg"],
        ["src/server/pages/sql.ts", "kysely"],
        ["src/server/app/sql.ts", "pg"],
        ["src/server/connectors/mail/sql.ts", "pg-pool"],
        ["src/web/practice/sql-screen.tsx", "kysely"],
        ["src/demo/sql.ts", "pg"],
      ],
      passed: [
        ["src/server/practice/site.queries.ts", "kysely"],
        ["src/server/platform/outbox.queries.ts", "pg"],
        ["src/server/app/commands/organization.queries.ts", "kysely"],
        ["src/server/db/pool.ts", "pg"],
        ["src/demo/seed.queries.ts", "kysely"],
        ["src/server/practice/site.db.test.ts", "pg"],
      ],
    },
    "only routes speak HTTP": {
      caught: [
        ["src/server/practice/http.service.ts", "fastify"],
        ["src/server/practice/http.queries.ts", "@fastify/multipart"],
        ["src/server/db/http.ts", "fastify"],
        ["src/server/platform/http.queries.ts", "fastify"],
        ["src/server/pages/http.ts", "fastify"],
        ["src/web/practice/http-screen.tsx", "fastify"],
      ],
      passed: [
        ["src/server/practice/site.routes.ts", "fastify"],
        ["src/server/platform/mount.ts", "fastify"],
        ["src/server/app/build-server.ts", "@fastify/static"],
        ["src/server/pages/pages.routes.ts", "fastify"],
      ],
    },
    "nouns meet at services": {
      caught: [
        ["src/server/finder/queries.service.ts", "#server/practice/site.queries.ts"],
        ["src/server/finder/plain.service.ts", "#server/practice/site.ts"],
        ["src/server/finder/deep.service.ts", "#server/practice/sites/site.routes.ts"],
        ["src/server/practice/session.service.ts", "#server/access/session.queries.ts"],
        ["src/server/measures/instruments.service.ts", "#server/measures/instruments/a.queries.ts"],
        ["src/server/platform/session.ts", "#server/access/session.queries.ts"],
        ["src/server/pages/listing.ts", "#server/practice/site.queries.ts"],
        ["src/demo/weeks.ts", "#server/practice/site.queries.ts"],
        ["bin/commands/add.ts", "#server/access/account.queries.ts"],
        ["src/server/app/commands/add.ts", "#server/access/account.queries.ts"],
      ],
      passed: [
        ["src/server/finder/finder.service.ts", "#server/practice/site.service.ts"],
        ["src/server/finder/finder.jobs.ts", "#server/practice/site.events.ts"],
        ["src/server/practice/own.service.ts", "#server/practice/site.queries.ts"],
        ["src/demo/people.ts", "#server/practice/site.service.ts"],
        ["src/server/app/jobs.ts", "#server/practice/site.jobs.ts"],
      ],
    },
    "screens of two nouns meet in web/app": {
      caught: [
        ["src/web/practice/two-screen.tsx", "#web/audit/trail-panel.tsx"],
        ["src/web/audit/two-screen.tsx", "#web/access/sign-in-form.tsx"],
        ["src/web/platform/two.ts", "#web/access/sign-in-form.tsx"],
        ["src/web/patient/two-screen.tsx", "#web/practice/site-screen.tsx"],
        ["src/web/practice/two-screen.test.tsx", "#web/audit/trail-panel.tsx"],
      ],
      passed: [
        ["src/web/app/staff/routes.ts", "#web/audit/trail-screen.tsx"],
        ["src/web/practice/part-screen.tsx", "#web/ui/button.tsx"],
      ],
    },
    "platform knows no noun": {
      caught: [
        ["src/server/platform/noun.ts", "#domain/practice/site.ts"],
        ["src/server/platform/noun.queries.ts", "#server/audit/trail.service.ts"],
        ["src/server/db/noun.ts", "#server/practice/site.service.ts"],
        ["src/server/connectors/mail/noun.ts", "#domain/practice/site.ts"],
        ["src/web/ui/noun.tsx", "#domain/practice/site.ts"],
        ["src/web/platform/noun.ts", "#web/practice/site-screen.tsx"],
        ["src/server/platform/noun.db.test.ts", "#server/practice/site.service.ts"],
      ],
      passed: [
        ["src/server/platform/access.ts", "#domain/access/actor.ts"],
        ["src/web/platform/problem.ts", "#domain/contract/problem.ts"],
        ["src/server/app/jobs-of-nouns.ts", "#domain/practice/site.ts"],
      ],
    },
    "billing hears events only": {
      caught: [
        ["src/server/billing/charges/heard.service.ts", "#server/charting/note.service.ts"],
        ["src/server/billing/claims/heard.queries.ts", "#domain/scheduling/attendance.ts"],
        ["src/domain/billing/charges/heard.ts", "#domain/charting/notes/note.ts"],
      ],
      passed: [
        ["src/server/billing/charges/charges.jobs.ts", "#server/charting/note.events.ts"],
        ["src/domain/billing/charges/charge.ts", "#domain/scheduling/attendance.events.ts"],
        ["src/server/billing/charges/patients.service.ts", "#server/patients/patient.service.ts"],
      ],
    },
    "app is the top": {
      caught: [
        ["src/server/practice/top.service.ts", "#server/app/routes.ts"],
        ["src/server/platform/top.ts", "#server/pages/home.ts"],
        ["src/server/practice/demo.service.ts", "#demo/weeks.ts"],
        ["src/server/pages/demo.ts", "#demo/weeks.ts"],
        ["src/web/practice/top-screen.tsx", "#web/app/staff/router.tsx"],
        ["src/web/ui/top.tsx", "#web/app/staff/router.tsx"],
      ],
      passed: [
        ["src/server/app/start.ts", "#demo/weeks.ts"],
        ["src/web/app/staff/main.tsx", "#web/app/staff/router.tsx"],
      ],
    },
    "the kit stays with staff": {
      caught: [
        ["src/web/patient/day-screen.tsx", "@mantine/core"],
        ["src/web/ui/patient/card.tsx", "@mantine/hooks"],
        ["src/web/app/patient/shell.tsx", "@mantine/core"],
      ],
      passed: [
        ["src/web/patient/week-screen.tsx", "#domain/scheduling/week.api.ts"],
        ["src/web/ui/kit.tsx", "@mantine/core"],
      ],
    },
  };

/** The four ways of an import; each planted file takes the next one. */
const spellings = [
  (specifier: string) => `import "${specifier}";\n`,
  (specifier: string) => `export { thing } from "${specifier}";\n`,
  (specifier: string) => `import type { Thing } from "${specifier}";\nexport type Own = Thing;\n`,
  (specifier: string) => `export const load = () => import("${specifier}");\n`,
];

/** Type imports of SQL are open to platform, app, pages and demo, so those take another spelling. */
const spell = ([file, specifier]: Import, index: number) => {
  const open =
    /^(?:kysely|pg)/.test(specifier) && /server\/(?:platform|app|pages)\/|src\/demo\//.test(file);
  const write = spellings[open ? 0 : index % spellings.length] ?? spellings[0];
  return { file, text: write?.(specifier) ?? "" };
};

const all = Object.values(cases);
const caught = await lintPlanted(all.flatMap((one) => one.caught).map(spell));
const passed = await lintPlanted(all.flatMap((one) => one.passed).map(spell));

const rulesSaid = (
  findings: ReadonlyMap<string, readonly { text: string; rule: string }[]>,
  file: string,
) =>
  (findings.get(file) ?? [])
    .filter(({ rule }) => rule === "eslint(no-restricted-imports)")
    .map(({ text }) => ruleNames.find((name) => text.includes(` ${name}: `)) ?? text);

describe.each(ruleNames)("%s", (name) => {
  test.each(cases[name].caught)("%s may not import %s", (file) => {
    expect(rulesSaid(caught, file)).toEqual([name]);
  });
  test.each(cases[name].passed)("%s may import %s", (file) => {
    expect(rulesSaid(passed, file)).toEqual([]);
  });
});

test("every file of src falls into a zone", () => {
  const folders = importZones().flatMap((zone) => zone.files);
  for (const side of ["domain/practice", "edi", "fhir", "server/practice", "web/practice", "demo"])
    expect(folders).toContain(`src/${side}/**`);
  expect(importZones().length).toBeGreaterThan(200);
});

test("platform, app and pages may name the type of a pool", { timeout: 30_000 }, async () => {
  const text = 'import type pg from "pg";\nexport type Pool = pg.Pool;\n';
  const files = [
    "src/server/platform/pool-user.ts",
    "src/server/app/pool-user.ts",
    "src/server/pages/pool-user.ts",
  ];
  const findings = await lintPlanted(files.map((file) => ({ file, text })));
  for (const file of files) expect(findings.get(file)).toEqual([]);
});
