import { curveShape } from "@/features/maintenance/life/cost-curve";
import { URGENCY_COLORS } from "@/features/maintenance/urgency";
import type { Decision, FleetRow } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, number, words } from "@/shared/ui/format";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";

/** What to do, by when, and what other times cost more. */
export function DecisionPanel({ row, decision }: { row: FleetRow; decision: Decision | null }) {
  const reasons = decision === null || decision.reasons.length === 0 ? row.reasons : decision.reasons;
  return (
    <Panel title="What to do" aside={row.urgency !== null && row.urgency !== "NONE" && <Tag color={URGENCY_COLORS[row.urgency]}>{words(row.urgency)}</Tag>}>
      <p><strong>{decision?.action ?? row.action ?? "Nothing to do"}</strong></p>
      {decision !== null && <Costs decision={decision} />}
      <ul className="why small dim">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
    </Panel>
  );
}

function Costs({ decision }: { decision: Decision }) {
  const zone = useZone();
  const shape = curveShape(decision, 300, 46);
  return (
    <>
      {shape !== null && (
        <svg viewBox="0 -4 300 54" preserveAspectRatio="none" className="cost-curve" role="img" aria-label={`What other times cost more: nothing at ${dayTime(decision.best, zone)}, ${number(shape.most)} at most`}>
          <rect x={shape.from} width={Math.max(2, shape.to - shape.from)} y={-4} height={54} />
          <path d={shape.line} vectorEffect="non-scaling-stroke" />
          <line x1={shape.best} x2={shape.best} y1={-4} y2={50} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      <dl className="facts">
        <dt>Best</dt><dd>{dayTime(decision.best, zone)}, costs {number(decision.expectedCost)}</dd>
        <dt>Window</dt><dd>{dayTime(decision.earliest, zone)} to {dayTime(decision.latest, zone)}</dd>
        <dt>At once</dt><dd>costs {number(decision.costNow)}</dd>
      </dl>
    </>
  );
}
