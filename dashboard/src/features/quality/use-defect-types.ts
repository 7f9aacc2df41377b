import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";

/** The types a bare board's defects have, wherever boards are inspected. */
const USUAL = ["open", "short", "mousebite", "spur", "copper", "pinhole"];

/** Types of defects that a person can choose from: those seen in the last days, then the usual ones. */
export function useDefectTypes(): string[] {
  const { data } = useQuery({
    queryKey: ["defect-types"],
    queryFn: async () => answer(await api.GET("/api/v1/inspections/pareto", { params: { query: { by: "type" } } })),
    staleTime: 60_000,
  });
  return [...new Set([...(data?.items.map((item) => item.name) ?? []), ...USUAL])];
}
