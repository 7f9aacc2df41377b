import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { promised, promotion } from "@/features/maintenance/models/model-words";
import { usePromote } from "@/features/maintenance/models/use-models";
import type { ModelVersion } from "@/shared/api/types";
import { useStale } from "@/shared/live/clock";

/** Makes a version in shadow the active one, after asking once more. */
export function Promote({ model, active }: { model: ModelVersion; active: string | undefined }) {
  const [asking, setAsking] = useState(false);
  const stale = useStale();
  const promoting = usePromote(model.name);
  const word = promotion(model.version, active);
  const close = (): void => {
    promoting.reset();
    setAsking(false);
  };
  return (
    <>
      <Button size="compact-xs" variant="light" disabled={stale} onClick={() => setAsking(true)} aria-label={`${word}: ${model.name} ${model.version}`}>{word}…</Button>
      <Modal opened={asking} onClose={close} title={`${word} to ${model.name} ${model.version}`} centered>
        <Stack gap="sm">
          <p>Version {model.version} will {promised(model)}</p>
          <p className="dim small">{active === undefined ? "None counts now." : `Version ${active} becomes a shadow: it is asked as before, and can be taken back here.`} The change is an event.</p>
          {promoting.isError && <p className="bad small" role="alert">{promoting.error.message}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>Cancel</Button>
            <Button loading={promoting.isPending} onClick={() => promoting.mutate(model.version, { onSuccess: close })}>{word}</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
