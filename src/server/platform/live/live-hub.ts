import pg from "pg";

/** A record that changed, as told to screens: nothing but what to fetch again. */
export interface LiveEvent {
  readonly kind: string;
  readonly id: string;
}

export interface LiveHub {
  /** Hears the changes of one organization; answers how to stop hearing. */
  subscribe(organizationId: string, hear: (event: LiveEvent) => void): () => void;
  stop(): Promise<void>;
}

const channel = "stepwell";
const longestPauseMs = 10_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/**
 * One listening connection for the whole process. While it is lost nothing is heard, so on its return every
 * screen is told to fetch everything again (`kind: "everything"`).
 */
export const startLiveHub = async (options: {
  readonly url: string;
  readonly onError: (error: Error) => void;
}): Promise<LiveHub> => {
  const hearers = new Map<string, Set<(event: LiveEvent) => void>>();
  let client: pg.Client | undefined;
  let isStopped = false;

  const tell = (organizationId: string, event: LiveEvent) => {
    for (const hear of hearers.get(organizationId) ?? []) hear(event);
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: options.url,
      application_name: "stepwell-live",
    });
    next.on("notification", ({ payload }) => {
      const [organizationId, kind, id] = (payload ?? "").split(" ");
      if (organizationId !== undefined && kind !== undefined && id !== undefined)
        tell(organizationId, { kind, id });
    });
    next.on("error", options.onError);
    next.once("end", () => {
      if (!isStopped) void reconnect();
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  };

  const reconnect = async (): Promise<void> => {
    for (
      let milliseconds = 100;
      !isStopped;
      milliseconds = Math.min(milliseconds * 2, longestPauseMs)
    ) {
      await pause(milliseconds);
      try {
        await connect();
        for (const organizationId of hearers.keys())
          tell(organizationId, { kind: "everything", id: organizationId });
        return;
      } catch (error) {
        options.onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };

  await connect();
  return {
    subscribe(organizationId, hear) {
      const set = hearers.get(organizationId) ?? new Set();
      hearers.set(organizationId, set.add(hear));
      return () => {
        set.delete(hear);
        if (set.size === 0) hearers.delete(organizationId);
      };
    },
    async stop() {
      isStopped = true;
      await client?.end();
    },
  };
};
