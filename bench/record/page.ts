const mark = (name: string): string => `<!-- figures of ${name} -->`;
const end = "<!-- end of figures -->";
const marks = /<!-- figures of ([\w.]+) -->\n\n([\s\S]*?)\n\n<!-- end of figures -->/g;

/** The benchmarks that a page has a place for. */
export const namesOnPage = (page: string): readonly string[] =>
  [...page.matchAll(marks)].map(([, name = ""]) => name);

/** The page with the figures of every benchmark put where they belong. */
export const fillPage = (page: string, figures: (name: string) => string): string =>
  page.replaceAll(marks, (_, name: string) => `${mark(name)}\n\n${figures(name)}\n\n${end}`);
