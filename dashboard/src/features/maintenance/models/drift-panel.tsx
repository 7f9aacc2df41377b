import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { byDrift } from "@/features/maintenance/models/model-words";
import type { Drift, SignalDrift, Stability } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { dayTime, NONE, number, shortName, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

export const STABILITY_COLORS: Readonly<Record<Stability, string>> = { STABLE: TONE_COLORS.running, MODERATE: TONE_COLORS.waiting, LARGE: TONE_COLORS.down };

const SHOWN_FIRST = 6;
/** Above this a distribution has shifted for good, by the usual reading of the index. */
const LARGE_PSI = 0.25;

/** How far what machines say now is from what the model was trained on: by signal, since when, and which machines. */
export function DriftPanel({ drift }: { drift: Drift }) {
  const [all, setAll] = useState(false);
  const zone = useZone();
  const signals = byDrift(drift.signals);
  const shown = all ? signals : signals.slice(0, SHOWN_FIRST);
  return (
    <div className="drift">
      <p className="small dim">{number(drift.rows)} latest rows against those of training.</p>
      <table className="plain-table">
        <thead><tr><th scope="col">Signal</th><th scope="col">PSI</th><th scope="col" className="right">KS</th><th scope="col" className="right">p</th><th scope="col">State</th><th scope="col">Since</th></tr></thead>
        <tbody>{shown.map((signal) => <SignalRow key={signal.signal} signal={signal} zone={zone} />)}</tbody>
      </table>
      {signals.length > SHOWN_FIRST && <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>{all ? "Only those that moved most" : `All ${signals.length} signals`}</Button>}
      {drift.machines.some((machine) => machine.stability !== "STABLE") && (
        <ul className="drifting plain">
          {drift.machines.filter((machine) => machine.stability !== "STABLE").map((machine) => (
            <li key={machine.machine} className="row row-wrap">
              <Link to={`/maintenance/machine/${machine.machine}`}>{shortName(machine.machine)}</Link>
              <Tag color={STABILITY_COLORS[machine.stability]}>{words(machine.stability)}</Tag>
              <span className="small dim">{machine.since === null ? "" : `since ${dayTime(machine.since, zone)}: `}{machine.signals.map((signal) => signal.signal).join(", ")}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SignalRow({ signal, zone }: { signal: SignalDrift; zone: string }) {
  return (
    <tr>
      <td>{signal.signal}</td>
      <td className="psi"><span style={{ "--share": `${Math.min(1, signal.psi / (2 * LARGE_PSI)) * 100}%`, "--tone": STABILITY_COLORS[signal.stability] }}>{number(signal.psi, 3)}</span></td>
      <td className="right">{number(signal.ks, 3)}</td>
      <td className="right">{signal.pValue < 0.001 ? "< 0.001" : number(signal.pValue, 3)}</td>
      <td><Tag color={STABILITY_COLORS[signal.stability]}>{words(signal.stability)}</Tag></td>
      <td className="dim">{signal.since === null ? NONE : dayTime(signal.since, zone)}</td>
    </tr>
  );
}
