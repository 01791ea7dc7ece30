import { generalProblems } from "#domain/contract/problem.ts";
import {
  asSchema,
  listOf,
  schemaLines,
  type Schema,
  type SchemaLine,
} from "#server/pages/api-schema.ts";
import { fillHtml } from "#server/pages/fill-html.ts";
import type { PageContent } from "#server/pages/frame.ts";
import { html, type Html } from "#server/pages/html.ts";
import type { Page } from "#server/pages/page.ts";

type Say = Page["say"];
/** One act: a method on a path. */
interface Act {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly group: string;
  readonly operation: Schema;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Every act of an OpenAPI document, in the order of its paths. */
export const actsOf = (document: Schema): readonly Act[] =>
  Object.entries(asSchema(document["paths"])).flatMap(([path, methods]) =>
    Object.entries(asSchema(methods)).map(([method, value]): Act => {
      const operation = asSchema(value);
      const [group] = listOf(operation["tags"]);
      const id = `${method}-${path.replace(/[^a-zA-Z]+/g, "-").replace(/^-|-$/g, "")}`;
      return { id, method: method.toUpperCase(), path, group: text(group), operation };
    }),
  );

const typeLink = (line: SchemaLine): Html =>
  line.shape === undefined
    ? html`<span>${line.type}</span>`
    : html`<a href="#shape-${line.shape}">${line.type}</a>`;

const fieldRow = (say: Say, line: SchemaLine, place?: string): Html =>
  html` <tr>
    <th scope="row">
      <code>${line.name === "" ? "·" : line.name}</code
      >${!line.isRequired && html` <span class="hint">${say("api.optional")}</span>`}
    </th>
    ${place !== undefined && html`<td>${place}</td>`}
    <td>${typeLink(line)}</td>
  </tr>`;

const table = (caption: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html` <div class="table" tabindex="0" role="group" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

const contentSchema = (holder: Schema): { readonly type: string; readonly schema: Schema } => {
  const [entry] = Object.entries(asSchema(holder["content"]));
  return { type: entry?.[0] ?? "", schema: asSchema(asSchema(entry?.[1])["schema"]) };
};

const inputs = (say: Say, operation: Schema): Html => {
  const parameters = listOf(operation["parameters"])
    .map(asSchema)
    .flatMap((parameter) =>
      schemaLines({
        type: "object",
        properties: { [text(parameter["name"])]: parameter["schema"] },
        required: parameter["required"] === true ? [text(parameter["name"])] : [],
      }).map((line) => fieldRow(say, line, text(parameter["in"]))),
    );
  const { type, schema } = contentSchema(asSchema(operation["requestBody"]));
  const place = type === "application/json" ? "body" : type;
  const body = schemaLines(schema).map((line) => fieldRow(say, line, place));
  const rows = [...parameters, ...body];
  if (rows.length === 0) return html`<p class="hint">${say("api.noInputs")}</p>`;
  return table(say("api.inputs"), [say("api.name"), say("api.place"), say("api.type")], rows);
};

const outputs = (say: Say, status: string, answer: Schema): Html => {
  const { type, schema } = contentSchema(answer);
  const lines = schemaLines(schema);
  const caption = say("api.outputs", { status });
  if (lines.length === 0) return html`<p class="hint">${caption}: ${say("api.noOutputs")}</p>`;
  const heading = type === "application/json" ? caption : `${caption}, ${type}`;
  const [only] = lines;
  if (lines.length === 1 && only?.name === "")
    return html`<p class="whole"><strong>${heading}</strong> ${typeLink(only)}</p>`;
  const rows = lines.map((line) => fieldRow(say, line));
  return table(heading, [say("api.name"), say("api.type")], rows);
};

const codeRow = (code: string, status: string | number): Html =>
  html`<tr>
    <th scope="row"><code>${code}</code></th>
    <td>${status}</td>
  </tr>`;

const refusals = (say: Say, answers: Schema): Html | false => {
  const rows = Object.entries(answers)
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([status, answer]) =>
      text(asSchema(answer)["description"])
        .split(", ")
        .map((code) => codeRow(code, status)),
    );
  return rows.length > 0 && table(say("api.errors"), [say("api.code"), say("api.status")], rows);
};

const permissionWord = (say: Say, permission: string): Html => {
  if (permission === "anyone") return html`${say("api.anyone")}`;
  if (permission === "signed-in") return html`${say("api.signedIn")}`;
  return html`<code>${permission}</code>`;
};

const actSection = (say: Say, act: Act): Html => {
  const { operation } = act;
  const answers = asSchema(operation["responses"]);
  const status = Object.keys(answers).find((one) => /^[23]/.test(one)) ?? "200";
  const said = [
    act.method,
    act.path,
    ...["summary", "x-audit", "x-permission"].map((name) => text(operation[name])),
  ];
  return html` <article
    class="card act"
    id="${act.id}"
    data-words="${said.join(" ").toLowerCase()}"
  >
    <h3>
      <a
        class="anchor"
        href="#${act.id}"
        aria-label="${say("api.link", { name: `${act.method} ${act.path}` })}"
        ><span class="method">${act.method}</span> <code>${act.path}</code></a
      >
    </h3>
    <p lang="en">${text(operation["summary"])}</p>
    <dl class="marks">
      <div>
        <dt>${say("api.permission")}</dt>
        <dd>${permissionWord(say, text(operation["x-permission"]))}</dd>
      </div>
      <div>
        <dt>${say("api.purpose")}</dt>
        <dd><code>${text(operation["x-purpose"])}</code></dd>
      </div>
      <div>
        <dt>${say("api.audit")}</dt>
        <dd><code>${text(operation["x-audit"])}</code></dd>
      </div>
    </dl>
    ${inputs(say, operation)} ${outputs(say, status, asSchema(answers[status]))}
    ${refusals(say, answers)}
  </article>`;
};

const rules = (say: Say): Html => {
  const code = (value: string) => html`<code>${value}</code>`;
  const lines = [
    fillHtml(say("api.ruleSession", { cookie: "{cookie}" }), { cookie: code("stepwell_session") }),
    fillHtml(say("api.ruleIdempotency", { header: "{header}" }), {
      header: code("idempotency-key"),
    }),
    fillHtml(say("api.ruleProblem", { type: "{type}" }), {
      type: code("application/problem+json"),
    }),
    fillHtml(say("api.ruleRequest", { header: "{header}" }), { header: code("x-request-id") }),
  ];
  const codes = Object.entries(generalProblems).map(([name, status]) => codeRow(name, status));
  return html` <section class="part">
    <h2>${say("api.rulesTitle")}</h2>
    <ul class="plain">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <details>
      <summary>${say("api.problemsTitle")}</summary>
      ${table(say("api.problemsTitle"), [say("api.code"), say("api.status")], codes)}
    </details>
  </section>`;
};

const shapes = (say: Say, document: Schema): Html => {
  const all = Object.entries(asSchema(asSchema(document["components"])["schemas"]));
  const sections = all.map(([name, schema]) => {
    const rows = schemaLines(asSchema(schema)).map((line) => fieldRow(say, line));
    return html`<section class="card" id="shape-${name}">
      ${table(name, [say("api.name"), say("api.type")], rows)}
    </section>`;
  });
  return html`<section class="part">
    <h2>${say("api.shapes")}</h2>
    <div class="list">${sections}</div>
  </section>`;
};

const search = (say: Say): Html =>
  html` <div class="ask find" hidden>
    <label for="find-act">${say("api.search")}</label>
    <input id="find-act" type="search" autocomplete="off" aria-keyshortcuts="/" />
    <p
      id="found-acts"
      class="hint"
      role="status"
      data-sentence="${say("api.found", { found: "{found}", all: "{all}" })}"
    ></p>
  </div>`;

/** The whole API on one page, made from its OpenAPI document. */
export const apiPage = (page: Page, document: Schema, script: string): PageContent => {
  const { say } = page;
  const acts = actsOf(document);
  const groups = [...Map.groupBy(acts, (act) => act.group)];
  return {
    title: say("api.title"),
    description: say("api.description"),
    isWide: true,
    script,
    main: html` <div class="opening">
        <h1>${say("api.title")}</h1>
        <p class="lead">
          ${fillHtml(say("api.lead", { base: "{base}" }), { base: html`<code>/api</code>` })}
        </p>
        <p><a href="/api/openapi.json">${say("api.download")}</a></p>
      </div>
      <div class="reference">
        <nav class="groups" aria-label="${say("api.groups")}">
          ${search(say)}
          <ul>
            ${groups.map(([name, members]) => html`<li><a href="#group-${name}">${name}</a> <span class="hint">${members.length}</span></li>`)}
            <li><a href="#shapes">${say("api.shapes")}</a></li>
          </ul>
        </nav>
        <div>
          ${rules(say)}
          ${groups.map(
            ([name, members]) =>
              html`<section class="part" data-group>
                <h2 id="group-${name}" lang="en">${name}</h2>
                <div class="list">${members.map((act) => actSection(say, act))}</div>
              </section>`,
          )}
          <div id="shapes">${shapes(say, document)}</div>
        </div>
      </div>`,
  };
};
