const KEY = "millwright.operator";

/** Who signs what is done on this screen. */
export function operator(): string {
  return localStorage.getItem(KEY) ?? "operator";
}
