import { html, type Html } from "#server/pages/html.ts";

/** Outlines by Tabler Icons (MIT), as in the screens: one meaning each, always beside a word. */
const outlines = {
  phone:
    "M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2",
  message:
    "M8 9h8M8 13h6M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3h12",
  language:
    "M9 6.371c0 4.418 -2.239 6.629 -5 6.629M4 6.371h7M5 9c0 2.144 2.252 3.908 6 4M12 20l4 -9l4 9M19.1 18h-6.2M6.694 3l.793 .582",
  search: "M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M21 21l-6 -6",
  forward: "M9 6l6 6l-6 6",
  place:
    "M9 11a3 3 0 1 0 6 0a3 3 0 0 0 -6 0M17.657 16.657l-4.243 4.243a2 2 0 0 1 -2.827 0l-4.244 -4.243a8 8 0 1 1 11.314 0",
  clock: "M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 7v5l3 3",
  patient: "M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2",
  staff:
    "M6 4h-1a2 2 0 0 0 -2 2v3.5a5.5 5.5 0 0 0 11 0v-3.5a2 2 0 0 0 -2 -2h-1M8 15a6 6 0 1 0 12 0v-3M11 3v2M6 3v2M18 10a2 2 0 1 0 4 0a2 2 0 1 0 -4 0",
  danger:
    "M12 9v4M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0M12 16h.01",
  ownLine:
    "M21 12l-9 -9l-9 9h2v7a2 2 0 0 0 2 2h6M9 21v-6a2 2 0 0 1 2 -2h2c.39 0 .754 .112 1.061 .304M19 21.5l2.518 -2.58a1.74 1.74 0 0 0 0 -2.413a1.627 1.627 0 0 0 -2.346 0l-.168 .172l-.168 -.172a1.627 1.627 0 0 0 -2.346 0a1.74 1.74 0 0 0 0 2.412l2.51 2.59l0 -.009",
} as const;
export type IconName = keyof typeof outlines;

/** An icon beside a word: not read aloud. */
export const icon = (name: IconName, size: "s" | "m" | "l" = "m"): Html =>
  html`<svg class="icon icon-${size}" viewBox="0 0 24 24" aria-hidden="true">
    <path d="${outlines[name]}" />
  </svg>`;

/** The steps, in the colour of what acts. */
export const mark = (): Html =>
  html`<svg class="mark" viewBox="0 0 30 30" fill="none" aria-hidden="true">
    <rect width="30" height="30" rx="8" class="mark-ground" />
    <path class="mark-steps" d="M6 9h4v4h4v4h4v4h6" />
    <path class="mark-steps mark-light" d="M24 9h-4v4" />
  </svg>`;
