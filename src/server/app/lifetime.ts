type Stop = () => unknown;

const patienceMs = 8000;

/** Thrown to whoever is still starting parts while everything is being stopped. */
export class StoppedMeanwhile extends Error {}

/** Stops one part: an error of its own does not keep the others from stopping, nor does one that takes too long. */
const settle = (stop: Stop): Promise<void> => {
  const given = new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs).unref();
  });
  const stopped = (async () => {
    await stop();
  })().catch(() => {});
  return Promise.race([stopped, given]);
};

/** What has to be stopped, in the reverse of the order it was started; each part gets a few seconds. */
export class Lifetime {
  readonly #stops: Stop[] = [];
  #stopping: Promise<void> | undefined;

  /**
   * Remembers how to stop a part that was just started. While everything is being stopped it is stopped at once, and
   * whoever started it learns that there is nothing left to start for.
   */
  onStop(stop: Stop): void {
    if (this.#stopping === undefined) {
      this.#stops.push(stop);
      return;
    }
    this.#stopping = this.#stopping.then(() => settle(stop));
    throw new StoppedMeanwhile();
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
    for (const stop of this.#stops.toReversed()) await settle(stop);
  }
}
