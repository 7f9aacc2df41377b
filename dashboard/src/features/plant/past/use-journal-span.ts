import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";

const LONGEST_MS = 7 * 86_400_000;
const MARKS = 300;

export interface Mark { time: number; severity: string; words: string }

/** From when on the journal can tell, within the last week, and the alarms on the way: what one looks back for. */
export function useJournalSpan(end: number) {
  return useQuery({
    queryKey: ["journal-span", end],
    queryFn: async () => {
      const [oldest, alarms] = await Promise.all([
        api.GET("/api/v1/events", { params: { query: { first: "OLDEST", limit: 1 } } }),
        api.GET("/api/v1/events", { params: { query: { type: ["alarm-raised"], to: new Date(end).toISOString(), limit: MARKS } } }),
      ]);
      const first = answer(oldest).items[0]?.time;
      const from = Math.max(end - LONGEST_MS, first === undefined ? end - 3_600_000 : Date.parse(first));
      const marks = answer(alarms).items.map((event): Mark => ({ time: Date.parse(event.time), ...markOf(event.data) }));
      return { from, marks: marks.filter((mark) => mark.time >= from) };
    },
    staleTime: Infinity,
  });
}

function markOf(data: unknown): Pick<Mark, "severity" | "words"> {
  const { severity, message } = data as { severity?: unknown; message?: unknown };
  return { severity: typeof severity === "string" ? severity : "INFO", words: typeof message === "string" ? message : "Alarm" };
}
