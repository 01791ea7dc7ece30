import { buffer } from "node:stream/consumers";
import Pdf from "pdfkit";
import { drawnText } from "#server/platform/pdf/drawn-text.ts";
import { openFonts, type DocumentFont } from "#server/platform/pdf/fonts.ts";

/** What stands on every page besides its number. */
export interface Running {
  readonly title: string;
  readonly author: string;
  /** At the head of each page, left and right. */
  readonly head: readonly [string, string];
  /** At the foot, beside the number of the page. */
  readonly foot: string;
  readonly createdAt: Date;
  /** The short notice that goes on every page, or null. */
  readonly notice: string | null;
}

const page = { width: 612, height: 792, left: 60, right: 60, top: 84, bottom: 76 } as const;
const wide = page.width - page.left - page.right;
const ink = "#1d2522";
const soft = "#5a6662";
const hair = "#cfd6d2";

const sizes = { H1: 20, H2: 14, H3: 11 } as const;
const lineGap = 2;

type Written = "P" | "H1" | "H2" | "H3";

interface Style {
  readonly size: number;
  readonly color: string;
  readonly x: number;
  readonly width: number;
}

/** How wide the columns of a table are, in parts of the page. */
export interface Column {
  readonly name: string;
  readonly part: number;
}

/**
 * A printed document that can be read aloud and searched: PDF/UA-1 with a tree of headings, paragraphs and tables, its
 * language and title, and our typeface inside. What is drawn at the edge of the page is marked as such and not read.
 */
export class Print {
  readonly #document: PDFKit.PDFDocument;
  readonly #fonts: readonly DocumentFont[];
  readonly #root: PDFKit.PDFStructureElement;
  readonly #running: Running;
  #place: PDFKit.PDFStructureElement;
  #hasUndrawn = false;

