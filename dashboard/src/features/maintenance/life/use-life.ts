import { useQuery } from "@tanstack/react-query";
import { EVERY_MS } from "@/features/maintenance/fleet/use-fleet";
import { carried } from "@/features/maintenance/life/life-columns";
import { answer, api } from "@/shared/api/client";
import { plantNow } from "@/shared/live/clock";

const HOUR_MS = 3_600_000;

function since(hours: number): { from: string; to: string } {
  const now = plantNow();
  return { from: new Date(now - hours * HOUR_MS).toISOString(), to: new Date(now).toISOString() };
}

/** All that is known of how long one machine will last. */
export function usePrediction(machine: string) {
  return useQuery({
    queryKey: ["maintenance", "prediction", machine],
    queryFn: async () => answer(await api.GET("/api/v1/maintenance/{machine}/prediction", { params: { path: { machine } } })),
    refetchInterval: EVERY_MS,
  });
}

/** The life left over the last hours. */
export function useLifeHistory(machine: string, hours: number) {
  return useQuery({
    queryKey: ["maintenance", "life", machine, hours],
    queryFn: async () => {
      const asked = since(hours);
      const history = answer(await api.GET("/api/v1/maintenance/{machine}/life", { params: { path: { machine }, query: { ...asked, points: 500 } } }));
      return { ...history, points: carried(history, asked.to), from: Date.parse(asked.from) / 1000, to: Date.parse(asked.to) / 1000 };
    },
    refetchInterval: EVERY_MS,
    placeholderData: (before, query) => (query?.queryKey[2] === machine ? before : undefined),
  });
}

/** The machine's signals over the last hours, with the bands in which they were while it was well. */
export function useSignals(machine: string, hours: number) {
  return useQuery({
    queryKey: ["maintenance", "signals", machine, hours],
    queryFn: async () => answer(await api.GET("/api/v1/maintenance/{machine}/signals", { params: { path: { machine }, query: { ...since(hours), points: 200 } } })),
    refetchInterval: 2 * EVERY_MS,
    placeholderData: (before, query) => (query?.queryKey[2] === machine ? before : undefined),
  });
}
