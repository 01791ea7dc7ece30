import type pg from "pg";
import { databaseState, type DatabaseState } from "#server/platform/health/health.queries.ts";

export type NotReadyCode =
  | "database-unreachable"
  | "worker-stopped"
  | Exclude<DatabaseState, "up-to-date">;

export interface ReadinessSources {
  readonly pool: pg.Pool;
  /** False while the worker that carries out errands does not run. */
  isWorkerRunning(): boolean;
}

const patienceMs = 2000;
const keptMs = 1000;

/** The answer, or `database-unreachable` when there is none within two seconds. */
const databaseCode = async (pool: pg.Pool): Promise<NotReadyCode | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<NotReadyCode>((resolve) => {
    timer = setTimeout(() => resolve("database-unreachable"), patienceMs);
  });
  const asked = databaseState(pool).then(
    (state) => (state === "up-to-date" ? undefined : state),
    (): NotReadyCode => "database-unreachable",
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
};

interface Look {
  readonly code: Promise<NotReadyCode | undefined>;
  endsMs: number;
}

const look = (pool: pg.Pool): Look => {
  const begun: Look = { code: databaseCode(pool), endsMs: Infinity };
  void begun.code.finally(() => {
    begun.endsMs = performance.now() + keptMs;
  });
  return begun;
};

/**
 * What keeps this process from serving; empty when it is ready. Asked many times in a second it looks once, so that
 * a balancer that is impatient with a slow database does not make it slower.
 */
export const readiness = ({ pool, isWorkerRunning }: ReadinessSources) => {
  let last: Look | undefined;
  return async (): Promise<readonly NotReadyCode[]> => {
    if (last === undefined || last.endsMs <= performance.now()) last = look(pool);
    const code = await last.code;
    const codes: readonly NotReadyCode[] = code === undefined ? [] : [code];
    return isWorkerRunning() ? codes : [...codes, "worker-stopped"];
  };
};
