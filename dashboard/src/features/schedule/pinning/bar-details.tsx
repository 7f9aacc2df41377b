import { Button, CloseButton, Group, Popover } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "react-router";
import { type Refusals, unmovable } from "@/features/schedule/gantt/able";
import { BarFacts } from "@/features/schedule/gantt/bar-card";
import { titleOf } from "@/features/schedule/gantt/bar-words";
import type { Bar } from "@/features/schedule/gantt/bars";
import { PinForm } from "@/features/schedule/pinning/pin-form";
import { useUnpin } from "@/features/schedule/pinning/use-preview";
import type { Pin } from "@/shared/wire/planning";

interface BarDetailsProps {
  bar: Bar;
  /** Null where nothing may be pinned, such as while the line is down. */
  refusals: ((bar: Bar) => Refusals) | null;
  onTry: (pin: Pin) => void;
  onOrder: (order: string) => void;
  onClose: () => void;
}

/** Everything about one bar, and what can be done with it. */
export function BarDetails({ bar, refusals, onTry, onOrder, onClose }: BarDetailsProps) {
  const [pinning, setPinning] = useState(false);
  const unpinning = useUnpin();
  const why = unmovable(bar);
  useHotkeys([["Escape", onClose]]);
  return (
    <Popover opened onDismiss={onClose} onClose={onClose} position="bottom-start" width={300} withRoles={false} trapFocus returnFocus={false} shadow="lg" withinPortal>
      <Popover.Target><span className="gantt-target" /></Popover.Target>
      <Popover.Dropdown className="bar-details" role="dialog" aria-label={titleOf(bar)}>
        <div className="row spread"><strong>{titleOf(bar)}</strong><CloseButton size="sm" aria-label="Close" onClick={onClose} /></div>
        <BarFacts bar={bar} />
        {unpinning.isError && <p className="bad small" role="alert">{unpinning.error.message}</p>}
        {pinning && refusals !== null ? (
          <PinForm bar={bar} refusals={refusals(bar)} onCancel={() => setPinning(false)} onTry={(pin) => {
            onClose();
            onTry(pin);
          }} />
        ) : (
          <Group gap={6} mt={6}>
            {why === null && refusals !== null && <Button size="compact-sm" variant="light" onClick={() => setPinning(true)}>{bar.pinned === null ? "Pin…" : "Move pin…"}</Button>}
            {bar.pinned !== null && refusals !== null && <Button size="compact-sm" variant="light" loading={unpinning.isPending} onClick={() => unpinning.mutate(bar.key, { onSuccess: onClose })}>Unpin</Button>}
            {bar.order !== "" && <Button size="compact-sm" variant="default" onClick={() => {
              onClose();
              onOrder(bar.order);
            }}>Order {bar.order}</Button>}
            <Button size="compact-sm" variant="default" component={Link} to={`/machine/${bar.machine}`}>Machine</Button>
          </Group>
        )}
        {why !== null && bar.status !== "done" && <p className="small dim">{why}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
