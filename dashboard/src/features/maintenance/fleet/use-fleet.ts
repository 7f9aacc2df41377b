import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";

/** How often answers of models are asked for anew; each is one row of a machine, which takes longer. */
export const EVERY_MS = 3_000;

/** The machines of a class, or all, the highest risk first. */
export function useFleet(assetClass: string | null, limit: number) {
  return useQuery({
    queryKey: ["maintenance", "fleet", assetClass, limit],
    queryFn: async () => answer(await api.GET("/api/v1/maintenance/fleet", { params: { query: { limit, ...(assetClass === null ? {} : { class: assetClass }) } } })),
    refetchInterval: EVERY_MS,
    placeholderData: (before) => before,
  });
}
