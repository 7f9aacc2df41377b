import { Button, Group, Modal, NumberInput, Select, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, taken } from "@/shared/api/client";
import { operator } from "@/shared/api/operator";
import { plantNow } from "@/shared/live/clock";
import type { MachineView } from "@/shared/wire/wire";

const HOUR_MS = 3_600_000;

interface RequestFormProps { machines: readonly MachineView[]; machine: string; onClose: () => void }

/** Asks for maintenance within a window; the plan finds the time. */
export function RequestForm({ machines, machine: first, onClose }: RequestFormProps) {
  const [machine, setMachine] = useState<string | null>(first);
  const [minutes, setMinutes] = useState<number | string>(45);
  const [begin, setBegin] = useState<number | string>(0);
  const [end, setEnd] = useState<number | string>(8);
  const [reason, setReason] = useState("");
  const sending = useMutation({
    mutationFn: async () => {
      const now = plantNow();
      const body = {
        machine: machine ?? "", durationSeconds: Number(minutes) * 60, reason, by: operator(),
        earliest: new Date(now + Number(begin) * HOUR_MS).toISOString(), latest: new Date(now + Number(end) * HOUR_MS).toISOString(),
      };
      taken(await api.POST("/api/v1/maintenance/wishes", { body }));
    },
    onSuccess: onClose,
  });
  const tooShort = (Number(end) - Number(begin)) * 60 < Number(minutes);
  return (
    <Modal opened onClose={onClose} title="Request maintenance" centered>
      <form onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}>
        <Stack gap="sm">
          <Select label="Machine" data={machines.map((one) => ({ value: one.id, label: one.name }))} value={machine} onChange={setMachine} searchable required />
          <NumberInput label="Duration" suffix=" min" min={5} max={1440} value={minutes} onChange={setMinutes} required />
          <Group grow>
            <NumberInput label="Not before, from now" suffix=" h" min={0} max={720} value={begin} onChange={setBegin} required />
            <NumberInput label="Done by, from now" suffix=" h" min={1} max={720} value={end} onChange={setEnd} required error={tooShort ? "The work does not fit this window" : undefined} />
          </Group>
          <Textarea label="Reason" placeholder="What was seen or heard" value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} />
          {sending.isError && <p className="bad small" role="alert">{sending.error.message}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Cancel</Button>
            <Button type="submit" loading={sending.isPending} disabled={machine === null || tooShort}>Request</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
