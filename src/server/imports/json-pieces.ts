import { brokenFile } from "#domain/imports/conflict.ts";

/**
 * A piece of a file of JSON: one of the entries of a Bundle or of the elements of a list (`member`), or a value that stands by
 * itself (`value`: a line of NDJSON, a resource, a Bundle without its entries).
 */
export interface JsonPiece {
  readonly kind: "member" | "value";
  readonly text: string;
  /** The line of the file in which it begins. */
  readonly line: number;
}

/** Characters of one piece: more than any resource without a film in it. */
const longestPiece = 5_000_000;
/** Levels of nesting: FHIR's own examples stay below thirty. */
const deepest = 100;

const quote = 0x22;
const backslash = 0x5c;
const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b;
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d;
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const comma = 0x2c;
const colon = 0x3a;

/** Text that is gathered over the borders of chunks, up to a limit. */
class Gathered {
  private parts: string[] = [];
  private size = 0;

  add(text: string, line: number): void {
    if (text === "") return;
    this.size += text.length;
    if (this.size > longestPiece) throw brokenFile("too-long", line);
    this.parts.push(text);
  }

  take(): string {
    const text = this.parts.join("");
    this.parts = [];
    this.size = 0;
    return text;
  }
}

/**
 * Takes a file of JSON apart while it is read, holding one piece at a time: one value, many values (NDJSON), a list of them,
 * and the entries of each Bundle by themselves. Whether a piece is sound JSON, `JSON.parse` decides; a Bundle's own text comes
 * with a 0 in the place of each entry, so that what stands between them is proved, too.
 */
export class JsonPieces {
  private readonly own = new Gathered();
  private readonly member = new Gathered();
  private readonly key = new Gathered();
  private depth = 0;
  private line = 1;
  private began = 1;
  private memberBegan = 1;
  private inString = false;
  private isEscaped = false;
  private isKeyNext = false;
  private inKey = false;
  private lastKey = "";
  /** The depth at which members stand while inside a list of them; 0 elsewhere. */
  private memberDepth = 0;
  private inMember = false;
  private hasSeenAny = false;
  /** Where in the present chunk the text that is not gathered yet begins. */
  private mark = 0;

  *next(chunk: string): Generator<JsonPiece> {
    this.mark = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (code === 0x0a) this.line += 1;
      if (this.inString) this.insideString(chunk, at, code);
      else yield* this.outsideString(chunk, at, code);
    }
    this.gather(chunk, chunk.length);
  }

  end(): void {
    if (this.depth > 0 || this.inString)
      throw brokenFile("cut-off", this.inMember ? this.memberBegan : this.began);
    if (!this.hasSeenAny) throw brokenFile("empty");
  }

  private gather(chunk: string, to: number): void {
    if (this.depth === 0) {
      this.mark = to;
      return;
    }
    const text = chunk.slice(this.mark, to);
    (this.inMember ? this.member : this.own).add(
      text,
      this.inMember ? this.memberBegan : this.began,
    );
    this.mark = to;
  }

  private insideString(chunk: string, at: number, code: number): void {
    // RFC 8259, 7: a string holds no line break as it is. Whoever forgot a quote learns in which line.
    if (code === 0x0a) throw brokenFile("not-json", this.line - 1);
    if (this.isEscaped) this.isEscaped = false;
    else if (code === backslash) this.isEscaped = true;
    else if (code === quote) {
      this.inString = false;
      if (this.inKey) this.lastKey = this.key.take();
      this.inKey = false;
      return;
    }
    // A key longer than any that matters is not remembered whole.
    if (this.inKey && this.keyLength < 40) this.key.add(chunk.charAt(at), this.line);
    this.keyLength += 1;
  }

  private keyLength = 0;

  private *outsideString(chunk: string, at: number, code: number): Generator<JsonPiece> {
    if (isSpace(code)) return;
    if (this.depth === 0 && !isOpening(code)) throw brokenFile("not-json", this.line);
    if (this.depth === 0) this.begin(at);
    else if (this.isAtMember(code)) this.beginMember(chunk, at);
    if (code === quote) this.beginString();
    else if (isOpening(code)) this.open(code);
    else if (isClosing(code)) yield* this.close(chunk, at);
    else if (code === comma) yield* this.separate(chunk, at);
    else if (code === colon && this.depth === 1) this.isKeyNext = false;
  }

  private begin(at: number): void {
    this.hasSeenAny = true;
    this.began = this.line;
    this.mark = at;
    this.lastKey = "";
  }

  private isAtMember(code: number): boolean {
    return (
      this.memberDepth > 0 &&
      this.depth === this.memberDepth &&
      !this.inMember &&
      code !== comma &&
      !isClosing(code)
    );
  }

  private beginMember(chunk: string, at: number): void {
    this.gather(chunk, at);
    this.own.add("0", this.began);
    this.inMember = true;
    this.memberBegan = this.line;
  }

  private *endMember(chunk: string, at: number): Generator<JsonPiece> {
    if (!this.inMember) return;
    this.gather(chunk, at);
    this.inMember = false;
    yield { kind: "member", text: this.member.take(), line: this.memberBegan };
  }

  private beginString(): void {
    this.inString = true;
    this.inKey = this.depth === 1 && this.isKeyNext;
    this.keyLength = 0;
  }

  private open(code: number): void {
    const isList = code === 0x5b;
    const isObject = !isList;
    if (isList && this.depth === 0) this.memberDepth = 1;
    if (isList && this.depth === 1 && this.memberDepth === 0 && this.lastKey === "entry")
      this.memberDepth = 2;
    this.depth += 1;
    if (isObject && this.depth === 1) this.isKeyNext = true;
    if (this.depth > deepest) throw brokenFile("too-deep", this.line);
  }

  private *close(chunk: string, at: number): Generator<JsonPiece> {
    if (this.depth === this.memberDepth) {
      yield* this.endMember(chunk, at);
      this.memberDepth = 0;
      this.lastKey = "";
    }
    if (this.depth === 1) {
      this.gather(chunk, at + 1);
      this.depth = 0;
      yield { kind: "value", text: this.own.take(), line: this.began };
    } else {
      this.depth -= 1;
    }
  }

  private *separate(chunk: string, at: number): Generator<JsonPiece> {
    if (this.depth === this.memberDepth) yield* this.endMember(chunk, at);
    if (this.depth === 1 && this.memberDepth !== 1) {
      this.isKeyNext = true;
      this.lastKey = "";
    }
  }
}
