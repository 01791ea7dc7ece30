import { openListener, type Listener } from "#server/db/listener.ts";

/** A record that changed, as told to screens: nothing but what to fetch again. */
export interface LiveEvent {
  readonly kind: string;
  readonly id: string;
}

type Hear = (event: LiveEvent) => void;

export interface LiveHub {
  /** Hears the changes of one organization; answers how to stop hearing. */
  subscribe(organizationId: string, hear: Hear): () => void;
  stop(): Promise<void>;
}

interface HubOptions {
  readonly url: string;
  readonly onError: (error: Error) => void;
}

const channel = "stepwell";
const shortestPauseMs = 100;
const longestPauseMs = 10_000;

/** Who listens for which organization. */
class Hearers {
  readonly #byOrganization = new Map<string, Set<Hear>>();

  add(organizationId: string, hear: Hear): () => void {
    const set = this.#byOrganization.get(organizationId) ?? new Set();
    this.#byOrganization.set(organizationId, set.add(hear));
    return () => {
      set.delete(hear);
      if (set.size === 0) this.#byOrganization.delete(organizationId);
    };
  }

  tell(payload: string): void {
    const [organizationId, kind, id] = payload.split(" ");
    if (organizationId === undefined || kind === undefined || id === undefined) return;
    for (const hear of this.#byOrganization.get(organizationId) ?? []) hear({ kind, id });
  }

  /** What was missed is unknown, so everybody is told to fetch everything. */
  tellAll(): void {
    for (const id of this.#byOrganization.keys()) this.tell(`${id} everything ${id}`);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/** The one listening connection of this process, opened again with growing pauses whenever it is lost. */
class Ear {
  readonly #options: HubOptions;
  readonly #hearers: Hearers;
  #listener: Listener | undefined;
  #isStopped = false;

  constructor(options: HubOptions, hearers: Hearers) {
    this.#options = options;
    this.#hearers = hearers;
  }

  async open(): Promise<void> {
    const { url, onError } = this.#options;
    this.#listener = await openListener({
      url,
      channel,
      hear: (payload) => this.#hearers.tell(payload),
      onEnd: () => void this.#reopen(),
      onError,
    });
    if (this.#isStopped) await this.#listener.close();
  }

  async #reopen(): Promise<void> {
    for (let ms = shortestPauseMs; !this.#isStopped; ms = Math.min(ms * 2, longestPauseMs)) {
      await pause(ms);
      try {
        await this.open();
        return this.#hearers.tellAll();
      } catch (error) {
        this.#options.onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#listener?.close();
  }
}

/**
 * Passes changes on to the screens of their organization. While the listening connection is lost nothing is
 * heard, so on its return every screen is told to fetch everything again (`kind: "everything"`).
 */
export const startLiveHub = async (options: HubOptions): Promise<LiveHub> => {
  const hearers = new Hearers();
  const ear = new Ear(options, hearers);
  await ear.open();
  return {
    subscribe: (organizationId, hear) => hearers.add(organizationId, hear),
    stop: () => ear.stop(),
  };
};
