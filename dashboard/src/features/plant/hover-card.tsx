import { type RefObject, useEffect, useRef } from "react";
import { useTwin } from "@/shared/live/told";
import { percent } from "@/shared/ui/format";
import { StateBadge } from "@/shared/ui/state-badge";
import { toneOf } from "@/shared/ui/tone";

/** Follows the pointer over the stage without React drawing anew for each step. */
export function HoverCard({ id, stage }: { id: string | null; stage: RefObject<HTMLDivElement | null> }) {
  const card = useRef<HTMLDivElement>(null);
  const machine = useTwin((live) => (id === null ? undefined : live.machines[id]));
  useEffect(() => {
    const ground = stage.current;
    const follow = (event: PointerEvent): void => {
      const bounds = ground?.getBoundingClientRect();
      if (card.current !== null && bounds !== undefined) {
        const x = Math.min(event.clientX - bounds.left + 14, bounds.width - 210);
        card.current.style.transform = `translate(${x}px, ${event.clientY - bounds.top + 16}px)`;
      }
    };
    ground?.addEventListener("pointermove", follow);
    return () => ground?.removeEventListener("pointermove", follow);
  }, [stage]);
  return (
    <div ref={card} className="hover-card" hidden={machine === undefined} role="tooltip">
      {machine !== undefined && (
        <>
          <strong>{machine.name}</strong>
          <StateBadge tone={toneOf(machine)} />
          <span className="dim">Health {percent(machine.health.value, 0)} · OEE {percent(machine.kpis.oee, 0)}</span>
          {machine.operation !== null && <span className="dim">{machine.operation.name}, {machine.operation.lot}</span>}
        </>
      )}
    </div>
  );
}
