import { Button, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { pinWords, stateOf, titleOf } from "@/features/schedule/gantt/bar-words";
import { type Bar, type Chart } from "@/features/schedule/gantt/bars";
import { useZone } from "@/shared/live/clock";
import { clockTime, day, dayTime, duration, shortName } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";

const PAGE = 100;

/** The plan as a table: the same bars for those who read rather than look. */
export function PlanTable({ chart, onShow }: { chart: Chart; onShow: (key: string) => void }) {
  const zone = useZone();
  const [words, setWords] = useState("");
  const [shown, setShown] = useState(PAGE);
  const bars = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return chart.bars.filter((bar) => bar.status !== "done" && (wanted === "" || `${titleOf(bar)} ${bar.machine} ${bar.order}`.toLowerCase().includes(wanted))).sort((a, b) => a.from - b.from);
  }, [chart, words]);
  return (
    <div className="plan-table">
      <TextInput size="xs" className="plan-table-find" aria-label="Find in the plan" placeholder="Find a lot, an order, a machine, a step" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      {bars.length === 0 ? <Notice kind="empty" title="Nothing found">{words === "" ? "Nothing is left to do." : `No open operation has “${words}” in it.`}</Notice> : (
        <div className="plan-table-scroll" tabIndex={0} role="region" aria-label="Operations of the plan">
          <table className="plain-table live">
            <thead><tr><th scope="col">Start</th><th scope="col">End</th><th scope="col">Machine</th><th scope="col">Operation</th><th scope="col">State</th><th scope="col">Notes</th><th><span className="unseen">Show</span></th></tr></thead>
            <tbody>{bars.slice(0, shown).map((bar) => <TableRow key={bar.key} bar={bar} zone={zone} onShow={onShow} />)}</tbody>
          </table>
        </div>
      )}
      {bars.length > shown && <Button size="xs" variant="subtle" m={8} onClick={() => setShown(shown + PAGE)}>Show {Math.min(PAGE, bars.length - shown)} more of {bars.length}</Button>}
    </div>
  );
}

function TableRow({ bar, zone, onShow }: { bar: Bar; zone: string; onShow: (key: string) => void }) {
  const notes = [
    ...(bar.setupSeconds > 0 ? [`${duration(bar.setupSeconds)} setup before`] : []),
    ...(bar.pinned === null ? [] : [pinWords(bar.pinned, zone)]),
    ...(bar.change === null ? [] : [`Moved: ${bar.change.reason}`]),
  ];
  return (
    <tr>
      <td>{dayTime(bar.from, zone)}</td>
      <td>{(day(bar.to, zone) === day(bar.from, zone) ? clockTime : dayTime)(bar.to, zone)}</td>
      <td>{shortName(bar.machine)}</td>
      <td>{titleOf(bar)}</td>
      <td>{stateOf(bar)}</td>
      <td className="small">{notes.join(" · ")}{bar.late !== null && <span className="bad"> Late by {duration(bar.late.lateSeconds)}: {bar.late.cause}</span>}</td>
      <td className="right"><Button size="compact-xs" variant="subtle" onClick={() => onShow(bar.key)} aria-label={`Show ${bar.key} in the chart`}>Show</Button></td>
    </tr>
  );
}
