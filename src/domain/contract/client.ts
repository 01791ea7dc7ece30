import type { AnyRoute, Input } from "#domain/contract/route.ts";

export interface OutgoingRequest {
  readonly method: string;
  /** Path and query below the origin: `/api/sites/…?…`. */
  readonly url: string;
  /** What goes as JSON, or undefined where the method carries no body. */
  readonly body: Record<string, unknown> | undefined;
}

const queryOf = (values: Record<string, unknown>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
};

/** The request that a contract and its input stand for: path filled in, the rest as query or body. */
export const toRequest = <R extends AnyRoute>(contract: R, input: Input<R>): OutgoingRequest => {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const carriesBody = contract.method !== "GET" && contract.method !== "DELETE";
  return carriesBody
    ? { method: contract.method, url: `/api${path}`, body: rest }
    : { method: contract.method, url: `/api${path}${queryOf(rest)}`, body: undefined };
};
