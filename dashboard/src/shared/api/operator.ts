const KEY = "millwright.operator";

/** Who signs what is done on this screen. */
export function operator(): string {
  return localStorage.getItem(KEY) ?? "operator";
}

const API_KEY = "millwright.api-key";

/** The key that changes need where the server asks for one; set in this browser's storage. */
export function apiKey(): string | null {
  return localStorage.getItem(API_KEY);
}
