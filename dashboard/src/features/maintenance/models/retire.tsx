import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { retirement } from "@/features/maintenance/models/model-words";
import { useRetire } from "@/features/maintenance/models/use-models";
import type { ModelVersion } from "@/shared/api/types";
import { useStale } from "@/shared/live/clock";

/** Lets no version count any more, after asking once more; nothing where nobody asks the model anyway. */
export function Retire({ model }: { model: ModelVersion }) {
  const [asking, setAsking] = useState(false);
  const stale = useStale();
  const retiring = useRetire(model.name);
  const then = retirement(model);
  const close = (): void => {
    retiring.reset();
    setAsking(false);
  };
  if (then === null) {
    return null;
  }
  return (
    <>
      <Button size="compact-xs" variant="subtle" color="gray" disabled={stale} onClick={() => setAsking(true)} aria-label={`Retire: ${model.name} ${model.version}`}>Retire…</Button>
      <Modal opened={asking} onClose={close} title={`Retire ${model.name} ${model.version}`} centered>
        <Stack gap="sm">
          <p>No version of {model.name} will count. {then}</p>
          <p className="dim small">Version {model.version} becomes a shadow: it is asked as before, and can be promoted again here. The change is an event.</p>
          {retiring.isError && <p className="bad small" role="alert">{retiring.error.message}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>Cancel</Button>
            <Button loading={retiring.isPending} onClick={() => retiring.mutate(undefined, { onSuccess: close })}>Retire</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
