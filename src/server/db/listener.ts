import pg from "pg";

export interface Listener {
  close(): Promise<void>;
}

/** Opens a connection of its own that hears one channel. `onEnd` is told when it is lost, whatever the reason. */
export const openListener = async (options: {
  readonly url: string;
  readonly channel: string;
  readonly hear: (payload: string) => void;
  readonly onEnd: () => void;
  readonly onError: (error: Error) => void;
}): Promise<Listener> => {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: "stepwell-live",
  });
  client.on("notification", ({ payload }) => options.hear(payload ?? ""));
  client.on("error", options.onError);
  await client.connect();
  await client.query(`listen ${client.escapeIdentifier(options.channel)}`);
  client.once("end", options.onEnd);
  return { close: () => client.end() };
};
