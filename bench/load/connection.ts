import net from "node:net";

const headEnd = "\r\n\r\n";

/**
 * One keep-alive HTTP/1.1 connection that sends prepared bytes and waits for the whole answer. It knows of HTTP
 * only what our servers send (a status and a content-length): a full client would take more CPU than the
 * servers it is to measure, on cores they share.
 */
export class Connection {
  readonly #socket: net.Socket;
  #pending: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  #received: Buffer | undefined;
  #needed = 0;
  #bodyAt = 0;
  #status = 0;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    socket.on("close", () => this.#pending?.reject(new Error("the connection was closed")));
    socket.on("error", () => {});
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("connect", () => resolve(new Connection(socket)));
      socket.once("error", reject);
    });
  }

  /** Sends one request and answers the status when the last byte of the body has come. */
  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#received = undefined;
      this.#needed = 0;
      this.#socket.write(request);
    });
  }

  /** The body of the last answer. */
  get body(): string {
    return this.#received?.toString("utf8", this.#bodyAt, this.#needed) ?? "";
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const received = this.#received === undefined ? chunk : Buffer.concat([this.#received, chunk]);
    this.#received = received;
    if (this.#needed === 0) {
      const end = received.indexOf(headEnd);
      if (end < 0) return;
      const head = received.toString("latin1", 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      this.#status = Number(head.slice(9, 12));
      if (length === undefined) return this.#fail("an answer without a content-length");
      this.#bodyAt = end + headEnd.length;
      this.#needed = this.#bodyAt + Number(length);
    }
    if (received.length < this.#needed) return;
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.resolve(this.#status);
  }

  #fail(why: string): void {
    this.#pending?.reject(new Error(why));
    this.#socket.destroy();
  }
}
