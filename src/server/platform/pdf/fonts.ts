import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { plainOutline, type OutlineStep } from "#server/platform/pdf/plain-outline.ts";

const folder = path.join(
  path.dirname(
    createRequire(import.meta.url).resolve("@fontsource-variable/hanken-grotesk/package.json"),
  ),
  "files",
);

const scripts = ["latin", "latin-ext", "vietnamese", "cyrillic-ext"] as const;

interface Glyph {
  readonly advanceWidth: number;
  readonly bbox: { readonly minX: number };
  readonly path: { readonly commands: readonly OutlineStep[] };
}

interface FontFile {
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number): Glyph;
}

/** The part of a font that goes into a document, as the PDF writer builds it. */
interface Subset {
  readonly font: FontFile;
  readonly glyf: Buffer[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
}

/**
 * The reader of compressed fonts decodes every outline and then copies the wrong bytes of composed glyphs (an é, an ñ) into
 * the document, or fails. Here each glyph is written from its decoded outline.
 */
const addPlainGlyph = function addPlainGlyph(this: Subset, id: number): number {
  const glyph = this.font.getGlyph(id);
  const outline = plainOutline(glyph.path.commands);
  const bearing = outline.length === 0 ? 0 : Math.round(glyph.bbox.minX);
  this.glyf.push(outline);
  this.loca.offsets.push(this.offset);
  this.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing });
  this.offset += outline.length;
  return this.glyf.length - 1;
};

export interface DocumentFont {
  readonly name: string;
  has(codePoint: number): boolean;
}

/** Puts our typeface into a document, a font for each script it has. */
export const openFonts = (document: PDFKit.PDFDocument): readonly DocumentFont[] =>
  scripts.map((script) => {
    const name = `hanken-${script}`;
    document.registerFont(
      name,
      readFileSync(path.join(folder, `hanken-grotesk-${script}-wght-normal.woff2`)),
    );
    document.font(name);
    // The writer shows neither its current font nor the subset it builds.
    const { font, subset } = Reflect.get(document, "_font") as { font: FontFile; subset: Subset };
    Reflect.set(subset, "_addGlyph", addPlainGlyph);
    return { name, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
  });
