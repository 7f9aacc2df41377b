import { inUnit } from "@/features/maintenance/life-words";
import type { Driver } from "@/shared/api/types";
import { NONE, number, reading } from "@/shared/ui/format";
import { Notice } from "@/shared/ui/notice";

/** What moves the expected life: each signal's value against its usual one, and what it takes off or adds. */
export function Drivers({ drivers, unit }: { drivers: readonly Driver[]; unit: string }) {
  if (drivers.length === 0) {
    return <Notice kind="empty" title="No drivers">Where a model answers, the signals that move its estimate stand here.</Notice>;
  }
  const widest = Math.max(...drivers.map((driver) => Math.abs(driver.share)));
  return (
    <table className="plain-table drivers live">
      <thead><tr><th scope="col">Signal</th><th scope="col" className="right">Now</th><th scope="col" className="right">Usual</th><th scope="col" className="right">Off usual by</th><th scope="col">Share in life</th></tr></thead>
      <tbody>
        {drivers.map((driver) => (
          <tr key={driver.signal} title={driver.words}>
            <td>{driver.signal}</td>
            <td className="right">{driver.value === null ? NONE : <>{reading(driver.value)} <span className="dim">{driver.unit}</span></>}</td>
            <td className="right dim">{driver.baseline === null ? NONE : reading(driver.baseline)}</td>
            <td className="right">{number(driver.deviation, 1)} σ</td>
            <td><ShareBar share={driver.share} widest={widest} unit={unit} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From the middle: to the left what shortens the life, to the right what lengthens it. */
function ShareBar({ share, widest, unit }: { share: number; widest: number; unit: string }) {
  const width = widest === 0 ? 0 : (Math.abs(share) / widest) * 50;
  return (
    <span className="share">
      <span className="share-bar" aria-hidden><i data-takes={share < 0 || undefined} style={{ width: `${width}%`, ...(share < 0 ? { right: "50%" } : { left: "50%" }) }} /></span>
      <span className="share-words">{share > 0 ? "+" : "−"}{inUnit(Math.abs(share), unit)}</span>
    </span>
  );
}
