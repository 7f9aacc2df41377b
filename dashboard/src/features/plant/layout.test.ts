import { describe, expect, it } from "vitest";
import { PLANT } from "@test-server/fixture";
import { beside, layoutOf } from "@/features/plant/layout";
import { shapeOf } from "@/features/plant/shape";

describe("layoutOf", () => {
  const layout = layoutOf(PLANT);

  it("places every machine and lets none stand in another", () => {
    expect(layout.machines).toHaveLength(PLANT.machines.length);
    for (const a of layout.machines) {
      for (const b of layout.machines.filter((other) => other.id !== a.id)) {
        expect(Math.abs(a.x - b.x) > (a.length + b.length) / 2 || Math.abs(a.z - b.z) > (a.depth + b.depth) / 2, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it("gives the same picture whatever unit the plant file measures in", () => {
    const inMillimetres = { ...PLANT, machines: PLANT.machines.map((machine) => ({ ...machine, position: { ...machine.position, x: machine.position.x * 1000, y: machine.position.y * 1000 } })) };
    expect(layoutOf(inMillimetres).machines.map((machine) => machine.x)).toEqual(layout.machines.map((machine) => expect.closeTo(machine.x, 6) as number));
  });

  it("lays belts between machines that follow each other", () => {
    expect(layout.conveyors.map((belt) => `${belt.from.split("/").at(-1) ?? ""}>${belt.to.split("/").at(-1) ?? ""}`)).toEqual(expect.arrayContaining(["printer-1>placer-1a", "placer-1b>oven-1", "oven-2>aoi-2"]));
  });

  it("copes with a single machine and with none", () => {
    expect(layoutOf({ ...PLANT, machines: PLANT.machines.slice(0, 1) }).machines).toHaveLength(1);
    expect(layoutOf({ ...PLANT, machines: [], buffers: [] }).width).toBeGreaterThan(0);
  });

  it("runs north away from the viewer", () => {
    const [south, north] = ["printer-1", "printer-2"].map((name) => layout.machines.find((machine) => machine.id.endsWith(name)));
    expect(north?.z).toBeLessThan(south?.z ?? 0);
  });
});

it("finds the output side of a turned machine", () => {
  const { x, z } = beside({ x: 0, z: 0, angle: Math.PI / 2 }, 2);
  expect(x).toBeCloseTo(0);
  expect(z).toBeCloseTo(-2);
});

it.each([["solder-paste-printer", "printer"], ["paste-inspection", "camera"], ["pick-and-place", "placer"], ["reflow-oven", "oven"], ["in-circuit-test", "tester"], ["packing-station", "packer"], ["cnc-lathe", "lathe"], ["thing", "cabinet"]])("draws a %s as a %s", (type, shape) => {
  expect(shapeOf({ type, capabilities: [] })).toBe(shape);
});
