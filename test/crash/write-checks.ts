import type { Answer, Named, Tap, Word, Write } from "./model.ts";
import type { Afterwards, Check } from "./afterwards.ts";

interface Counted {
  readonly name: string;
  readonly n: number;
}

/** Each of these is there once where it was acknowledged, and at most once where it was not. */
const onceEach = async (
  { owner }: Afterwards,
  name: string,
  written: readonly Named[],
  statement: string,
): Promise<Check> => {
  const { rows } = await owner.query<Counted>(statement, [written.map((one) => one.name)]);
  const counts = new Map(rows.map((row) => [row.name, row.n]));
  const problems = written.flatMap((one) => {
    const n = counts.get(one.name) ?? 0;
    const isRight = one.sure ? n === 1 : n <= 1;
    return isRight
      ? []
      : [`${one.name}: ${n} times, ${one.sure ? "acknowledged" : "not acknowledged"}`];
  });
  return { name, looked: written.length, problems };
};

const taps = async ({ owner, model }: Afterwards): Promise<Check> => {
  const { rows } = await owner.query<Omit<Tap, "sure">>(
    `select id, session_id as "sessionId", patient_id as "patientId", kind, occurred_at as "occurredAt"
       from stepwell.attendance_event where id = any($1)`,
    [model.taps.map((tap) => tap.id)],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const problems = model.taps.flatMap((tap) => {
    const row = known.get(tap.id);
    if (row === undefined) return tap.sure ? [`tap ${tap.id} (${tap.kind}) is lost`] : [];
    const isSame =
      row.sessionId === tap.sessionId &&
      row.patientId === tap.patientId &&
      row.kind === tap.kind &&
      Date.parse(row.occurredAt) === Date.parse(tap.occurredAt);
    return isSame ? [] : [`tap ${tap.id} is another one than was sent`];
  });
  return {
    name: "every tap is in the ledger once, as it was sent",
    looked: model.taps.length,
    problems,
  };
};

/** What may stand there: the last word that was acknowledged, or a later one that was not. */
const possible = <Said extends Write>(said: readonly Said[]): readonly Said[] =>
  said.slice(
    Math.max(
      0,
      said.findLastIndex((one) => one.sure),
    ),
  );

const isSaid = (said: readonly Write[]): boolean => said.some((one) => one.sure);

const textOf = (value: unknown): string => JSON.stringify(value);

const words = async ({ owner, model }: Afterwards): Promise<Check> => {
  const places = [...model.words].map(([key, said]) => {
    const [sessionId = "", patient = "", field = ""] = key.split(" ");
    return { key, said, sessionId, patient, field };
  });
  const { rows } = await owner.query<{ place: string; values: readonly unknown[] }>(
    `select d.session_id || ' ' || coalesce(d.patient_id::text, 'shared') || ' ' || f.key as place,
            jsonb_build_array(f.value -> 'value')
              || (select coalesce(jsonb_agg(b -> 'value'), '[]') from jsonb_array_elements(f.value -> 'beside') b) as values
       from stepwell.note_draft d, jsonb_each(d.fields) f where d.session_id = any($1)`,
    [[...new Set(places.map((place) => place.sessionId))]],
  );
  const kept = new Map(rows.map((row) => [row.place, new Set(row.values.map(textOf))]));
  const problems = places.flatMap(({ said, sessionId, patient, field }) => {
    const there = kept.get(`${sessionId} ${patient} ${field}`) ?? new Set<string>();
    const isThere = possible<Word>(said).some((word) => there.has(textOf(word.value)));
    return isThere || !isSaid(said)
      ? []
      : [`${field} of ${patient} in ${sessionId} lost its last word`];
  });
  const looked = places.reduce((sum, { said }) => sum + said.length, 0);
  return {
    name: "every acknowledged word of a draft is there, in its field or beside it",
    looked,
    problems,
  };
};

const answers = async ({ owner, model }: Afterwards): Promise<Check> => {
  const byItem = Map.groupBy(model.answers, (one) => `${one.requestId} ${one.item}`);
  const { rows } = await owner.query<{ place: string; value: number }>(
    `select r.request_id || ' ' || a.key as place, (a.value #>> '{}')::int as value
       from stepwell.measure_response r, jsonb_each(r.answers) a where r.request_id = any($1)`,
    [[...new Set(model.answers.map((one) => one.requestId))]],
  );
  const kept = new Map(rows.map((row) => [row.place, row.value]));
  const problems = [...byItem].flatMap(([place, said]) => {
    const isThere = possible<Answer>(said).some((one) => one.value === kept.get(place));
    return isThere || !isSaid(said) ? [] : [`answer ${place} is ${String(kept.get(place))}`];
  });
  return {
    name: "every answer of a measure is there as it was last given",
    looked: model.answers.length,
    problems,
  };
};

/** A critical answer that was acknowledged raised its task in the same moment; none is closed that nobody closed. */
const alerts = async ({ owner, model }: Afterwards): Promise<Check> => {
  const critical = [
    ...new Set(
      model.answers
        .filter((one) => one.sure && one.item === "9" && one.value > 0)
        .map((one) => one.requestId),
    ),
  ];
  const { rows } = await owner.query<{ id: string; request: string; closed: boolean }>(
    `select id, record_id as request, closed_at is not null as closed from stepwell.task
      where kind = 'crisis-answer' and record_id = any($1)`,
    [critical],
  );
  const byRequest = Map.groupBy(rows, (row) => row.request);
  const closedBySomebody = new Set(model.closures.map((one) => one.taskId));
  const problems = critical.flatMap((request) => {
    const raised = byRequest.get(request) ?? [];
    if (raised.length === 0) return [`no alert of measure ${request}`];
    if (raised.filter((task) => !task.closed).length > 1)
      return [`measure ${request} is alerted twice`];
    return raised.some((task) => task.closed && !closedBySomebody.has(task.id))
      ? [`the alert of measure ${request} was closed by nobody`]
      : [];
  });
  return {
    name: "every alert of a critical answer stands, or was closed by somebody",
    looked: critical.length,
    problems,
  };
};

const closures = async ({ owner, model }: Afterwards): Promise<Check> => {
  const { rows } = await owner.query<{ id: string; words: string | null }>(
    "select id, closure_words as words from stepwell.task where id = any($1)",
    [model.closures.map((one) => one.taskId)],
  );
  const kept = new Map(rows.map((row) => [row.id, row.words]));
  const problems = model.closures
    .filter((one) => one.sure && kept.get(one.taskId) !== one.words)
    .map((one) => `task ${one.taskId} does not say how it was closed`);
  return {
    name: "every closed task is closed, in the words of who closed it",
    looked: model.closures.length,
    problems,
  };
};

/** What was acknowledged is there once; what was not is there at most once. */
export const writeChecks = async (afterwards: Afterwards): Promise<readonly Check[]> => {
  const { model } = afterwards;
  return [
    await onceEach(
      afterwards,
      "everybody who was registered is there once",
      model.people,
      "select family_name as name, count(*)::int as n from stepwell.patient where family_name = any($1) group by 1",
    ),
    await onceEach(
      afterwards,
      "every planned group is there once",
      model.sessions,
      "select name, count(*)::int as n from stepwell.session where name = any($1) group by 1",
    ),
    await onceEach(
      afterwards,
      "every task that was written down is there once",
      model.tasks,
      "select details ->> 'words' as name, count(*)::int as n from stepwell.task where details ->> 'words' = any($1) group by 1",
    ),
    await taps(afterwards),
    await words(afterwards),
    await answers(afterwards),
    await alerts(afterwards),
    await closures(afterwards),
  ];
};
