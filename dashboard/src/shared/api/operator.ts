import { create } from "zustand";

const NAME = "millwright.operator";
const KEY = "millwright.api-key";
const UNNAMED = "operator";

interface Operator {
  /** Signs what is done on this screen. */
  readonly name: string;
  /** What changes need where the server asks for it; kept in this browser. */
  readonly key: string | null;
  /** Set while someone is asked for the key. */
  readonly asked: { readonly wrong: boolean } | null;
}

/** Who works at this screen. */
export const useOperator = create<Operator>()(() => ({ name: localStorage.getItem(NAME) ?? UNNAMED, key: localStorage.getItem(KEY), asked: null }));

export function operator(): string {
  return useOperator.getState().name;
}

export function apiKey(): string | null {
  return useOperator.getState().key;
}

interface Waiting { promise: Promise<boolean>; settle: (signedIn: boolean) => void }

let pending: Waiting | null = null;

/** Asks the person for a key; false when they would rather not. Requests that wait together ask once. */
export function askForKey(wrong: boolean): Promise<boolean> {
  useOperator.setState({ asked: { wrong } });
  pending ??= waiting();
  return pending.promise;
}

export function signIn(name: string, key: string): void {
  const known = { name: name.trim() === "" ? UNNAMED : name.trim(), key: key.trim() === "" ? null : key.trim() };
  localStorage.setItem(NAME, known.name);
  if (known.key === null) {
    localStorage.removeItem(KEY);
  } else {
    localStorage.setItem(KEY, known.key);
  }
  useOperator.setState(known);
  answered(known.key !== null);
}

export function signOut(): void {
  localStorage.removeItem(KEY);
  useOperator.setState({ key: null });
  answered(false);
}

/** The person closed the dialog. */
export function leaveUnsigned(): void {
  answered(false);
}

function answered(signedIn: boolean): void {
  useOperator.setState({ asked: null });
  pending?.settle(signedIn);
  pending = null;
}

function waiting(): Waiting {
  let settle: Waiting["settle"] = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
