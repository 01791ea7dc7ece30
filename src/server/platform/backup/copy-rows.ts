import type pg from "pg";

type Wake = () => void;

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/** Beyond so many bytes that nobody has taken, the server is left waiting. */
const mostWaiting = 1024 * 1024;

/** What the driver runs for `COPY … TO STDOUT`: every message is one whole row. */
class CopyOut {
  readonly #text: string;
  #connection: pg.Connection | undefined;
  #rows: Buffer[] = [];
  #waiting = 0;
  #isOver = false;
  #failure: Error | undefined;
  #wake: Wake = () => {};

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: pg.Connection): null {
    this.#connection = connection;
    connection.query(this.#text);
    return null;
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The driver writes the next messages over the bytes it hands out.
    this.#rows.push(Buffer.from(chunk));
    this.#waiting += chunk.length;
    if (this.#waiting > mostWaiting) this.#connection?.stream.pause();
    this.#wake();
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.#failure = asError(error);
    this.#wake();
  }

  handleReadyForQuery(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** The rows that have come since; undefined at the end. */
  async next(): Promise<readonly Buffer[] | undefined> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#rows.length > 0) {
        const rows = this.#rows;
        this.#rows = [];
        this.#waiting = 0;
        this.#connection?.stream.resume();
        return rows;
      }
      if (this.#isOver) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** The rows that a `COPY … TO STDOUT` sends, some at a time. Whoever stops early must close the connection. */
export async function* copyOut(
  client: pg.ClientBase,
  text: string,
): AsyncGenerator<readonly Buffer[]> {
  const copy = new CopyOut(text);
  client.query(copy);
  for (;;) {
    const rows = await copy.next();
    if (rows === undefined) return;
    yield rows;
  }
}

const letters = { data: 0x64, done: 0x63, fail: 0x66 } as const;

const messageHead = (letter: number, length: number): Buffer => {
  const head = Buffer.alloc(5);
  head[0] = letter;
  head.writeUInt32BE(length + 4, 1);
  return head;
};

/** What the driver runs for `COPY … FROM STDIN`. */
class CopyIn {
  readonly #text: string;
  #connection: pg.Connection | undefined;
  #isOpen = false;
  #isOver = false;
  #failure: Error | undefined;
  #wake: Wake = () => {};

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: pg.Connection): null {
    this.#connection = connection;
    connection.query(this.#text);
    return null;
  }

  handleCopyInResponse(): void {
    this.#isOpen = true;
    this.#wake();
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.#failure = asError(error);
    this.#wake();
  }

  handleReadyForQuery(): void {
    this.#isOver = true;
    this.#wake();
  }

  async #until(isReached: () => boolean): Promise<void> {
    while (!isReached()) {
      if (this.#failure !== undefined) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  async write(bytes: Buffer): Promise<void> {
    await this.#until(() => this.#isOpen);
    const stream = this.#connection?.stream;
    if (stream === undefined) return;
    stream.write(messageHead(letters.data, bytes.length));
    if (stream.write(bytes)) return;
    const wake = () => this.#wake();
    stream.once("drain", wake);
    stream.once("close", wake);
    await this.#until(() => !stream.writableNeedDrain || stream.destroyed);
    stream.off("drain", wake);
    stream.off("close", wake);
  }

  async end(): Promise<void> {
    await this.#until(() => this.#isOpen);
    this.#connection?.stream.write(messageHead(letters.done, 0));
    await this.#until(() => this.#isOver);
  }

  /** Tells the server to undo the statement; without this it waits for more. */
  async fail(): Promise<void> {
    if (this.#failure !== undefined || !this.#isOpen) return;
    const reason = Buffer.from("the backup could not be read on\0");
    this.#connection?.stream.write(
      Buffer.concat([messageHead(letters.fail, reason.length), reason]),
    );
    await this.#until(() => this.#isOver).catch(() => {});
  }
}

/** Feeds bytes to a `COPY … FROM STDIN`, no faster than the server takes them. */
export const copyIn = async (
  client: pg.ClientBase,
  text: string,
  source: AsyncIterable<Buffer>,
): Promise<void> => {
  const copy = new CopyIn(text);
  client.query(copy);
  try {
    for await (const bytes of source) await copy.write(bytes);
  } catch (error) {
    await copy.fail();
    throw error;
  }
  await copy.end();
};