  constructor(running: Running) {
    const { title, author, createdAt } = running;
    this.#running = running;
    this.#document = new Pdf({
      size: [page.width, page.height],
      margins: { left: page.left, right: page.right, top: page.top, bottom: page.bottom },
      pdfVersion: "1.7",
      // The types know the subsets for archives only.
      subset: "PDF/UA" as "PDF/A-1",
      tagged: true,
      lang: "en-US",
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt },
    });
    this.#fonts = openFonts(this.#document);
    this.#root = this.#document.struct("Document");
    this.#document.addStructure(this.#root);
    this.#place = this.#root;
  }

  get hasUndrawn(): boolean {
    return this.#hasUndrawn;
  }

  #write(text: string, style: Style, y?: number): void {
    const { runs } = drawnText(text, this.#fonts);
    this.#document.fontSize(style.size).fillColor(style.color);
    const options = { width: style.width, lineGap };
    for (const [at, run] of runs.entries()) {
      const more = { ...options, continued: at < runs.length - 1 };
      this.#document.font(run.font);
      if (at > 0) this.#document.text(run.text, more);
      else this.#document.text(run.text, style.x, y ?? this.#document.y, more);
    }
  }

  #add(tag: string, text: string, style: Style, y?: number): PDFKit.PDFStructureElement {
    const { isChanged } = drawnText(text, this.#fonts);
    if (isChanged) this.#hasUndrawn = true;
    return this.#document.struct(tag, isChanged ? { actual: text } : {}, () =>
      this.#write(text, style, y),
    );
  }

  #say(tag: Written, text: string, style: Style): void {
    this.#place.add(this.#add(tag, text, style));
  }

  #room(height: number): void {
    if (this.#document.y + height > page.height - page.bottom) this.#document.addPage();
  }

  /** Begins a part of the document. What follows belongs to it. */
  part(title: string): void {
    this.#place = this.#document.struct("Sect");
    this.#root.add(this.#place);
    this.#room(90);
    this.#document.moveDown(1.2);
    this.heading("H2", title);
  }

  heading(level: "H1" | "H2" | "H3", text: string): void {
    if (level === "H3") {
      this.#room(60);
      this.#document.moveDown(0.6);
    }
    this.#say(level, text, { size: sizes[level], color: ink, x: page.left, width: wide });
    this.#document.moveDown(0.3);
  }

  paragraph(text: string, tone: "plain" | "quiet" = "plain"): void {
    if (text === "") return;
    const color = tone === "plain" ? ink : soft;
    this.#say("P", text, { size: tone === "plain" ? 10 : 9, color, x: page.left, width: wide });
    this.#document.moveDown(0.35);
  }

  /** What is known, name by name; what is not known is left out. */
  facts(facts: readonly (readonly [string, string | null])[]): void {
    for (const [name, value] of facts)
      if (value !== null && value !== "") this.paragraph(`${name}: ${value}`);
  }

  /** A table with a head that is read with each cell. Rows stay in one piece. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const table = this.#document.struct("Table");
    this.#place.add(table);
    const head = columns.map(({ name }) => name);
    this.#row(table, "TH", columns, head);
    for (const row of rows) this.#row(table, "TD", columns, row);
    table.end();
    this.#document.x = page.left;
    this.#document.moveDown(0.6);
  }

  #row(
    table: PDFKit.PDFStructureElement,
    tag: "TH" | "TD",
    columns: readonly Column[],
    cells: readonly string[],
  ): void {
    const size = 9;
    const parts = columns.reduce((sum, { part }) => sum + part, 0);
    const widths = columns.map(({ part }) => (wide * part) / parts - 8);
    this.#document.font(this.#fonts[0]?.name ?? "").fontSize(size);
    const heights = cells.map((text, at) =>
      this.#document.heightOfString(text, { width: widths[at] ?? wide, lineGap }),
    );
    const height = Math.max(...heights, size) + 5;
    this.#room(height);
    const y = this.#document.y;
    const row = this.#document.struct("TR");
    table.add(row);
    let x: number = page.left;
    for (const [at, text] of cells.entries()) {
      const width = widths[at] ?? wide;
      const style = { size, color: tag === "TH" ? soft : ink, x, width };
      row.add(this.#add(tag, text === "" ? " " : text, style, y));
      x += width + 8;
    }
    row.end();
    this.#rule(y + height - 3);
    this.#document.y = y + height;
  }

  #rule(y: number): void {
    this.#document.markContent("Artifact", { type: "Layout" });
    this.#document
      .lineWidth(0.5)
      .moveTo(page.left, y)
      .lineTo(page.width - page.right, y)
      .stroke(hair);
    this.#document.endMarkedContent();
  }

  #edge(text: string, y: number, align: "left" | "right"): void {
    const { runs } = drawnText(text, this.#fonts);
    const line = runs.map((run) => run.text).join("");
    const font = runs.length === 1 ? runs[0]?.font : this.#fonts[0]?.name;
    const options = { width: wide, align, lineBreak: false, height: 12, ellipsis: true };
    this.#document
      .font(font ?? "")
      .fontSize(8)
      .fillColor(soft)
      .text(line, page.left, y, options);
  }

  #edges(number: number, of: number): void {
    const { head, foot, notice } = this.#running;
    const { margins } = this.#document.page;
    // Below the margin the writer would begin another page.
    this.#document.page.margins = { ...margins, top: 0, bottom: 0 };
    this.#document.markContent("Artifact", { type: "Pagination" });
    this.#edge(head[0], 40, "left");
    this.#edge(head[1], 40, "right");
    this.#edge(foot, page.height - 50, "left");
    this.#edge(`Page ${number} of ${of}`, page.height - 50, "right");
    if (notice !== null) this.#edge(notice, page.height - 36, "left");
    this.#document.endMarkedContent();
    this.#document.page.margins = margins;
  }

  /** The document as it is sent, and how many pages it has. */
  async end(): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
    this.#place.end();
    this.#root.end();
    const { count } = this.#document.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.#document.switchToPage(at);
      this.#edges(at + 1, count);
    }
    this.#document.end();
    return { bytes: await buffer(this.#document), pages: count };
  }
}
