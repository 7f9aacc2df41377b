import { Button, Group, Modal, Radio, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { AIMS, SECONDS } from "@/features/schedule/planning/objectives";
import { useStartDraft } from "@/features/schedule/planning/use-drafts";
import { duration } from "@/shared/ui/format";

interface DraftFormProps { onClose: () => void; onStarted: (id: string) => void }

/** Asks for a search beside the loop's own: how long, and what for. Nothing changes until its plan is adopted. */
export function DraftForm({ onClose, onStarted }: DraftFormProps) {
  const [seconds, setSeconds] = useState("10");
  const [key, setKey] = useState(AIMS[0].key);
  const starting = useStartDraft((id) => {
    onStarted(id);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title="Search for a better plan" centered>
      <form onSubmit={(event) => {
        event.preventDefault();
        starting.mutate({ seconds: Number(seconds), aim: AIMS.find((aim) => aim.key === key) ?? AIMS[0] });
      }}>
        <Stack gap="md">
          <p className="dim small">The plant works on by the plan in force. What is found can be compared and tried before you adopt it.</p>
          <Radio.Group label="What for" value={key} onChange={setKey}>
            <Stack gap={8} mt={6}>{AIMS.map((aim) => <Radio key={aim.key} value={aim.key} label={aim.label} description={aim.what} />)}</Stack>
          </Radio.Group>
          <div>
            <p className="small" id="how-long">How long</p>
            <SegmentedControl fullWidth size="xs" mt={4} aria-labelledby="how-long" value={seconds} onChange={setSeconds} data={SECONDS.map((each) => ({ value: String(each), label: duration(each) }))} />
          </div>
          {starting.isError && <p className="bad small" role="alert">{starting.error.message}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Not now</Button>
            <Button type="submit" loading={starting.isPending}>Search</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
