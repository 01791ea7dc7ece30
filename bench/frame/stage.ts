type Close = () => unknown;

/** What a benchmark has started and has to end again, in the reverse order, also when setting up fails. */
export class Stage {
  static readonly #open = new Set<Stage>();
  readonly #closes: Close[] = [];

  onClose(close: Close): void {
    Stage.#open.add(this);
    this.#closes.push(close);
  }

  async close(): Promise<void> {
    Stage.#open.delete(this);
    for (const close of this.#closes.splice(0).toReversed()) await close();
  }

  /** For a run that is cut off: ends whatever was started. */
  static async closeAll(): Promise<void> {
    for (const stage of [...Stage.#open].toReversed()) await stage.close().catch(() => {});
  }

  static async fill<Result>(set: (stage: Stage) => Promise<Result>): Promise<Result> {
    const stage = new Stage();
    try {
      return await set(stage);
    } catch (error) {
      await stage.close();
      throw error;
    }
  }
}
