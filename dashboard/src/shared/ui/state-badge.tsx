import { TONE_COLORS, TONE_SIGNS, TONE_WORDS, type Tone } from "@/shared/ui/tone";

export function StateBadge({ tone, word }: { tone: Tone; word?: string }) {
  return (
    <span className="state-badge" style={{ "--tone": TONE_COLORS[tone] }}>
      <span aria-hidden>{TONE_SIGNS[tone]}</span>
      {word ?? TONE_WORDS[tone]}
    </span>
  );
}

/** A small word in a colour of its own, such as a risk or a severity. */
export function Tag({ color, children }: { color: string | undefined; children: string }) {
  return <span className="state-badge" style={{ "--tone": color ?? "#8b8f94" }}>{children}</span>;
}
