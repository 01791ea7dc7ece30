import { z } from "zod";

/** A moment on the time line as ISO 8601 in UTC. The screen turns it into the wall time of a place. */
export const instantSchema = z.iso.datetime({ offset: true });
