import { wordOn } from "@/features/quality/inspection/judging";
import { sizeWords, sureWords } from "@/features/quality/inspection/measures";
import { VerdictWord } from "@/features/quality/inspection/verdict-word";
import type { Correction, Finding, Inspection } from "@/shared/api/types";
import { useZone } from "@/shared/live/clock";
import { clockTime, number, words } from "@/shared/ui/format";
import { Tag } from "@/shared/ui/state-badge";
import { TONE_COLORS } from "@/shared/ui/tone";

const SEVERITY_TONES: Readonly<Record<Finding["severity"], string>> = { MINOR: TONE_COLORS.idle, MODERATE: TONE_COLORS.waiting, MAJOR: TONE_COLORS.held, CRITICAL: TONE_COLORS.down };

interface FindingListProps {
  inspection: Inspection;
  missed: readonly Correction[];
  selected: string | null;
  hovered: string | null;
  onSelect: (key: string) => void;
  onHover: (key: string | null) => void;
}

/** The findings, and what people marked besides; the one selected opens to all that is known of it. */
export function FindingList({ inspection, missed, selected, hovered, onSelect, onHover }: FindingListProps) {
  const item = (key: string) => ({
    "data-selected": key === selected || undefined, "data-hovered": key === hovered || undefined,
    onPointerEnter: () => onHover(key), onPointerLeave: () => onHover(null),
  });
  return (
    <ol className="finding-list plain" aria-label="Findings">
      {inspection.findings.map((finding) => {
        const key = String(finding.number);
        return (
          <li key={key} className="finding" {...item(key)}>
            <button type="button" className="finding-head" aria-expanded={key === selected} onClick={() => onSelect(key)}>
              <span className="finding-number" data-state={wordOn(inspection, finding.number)?.verdict}>{finding.number + 1}</span>
              <strong className="clip">{words(finding.type)}</strong>
              <Tag color={SEVERITY_TONES[finding.severity]}>{words(finding.severity)}</Tag>
              <span className="finding-said"><VerdictWord said={wordOn(inspection, finding.number)} /></span>
            </button>
            {key === selected && <Details finding={finding} said={wordOn(inspection, finding.number)} />}
          </li>
        );
      })}
      {missed.map((correction, n) => {
        const key = `missed ${n}`;
        return (
          <li key={key} className="finding" {...item(key)}>
            <button type="button" className="finding-head" aria-expanded={key === selected} onClick={() => onSelect(key)}>
              <span className="finding-number" data-state="MISSED">+</span>
              <strong className="clip">{words(correction.type ?? "defect")}</strong>
              <span className="finding-said"><VerdictWord said={correction} /></span>
            </button>
            {key === selected && <div className="finding-details"><SaidBy said={correction} />{correction.box !== null && <p className="small dim">{number(correction.box.width)} × {number(correction.box.height)} px around {number(correction.box.x + correction.box.width / 2)}, {number(correction.box.y + correction.box.height / 2)}</p>}</div>}
          </li>
        );
      })}
    </ol>
  );
}

function Details({ finding, said }: { finding: Finding; said: Correction | null }) {
  return (
    <div className="finding-details">
      <p className="small">{finding.reason}</p>
      <dl className="sizes">
        {sizeWords(finding).map(({ name, pixels, mm }) => <div key={name}><dt>{name}</dt><dd>{mm ?? pixels}</dd>{mm !== null && <dd className="small dim">{pixels}</dd>}</div>)}
        <div><dt>Sure</dt><dd>{sureWords(finding.probability)}</dd><dd className="small dim">{finding.location}</dd></div>
      </dl>
      {said !== null && <SaidBy said={said} />}
    </div>
  );
}

function SaidBy({ said }: { said: Correction }) {
  const zone = useZone();
  return <p className="small">{words(said.verdict)} by {said.by} at {clockTime(said.time, zone)}{said.comment === null ? "" : `: ${said.comment}`}. <span className="dim">{said.verdict === "MISSED" ? "Kept with the picture." : "The other verdict takes its place."}</span></p>;
}
