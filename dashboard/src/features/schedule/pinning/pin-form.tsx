import { Button, Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import type { Refusals } from "@/features/schedule/gantt/able";
import type { Bar } from "@/features/schedule/gantt/bars";
import { PlantTimeInput } from "@/features/schedule/plant-time-input";
import { useLive } from "@/shared/live/store";
import type { Pin } from "@/shared/wire/planning";

interface PinFormProps { bar: Bar; refusals: Refusals; onTry: (pin: Pin) => void; onCancel: () => void }

/** Pinning without dragging: machine, start, or both. */
export function PinForm({ bar, refusals, onTry, onCancel }: PinFormProps) {
  const machines = useLive((live) => live.plant?.machines) ?? [];
  const [machine, setMachine] = useState<string | null>(bar.machine);
  const [start, setStart] = useState<number | null>(bar.from);
  const given = machine !== null || start !== null;
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      onTry({ ...(machine === null ? {} : { machine }), ...(start === null ? {} : { start: new Date(start).toISOString() }) });
    }}>
      <Stack gap="xs">
        <Select
          label="Machine" placeholder="Any that can do it" clearable clearButtonProps={{ "aria-label": "Any machine" }} value={machine} onChange={setMachine} comboboxProps={{ withinPortal: false }}
          data={machines.map(({ id, name }) => ({ value: id, label: refusals.get(id) ?? name, disabled: refusals.has(id) })).sort((a, b) => Number(a.disabled) - Number(b.disabled))}
        />
        <PlantTimeInput label="Start" value={start} onChange={setStart} />
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onCancel}>Cancel</Button>
          <Button size="xs" type="submit" disabled={!given}>Try it</Button>
        </Group>
      </Stack>
    </form>
  );
}
