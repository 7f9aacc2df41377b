import type { Bar } from "@/features/schedule/gantt/bars";
import type { Floor } from "@/features/schedule/gantt/rows";

/** Why a machine cannot do an operation, by machine; a machine that is not in it can. */
export type Refusals = ReadonlyMap<string, string>;

export function refusalsOf({ plant, lots }: Pick<Floor, "plant" | "lots">, bar: Bar): Refusals {
  const lot = lots[bar.lot];
  const sequence = lot?.operations.find((op) => op.id === bar.key)?.sequence;
  const step = plant.products.find((product) => product.id === lot?.product)?.route.find((one) => one.sequence === sequence);
  if (step === undefined) {
    return new Map();
  }
  return new Map(plant.machines.filter((machine) => machine.id !== bar.machine && !machine.capabilities.includes(step.capability))
    .map((machine) => [machine.id, `${machine.name} cannot ${step.capability.replace(/-/g, " ")}`]));
}

/** Why an operation cannot be pinned; null when it can. */
export function unmovable(bar: Bar): string | null {
  if (bar.kind === "maintenance") {
    return "Maintenance is moved by its wish, not by hand.";
  }
  return bar.status === "done" ? "What is done stays where it was." : bar.status === "running" ? "What is running stays where it is." : null;
}
