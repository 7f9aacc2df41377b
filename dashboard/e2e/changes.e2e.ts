import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Journey, SCREENS } from "./journey";

const KEY = "the-right-key";

/** What a person changes: orders, maintenance, and the key that changes need. */
describe.each(SCREENS)("on a $name screen", (screen) => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await Journey.begin(screen);
  });
  afterAll(() => journey.end());

  it("takes a request for maintenance, and a wish back", async () => {
    const { plant } = journey;
    await journey.visit("/maintenance/windows", "Maintenance windows");
    await journey.button("Request maintenance of Reflow oven 1").click();
    const dialog = journey.dialog("Request maintenance");
    await dialog.getByLabel("Reason").fill("Fan is loud");
    await dialog.getByRole("button", { name: "Request", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await journey.region("Maintenance wishes").getByText("Fan is loud").waitFor();
    const wish = [...plant.floor.wishes.values()].find((one) => one.reason === "Fan is loud");
    const withdraw = journey.button(`Withdraw wish ${wish?.id ?? ""}`);
    await withdraw.click();
    await withdraw.waitFor({ state: "detached" });
    expect(wish?.status).toBe("WITHDRAWN");
  });

  it("takes an order, changes it and cancels it", async () => {
    const { plant } = journey;
    const id = `E2E-${screen.name}`;
    await journey.visit("/schedule", "Schedule");
    await journey.button("Add order").click();
    const adding = journey.dialog("Add an order");
    await adding.getByLabel("Order number").fill(id);
    await journey.sound("add-order");
    await adding.getByRole("button", { name: "Add order" }).click();
    await adding.waitFor({ state: "detached" });
    await journey.button(`Change order ${id}`).click();
    const changing = journey.dialog(`Order ${id}`);
    await changing.getByLabel("Priority").fill("9");
    await journey.sound("order");
    await changing.getByRole("button", { name: "Change and plan anew" }).click();
    await changing.waitFor({ state: "detached" });
    expect(plant.floor.orders.get(id)?.priority).toBe(9);
    await journey.button(`Change order ${id}`).click();
    await changing.getByRole("button", { name: "Cancel this order…" }).click();
    await journey.sound("cancel-order");
    await changing.getByRole("button", { name: `Yes, cancel ${id}` }).click();
    await changing.waitFor({ state: "detached" });
    expect(plant.floor.orders.get(id)?.status).toBe("CANCELLED");
    await journey.region("Orders").getByRole("listitem").filter({ hasText: id }).getByText("Cancelled", { exact: true }).waitFor();
  });

  it("does not overwrite what someone else changed meanwhile", async () => {
    const { plant } = journey;
    await journey.visit("/schedule", "Schedule");
    const order = [...plant.floor.orders.values()].find((one) => one.status === "WAITING");
    if (order === undefined) {
      throw new Error("The stand-in has no waiting order.");
    }
    await journey.button(`Change order ${order.id}`).click();
    const dialog = journey.dialog(`Order ${order.id}`);
    await dialog.getByLabel("Priority").fill("8");
    plant.floor.changeOrder(order, { priority: 3 });
    await dialog.getByRole("button", { name: "Change and plan anew" }).click();
    await dialog.getByText("Somebody changed it meanwhile.").waitFor();
    expect(order.priority).toBe(3);
    await dialog.getByRole("button", { name: "Look again" }).click();
    await expect.poll(() => dialog.getByLabel("Priority").inputValue()).toBe("3");
  });

  it("asks for the key when the server demands one, and goes on with what was asked for", async () => {
    const { page, plant } = journey;
    await journey.visit("/schedule", "Schedule");
    const before = plant.floor.plan?.id;
    plant.demandKey(KEY);
    try {
      await journey.button("Plan anew").click();
      const dialog = journey.dialog("Sign in to make changes");
      await dialog.getByLabel("Your name").fill("Anna");
      await dialog.getByLabel("API key").fill("not-it");
      await dialog.getByRole("button", { name: "Sign in" }).click();
      await dialog.getByText("The server did not accept that key.").waitFor();
      await journey.sound("sign-in");
      await dialog.getByLabel("API key").fill(KEY);
      await dialog.getByRole("button", { name: "Sign in" }).click();
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => plant.floor.plan?.id).not.toBe(before);
      await page.reload();
      await journey.button("Signed in as Anna").click();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      await journey.button("Sign in").waitFor();
      await journey.button("Plan anew").click();
      await dialog.getByRole("button", { name: "Not now" }).click();
      await page.getByText("brings no right key").waitFor();
    } finally {
      plant.demandKey(null);
    }
  });
});
