import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const door = /-door\.html$/;

/** The page of a door is the page of its app that begins with another module: `staff-door.html` is made from `staff.html`. */
export const doorPages = (): Plugin => ({
  name: "door-pages",
  enforce: "pre",
  resolveId: (id) => (door.test(id) ? id : null),
  load(id) {
    if (!door.test(id)) return null;
    const page = readFileSync(id.replace(door, ".html"), "utf8");
    const made = page.replace("/main.tsx", "/door.tsx");
    if (made === page) throw new Error(`${id}: its app's page does not begin with a main.tsx.`);
    return made;
  },
});
