import type { ErrandHandler } from "#server/platform/outbox/outbox.ts";

/** Several may hear of one kind; all of them do, in the order of the list and in one transaction. */
export const handlersByKind = (
  handlers: readonly ErrandHandler[],
): ReadonlyMap<string, ErrandHandler> =>
  new Map(
    [...Map.groupBy(handlers, ({ kind }) => kind)].map(([kind, all]) => [
      kind,
      {
        kind,
        handle: async (work, errand) => {
          for (const { handle } of all) await handle(work, errand);
        },
      },
    ]),
  );
