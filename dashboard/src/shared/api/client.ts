import createClient from "openapi-fetch";
import { apiKey, askForKey } from "@/shared/api/operator";
import type { paths } from "@/shared/api/schema";
import type { Problem } from "@/shared/api/types";

/** The gateway's REST interface. Equipment paths keep their slashes. */
export const api = createClient<paths>({
  baseUrl: typeof window === "undefined" ? "http://localhost" : window.location.origin,
  fetch: withKey,
  pathSerializer: (path, values) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(values[name]);
      return path.includes("/machines/") || path.includes("{machine}") ? value.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(value);
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
  if (result.data === undefined) {
    throw refusal(result);
  }
  return result.data;
}

/** Nothing if the request was taken, with or without a body. */
export function taken(result: { error?: unknown; response: Response }): void {
  if (!result.response.ok) {
    throw refusal(result);
  }
}

function refusal({ error, response }: { error?: unknown; response: Response }): Refused {
  const problem = (typeof error === "object" && error !== null ? error : {}) as Problem;
  const detail = problem.detail ?? `The server answered ${response.status}.`;
  return new Refused(response.status, problem.title ?? "Request failed", problem.cure === undefined ? detail : `${detail} ${problem.cure}`);
}

const KEY_REQUIRED = 401;

/** Sends the key that is known; where another is needed asks the person for it, and then sends the same request again. */
async function withKey(request: Request): Promise<Response> {
  const again = request.clone();
  const key = apiKey();
  if (key !== null) {
    request.headers.set("Authorization", `Bearer ${key}`);
  }
  const response = await globalThis.fetch(request);
  if (response.status !== KEY_REQUIRED) {
    return response;
  }
  // Someone may have signed in while this request was under way.
  const signedIn = apiKey() !== key || (await askForKey(key !== null));
  return signedIn ? withKey(again) : response;
}
