import { totalmem } from "node:os";

/** What a PostgreSQL of ours is started with. */
export interface ServerSettings {
  readonly socketDir: string;
  /** False for tests: nothing has to outlive the machine, so nothing waits for the disk. */
  readonly durable: boolean;
  /** Settings of the caller; they win. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The port is only a part of the socket's file name; nothing listens on a network. */
export const socketPort = 5432;

/** The settings as arguments of the `postgres` program. */
export const serverArguments = (options: ServerSettings): string[] => {
  const settings: Record<string, string> = {
    listen_addresses: "",
    unix_socket_directories: options.socketDir,
    port: String(socketPort),
    timezone: "UTC",
    ...quietLog,
    ...(options.durable ? forLongLife(memoryOfMachine()) : withoutDurability),
    ...options.settings,
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
};

/** Bytes that this process may use: what its container allows, or what the machine has. */
const memoryOfMachine = (): number => {
  const allowed = process.constrainedMemory();
  return allowed === 0 ? totalmem() : Math.min(allowed, totalmem());
};

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 ** 2);

/**
 * How much PostgreSQL holds in memory, and how seldom it writes all of it out: as it comes it holds 128 MB and writes whole
 * pages into its log again after every five minutes. PostgreSQL 18, 19.4.1 suggests a quarter of a machine that does nothing else;
 * here Node works beside it.
 */
export const forLongLife = (memory: number) => ({
  shared_buffers: `${Math.min(1024, Math.max(128, megabytes(memory / 8)))}MB`,
  checkpoint_timeout: "15min",
  max_wal_size: "2GB",
});

/**
 * The log tells of starts, stops and crashes only. An error's text, its detail and its statement
 * can quote what a person typed; the server that sent the statement is told of the error anyway.
 */
const quietLog = {
  log_line_prefix: "%m [%p] ",
  log_timezone: "UTC",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_checkpoints: "off",
};

const withoutDurability = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};
