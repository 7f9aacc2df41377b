import { Button, Group, Modal, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";
import { CancelOrder } from "@/features/schedule/cancel-order";
import { PlantTimeInput } from "@/features/schedule/plant-time-input";
import { useChangeOrder, useOrder, type Versioned } from "@/features/schedule/use-order";
import { Refused } from "@/shared/api/client";
import { useZone } from "@/shared/live/clock";
import { dayTime, words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";

const CHANGED_MEANWHILE = 412;

/** One order: how far it is, and what can still be changed about it. */
export function OrderDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useOrder(id);
  return (
    <Modal opened onClose={onClose} title={`Order ${id}`} centered>
      {query.isError ? <Notice kind="error" title="The order cannot be shown" action={{ label: "Try again", onClick: () => void query.refetch() }}>{query.error.message}</Notice>
        : query.data === undefined ? <Loading what="the order" lines={4} />
        : <OrderChange key={query.data.tag} known={query.data} onClose={onClose} onReload={() => void query.refetch()} />}
    </Modal>
  );
}

function OrderChange({ known: { order, tag }, onClose, onReload }: { known: Versioned; onClose: () => void; onReload: () => void }) {
  const zone = useZone();
  const before = order.dueDate === null ? null : Date.parse(order.dueDate);
  const [priority, setPriority] = useState<number | string>(order.priority);
  const [due, setDue] = useState(before);
  const changing = useChangeOrder(order.id);
  const patch = { ...(Number(priority) === order.priority ? {} : { priority: Number(priority) }), ...(due === null || due === before ? {} : { dueDate: new Date(due).toISOString() }) };
  const overtaken = changing.error instanceof Refused && changing.error.status === CHANGED_MEANWHILE;
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      changing.mutate({ patch, tag }, { onSuccess: onClose });
    }}>
      <Stack gap="sm">
        <dl className="facts">
          <dt>Product</dt><dd>{order.quantity} × {words(order.product)}{order.customer === null ? "" : ` for ${order.customer}`}</dd>
          <dt>Progress</dt><dd>{order.done} of {order.quantity} done, {order.lots.length} {order.lots.length === 1 ? "lot" : "lots"}</dd>
          <dt>Expected</dt><dd>{dayTime(order.estimatedCompletion, zone)}{order.late && <strong className="bad"> late</strong>}</dd>
        </dl>
        <Group grow align="flex-start">
          <NumberInput label="Priority" description="1 ordinary, 10 urgent" inputWrapperOrder={["label", "input", "description", "error"]} min={1} max={10} value={priority} onChange={setPriority} required />
          <PlantTimeInput label="Due" value={due} onChange={setDue} required={before !== null} />
        </Group>
        {changing.isError && (
          <div className="row spread" role="alert">
            <p className="bad small">{changing.error.message}</p>
            {overtaken && <Button size="compact-xs" variant="light" onClick={onReload}>Look again</Button>}
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Close</Button>
          <Button type="submit" loading={changing.isPending} disabled={Object.keys(patch).length === 0 || priority === ""}>Change and plan anew</Button>
        </Group>
        <CancelOrder id={order.id} onDone={onClose} />
      </Stack>
    </form>
  );
}
