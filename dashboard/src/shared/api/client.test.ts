import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, taken } from "@/shared/api/client";
import { leaveUnsigned, signIn, signOut, useOperator } from "@/shared/api/operator";

const RIGHT = "right-key";
let sent: { authorization: string | null; body: string }[] = [];

beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push({ authorization: request.headers.get("Authorization"), body: await request.text() });
    return request.headers.get("Authorization") === `Bearer ${RIGHT}`
      ? new Response("{}", { status: 202 })
      : Response.json({ title: "Key required", detail: "This request changes something and brings no key." }, { status: 401 });
  });
});
afterEach(() => {
  signOut();
  vi.unstubAllGlobals();
});

const change = async (): Promise<void> => taken(await api.PATCH("/api/v1/orders/{id}", { params: { path: { id: "O-1" } }, body: { priority: 7 } }));
const asked = (): Promise<void> => vi.waitFor(() => expect(useOperator.getState().asked).not.toBeNull());

describe("a server that demands a key", () => {
  it("has the person asked, and gets the same request again with the key", async () => {
    const changing = change();
    await asked();
    signIn("Anna", RIGHT);
    await changing;
    expect(sent).toEqual([{ authorization: null, body: '{"priority":7}' }, { authorization: `Bearer ${RIGHT}`, body: '{"priority":7}' }]);
    expect(useOperator.getState()).toMatchObject({ name: "Anna", asked: null });
  });

  it("has the person asked again after a wrong key, saying so", async () => {
    const changing = change();
    await asked();
    expect(useOperator.getState().asked).toEqual({ wrong: false });
    signIn("Anna", "wrong-key");
    await asked();
    expect(useOperator.getState().asked).toEqual({ wrong: true });
    signIn("Anna", RIGHT);
    await changing;
  });

  it("refuses in its own words when the person would rather not", async () => {
    const changing = change();
    await asked();
    leaveUnsigned();
    await expect(changing).rejects.toThrow("brings no key");
  });

  it("has the person asked once for requests that wait together", async () => {
    const both = Promise.all([change(), change()]);
    await asked();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    signIn("Anna", RIGHT);
    await both;
    expect(sent).toHaveLength(4);
  });

  it("hears nothing of the key after signing out", async () => {
    signIn("Anna", RIGHT);
    expect(localStorage.getItem("millwright.api-key")).toBe(RIGHT);
    signOut();
    expect(localStorage.getItem("millwright.api-key")).toBeNull();
    const changing = change();
    await asked();
    expect(sent.at(-1)?.authorization).toBeNull();
    leaveUnsigned();
    await expect(changing).rejects.toThrow();
  });
});
