import createClient from "openapi-fetch";
import type { paths, Problem } from "@/shared/api/schema";

/** The gateway's REST interface. Equipment paths keep their slashes. */
export const api = createClient<paths>({
  baseUrl: typeof window === "undefined" ? "http://localhost" : window.location.origin,
  fetch: (request) => globalThis.fetch(request),
  pathSerializer: (path, values) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(values[name]);
      return path.includes("/machines/") ? value.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(value);
    }),
});

/** What the gateway refused and why, in its own words. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, title: string, detail: string) {
    super(detail === "" ? title : detail);
    this.name = title;
    this.status = status;
  }
}

/** The answer's body, or the reason there is none. */
export function answer<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.data !== undefined) {
    return result.data;
  }
  const problem = (typeof result.error === "object" && result.error !== null ? result.error : {}) as Partial<Problem>;
  throw new Refused(result.response.status, problem.title ?? "Request failed", problem.detail ?? `The server answered ${result.response.status}.`);
}
