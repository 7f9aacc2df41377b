import type { PlacedMachine } from "@/features/plant/layout";
import { useTwin } from "@/shared/live/told";
import { percent } from "@/shared/ui/format";
import { healthColor, TONE_COLORS, TONE_SIGNS, TONE_WORDS, toneOf } from "@/shared/ui/tone";

interface SymbolProps { machine: PlacedMachine; selected: boolean; onSelect: (id: string) => void; onHover: (id: string | null) => void }

export function MachineSymbol({ machine, selected, onSelect, onHover }: SymbolProps) {
  const view = useTwin((live) => live.machines[machine.id]);
  const tone = view === undefined ? "offline" : toneOf(view);
  const health = view?.health.value ?? 1;
  const { length, depth } = machine;
  const select = (): void => onSelect(machine.id);
  return (
    <g
      className="plan-machine"
      data-selected={selected || undefined}
      style={{ "--tone": TONE_COLORS[tone] }}
      role="button"
      tabIndex={0}
      aria-label={`${machine.name}: ${TONE_WORDS[tone]}, health ${percent(health, 0)}`}
      aria-pressed={selected}
      onClick={(event) => {
        event.stopPropagation();
        select();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          select();
        }
      }}
      onPointerEnter={() => onHover(machine.id)}
      onPointerLeave={() => onHover(null)}
      transform={`translate(${machine.x} ${machine.z})`}
    >
      <g transform={`rotate(${(-machine.angle * 180) / Math.PI})`}>
        <rect className="plan-machine-body" x={-length / 2} y={-depth / 2} width={length} height={depth} rx={0.12} />
        <rect className="plan-machine-band" x={-length / 2} y={-depth / 2} width={length} height={0.22} rx={0.11} />
        <path className="plan-machine-flow" d={`M${length / 2 - 0.26} -0.09 l0.12 0.09 l-0.12 0.09`} />
      </g>
      <rect className="plan-health-ground" x={-length / 2} y={depth / 2 + 0.1} width={length} height={0.08} rx={0.04} />
      <rect x={-length / 2} y={depth / 2 + 0.1} width={length * health} height={0.08} rx={0.04} fill={healthColor(health)} />
      <text className="plan-name" y={-depth / 2 - 0.16}>{machine.name}</text>
      <text className="plan-sign" y={depth / 2 - 0.11}>{length < 1.7 ? TONE_SIGNS[tone] : `${TONE_SIGNS[tone]} ${TONE_WORDS[tone]}`}</text>
    </g>
  );
}
