import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useCancelOrder } from "@/features/schedule/use-order";

/** Cancels an order, after asking once more. */
export function CancelOrder({ id, onDone }: { id: string; onDone: () => void }) {
  const [sure, setSure] = useState(false);
  const cancelling = useCancelOrder(id);
  return (
    <div className="cancel-order">
      {sure ? (
        <>
          <p className="small">What has not started never will; what runs is finished. This cannot be undone.</p>
          <Group gap="xs">
            <Button size="xs" color="red.9" loading={cancelling.isPending} onClick={() => cancelling.mutate(undefined, { onSuccess: onDone })}>Yes, cancel {id}</Button>
            <Button size="xs" variant="default" onClick={() => setSure(false)}>Keep it</Button>
          </Group>
        </>
      ) : <Button size="xs" variant="light" color="red" onClick={() => setSure(true)}>Cancel this order…</Button>}
      {cancelling.isError && <p className="bad small" role="alert">{cancelling.error.message}</p>}
    </div>
  );
}
