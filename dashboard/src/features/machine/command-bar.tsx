import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Command, COMMANDS, isAllowed } from "@/features/machine/pack-ml";
import { api, taken } from "@/shared/api/client";
import { operator } from "@/shared/api/operator";
import { useStale } from "@/shared/live/clock";
import { words } from "@/shared/ui/format";
import type { MachineView } from "@/shared/wire/wire";

const GRAVE: readonly Command[] = ["STOP", "ABORT"];

/** PackML's commands; what the state forbids is greyed, what the server refuses is shown in its words. */
export function CommandBar({ machine }: { machine: MachineView }) {
  const stale = useStale();
  const sending = useMutation({
    mutationFn: async (command: Command) => taken(await api.POST("/api/v1/machines/{id}/commands", { params: { path: { id: machine.id } }, body: { command, by: operator() } })),
  });
  return (
    <div className="commands">
      <div className="row row-wrap" role="group" aria-label="Commands">
        {COMMANDS.map((command) => {
          const allowed = isAllowed(command, machine.state) && machine.connected && !stale;
          return (
            <Button
              key={command} size="compact-sm" variant={allowed ? "light" : "default"} color={GRAVE.includes(command) ? "red" : "steel"} disabled={!allowed}
              loading={sending.isPending && sending.variables === command} onClick={() => sending.mutate(command)}
              title={allowed ? undefined : `Not allowed in state ${words(machine.state)}`}
            >
              {words(command)}
            </Button>
          );
        })}
      </div>
      <p className="small" role="status">
        {sending.isError && <span className="bad">{sending.error.name}: {sending.error.message}</span>}
        {sending.isSuccess && <span className="dim">{words(sending.variables)} sent.</span>}
      </p>
    </div>
  );
}
