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

/** Whether a stop is to be planned; a sound machine runs on, and has no window. */
function isDue({ urgency }: Decision): boolean {
  return urgency === "PLAN" || urgency === "NOW";
}

function Costs({ decision }: { decision: Decision }) {
  const zone = useZone();
  const shape = curveShape(decision, 300, 46);
  const money = (amount: number): string => `${number(amount)} ${decision.currency}`.trim();
  return (
    <>
      {shape !== null && (
        <svg viewBox="0 -4 300 54" preserveAspectRatio="none" className="cost-curve" role="img" aria-label={`What other times cost more: ${isDue(decision) ? `nothing at ${dayTime(decision.best, zone)}` : "to wait costs least"}, ${money(shape.most)} at most`}>
          {isDue(decision) && <rect x={shape.from} width={Math.max(2, shape.to - shape.from)} y={-4} height={54} />}
          <path d={shape.line} vectorEffect="non-scaling-stroke" />
          {isDue(decision) && <line x1={shape.best} x2={shape.best} y1={-4} y2={50} vectorEffect="non-scaling-stroke" />}
        </svg>
      )}
      <dl className="facts">
        {isDue(decision) ? (
          <>
            <dt>Best</dt><dd>{dayTime(decision.best, zone)}, costs {money(decision.expectedCost)}</dd>
            <dt>Window</dt><dd>{dayTime(decision.earliest, zone)} to {dayTime(decision.latest, zone)}</dd>
          </>
        ) : (
          <>
            <dt>Wait</dt><dd>costs {money(decision.expectedCost)}</dd>
            <dt>Look again</dt><dd>{dayTime(decision.best, zone)}</dd>
          </>
        )}
        <dt>At once</dt><dd>costs {money(decision.costNow)}</dd>
      </dl>
    </>
  );
}
