/** What a statement's value looks like to PostgreSQL: bytes as they are, everything else as text, or nothing. */
export type WireValue = Buffer | string | null;

const asText = 0;
const asBytes = 1;
const codes = {
  parse: 0x50,
  bind: 0x42,
  describe: 0x44,
  execute: 0x45,
  close: 0x43,
  sync: 0x53,
} as const;
const portal = 0x50;
const statement = 0x53;
const messageHead = 5;

/**
 * Messages of PostgreSQL's extended protocol, put into one buffer, so that a whole exchange is one write to the socket:
 * a write costs more than anything that is in it. The driver writes each message by itself.
 */
class WireMessages {
  #buffer = Buffer.allocUnsafe(4096);
  #length = 0;
  #start = 0;

  /** Parses a text under a name, whatever had that name before. */
  parse(name: string, text: string): this {
    this.#begin(codes.close).#byte(statement).#text(name).#end();
    return this.#begin(codes.parse).#text(name).#text(text).#int16(0).#end();
  }

  /** Values for a statement that was parsed; results come as text. */
  bind(name: string, values: readonly WireValue[]): this {
    this.#begin(codes.bind).#text("").#text(name).#int16(values.length);
    for (const value of values) this.#int16(value instanceof Buffer ? asBytes : asText);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    return this.#int16(0).#end();
  }

  describe(): this {
    return this.#begin(codes.describe).#byte(portal).#text("").#end();
  }

  execute(): this {
    return this.#begin(codes.execute).#text("").#int32(0).#end();
  }

  sync(): this {
    return this.#begin(codes.sync).#end();
  }

  /** Everything so far, as bytes of their own; begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #begin(code: number): this {
    this.#start = this.#length;
    this.#byte(code).#room(messageHead);
    this.#length += messageHead - 1;
    return this;
  }

  /** Writes the message's length, which counts itself and not the code. */
  #end(): this {
    this.#buffer.writeInt32BE(this.#length - this.#start - 1, this.#start + 1);
    return this;
  }

  #value(value: WireValue): this {
    if (value === null) return this.#int32(-1);
    if (typeof value !== "string") {
      this.#int32(value.length).#room(value.length);
      this.#length += value.copy(this.#buffer, this.#length);
      return this;
    }
    const bytes = Buffer.byteLength(value);
    this.#int32(bytes).#room(bytes);
    this.#length += this.#buffer.write(value, this.#length);
    return this;
  }

  #text(text: string): this {
    this.#room(text.length * 3 + 1);
    this.#length += this.#buffer.write(text, this.#length);
    return this.#byte(0);
  }

  #byte(value: number): this {
    this.#room(1);
    this.#buffer[this.#length++] = value;
    return this;
  }

  #int16(value: number): this {
    this.#room(2);
    this.#length = this.#buffer.writeInt16BE(value, this.#length);
    return this;
  }

  #int32(value: number): this {
    this.#room(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
    return this;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}

const spare = new WireMessages();

/** Fills one buffer with messages. Nothing is kept of one that failed half way. */
export const wireBytes = (fill: (messages: WireMessages) => void): Buffer => {
  try {
    fill(spare);
    return spare.take();
  } catch (error) {
    spare.take();
    throw error;
  }
};
