type Stop = () => unknown;

const patienceMs = 8000;

/** What has to be stopped, in the reverse of the order it was started; each part gets a few seconds. */
export class Lifetime {
  readonly #stops: Stop[] = [];
  #stopping: Promise<void> | undefined;

  /** Remembers how to stop a part that was just started. */
  onStop(stop: Stop): void {
    this.#stops.push(stop);
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Stops everything once; a second call waits for the first. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops.toReversed()) {
      const given = new Promise((resolve) => {
        setTimeout(resolve, patienceMs).unref();
      });
      await Promise.race([Promise.resolve(stop()).catch(() => {}), given]);
    }
  }
}
