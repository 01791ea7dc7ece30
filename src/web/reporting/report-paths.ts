/** Addresses of reports that only staff open: apart from the others, which the patient's first load carries, too. */
export const reportPaths = {
  endedStays: "/staff/ended-stays",
} as const;
