import { TONE_COLORS, TONE_WORDS, type Tone } from "@/shared/ui/tone";

const TONES: readonly Tone[] = ["running", "setup", "idle", "waiting", "held", "down", "maintenance", "offline"];

export function Legend() {
  return (
    <ul className="legend" aria-label="Colours of states">
      {TONES.map((tone) => <li key={tone}><span style={{ background: TONE_COLORS[tone] }} aria-hidden />{TONE_WORDS[tone]}</li>)}
    </ul>
  );
}
