import { Skeleton } from "@mantine/core";

export function Loading({ what, lines = 5 }: { what: string; lines?: number }) {
  return (
    <div className="loading" role="status" aria-label={`Loading ${what}`}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={line === 0 ? 34 : 20} width={`${100 - line * 9}%`} />
      ))}
    </div>
  );
}
