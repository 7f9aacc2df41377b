import { Button } from "@mantine/core";
import { useStale, useZone } from "@/shared/live/clock";
import { dayTime, duration, words } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";
import type { OrderView } from "@/shared/wire/wire";

const COLORS: Readonly<Record<OrderView["status"], string>> = { RUNNING: TONE_COLORS.running, WAITING: TONE_COLORS.idle, DONE: TONE_COLORS.maintenance, CANCELLED: TONE_COLORS.stopped };
const ORDER: readonly OrderView["status"][] = ["RUNNING", "WAITING", "DONE", "CANCELLED"];

/** The late ones first, with how late they will be. */
export function OrderList({ orders, onOpen }: { orders: readonly OrderView[]; onOpen: (id: string) => void }) {
  const zone = useZone();
  const stale = useStale();
  const sorted = [...orders].sort((a, b) => Number(isLate(b)) - Number(isLate(a)) || ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9"));
  const late = orders.filter(isLate).length;
  return (
    <Panel title="Orders" aside={<span>{late === 0 ? "all in time" : `${late} late`}</span>} flush>
      {sorted.length === 0 ? <Notice kind="empty" title="No orders">Add one, and the plan makes room for it.</Notice> : (
        <ul className="list plain orders live" tabIndex={0} aria-label="Orders">
          {sorted.slice(0, 60).map((order) => (
            <li key={order.id}>
              <div className="row spread">
                <span className="clip"><strong>{order.id}</strong> {order.quantity} × {words(order.product)}{order.customer !== null && <span className="dim"> for {order.customer}</span>}</span>
                <span className="row">
                  {isOpen(order) && order.priority > 1 && <span className="small dim" title="Priority, 1 ordinary to 10 urgent">P{order.priority}</span>}
                  <Tag color={isLate(order) ? TONE_COLORS.down : COLORS[order.status]}>{isLate(order) ? "Late" : words(order.status)}</Tag>
                </span>
              </div>
              <span className="bar"><span style={{ width: `${Math.min(1, order.progress) * 100}%`, background: isLate(order) ? TONE_COLORS.down : undefined }} /></span>
              <div className="row spread">
                <p className="small dim numbers">
                  {order.done} of {order.quantity} done · due {dayTime(order.dueDate, zone)}
                  {isOpen(order) && order.estimatedCompletion !== null && ` · expected ${dayTime(order.estimatedCompletion, zone)}`}
                  {isLate(order) && order.dueDate !== null && order.estimatedCompletion !== null && <strong className="bad"> +{duration((Date.parse(order.estimatedCompletion) - Date.parse(order.dueDate)) / 1000)}</strong>}
                </p>
                {isOpen(order) && <Button size="compact-xs" variant="subtle" disabled={stale} onClick={() => onOpen(order.id)} aria-label={`Change order ${order.id}`}>Change</Button>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function isOpen({ status }: OrderView): boolean {
  return status === "RUNNING" || status === "WAITING";
}

function isLate(order: OrderView): boolean {
  return order.late && isOpen(order);
}
