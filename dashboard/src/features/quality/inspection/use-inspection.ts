import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";
import { operator } from "@/shared/api/operator";
import type { Correction, CorrectionForm, Inspection } from "@/shared/api/types";
import { plantNow } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";

const SIMILAR = 6;

/** One inspection, however long ago; asked anew when the plant tells of a change to it. */
export function useInspection(id: string) {
  const told = useLive((live) => live.inspections.find((one) => one.id === id));
  return useQuery({
    queryKey: ["inspection", id, told?.corrections.length ?? 0],
    queryFn: async () => answer(await api.GET("/api/v1/inspections/{id}", { params: { path: { id } } })),
    placeholderData: (before) => (before?.id === id ? before : told),
  });
}

/** Says what a finding is, or what was missed: seen at once, and taken back where the server refuses it. */
export function useCorrect(id: string) {
  const queries = useQueryClient();
  const known = { queryKey: ["inspection", id] };
  return useMutation({
    mutationFn: async (form: CorrectionForm) => answer(await api.POST("/api/v1/inspections/{id}/corrections", { params: { path: { id } }, body: { ...form, by: operator() } })),
    onMutate: async (form) => {
      await queries.cancelQueries(known);
      queries.setQueriesData<Inspection>(known, (before) => before && { ...before, corrections: [...before.corrections, asSaid(form)] });
    },
    onSettled: () => Promise.all([queries.invalidateQueries(known), queries.invalidateQueries({ queryKey: ["confirmations"] })]),
  });
}

/** The correction as it will be once the server has taken it. */
function asSaid(form: CorrectionForm): Correction {
  return { id: "", finding: form.finding ?? null, verdict: form.verdict, type: form.type ?? null, box: form.box ?? null, outline: form.outline ?? null, comment: form.comment ?? null, by: operator(), time: new Date(plantNow()).toISOString() };
}

/** Asks for the mask of whatever lies under a pixel. */
export function useSegment(id: string) {
  return useMutation({
    mutationFn: async (at: { x: number; y: number }) => answer(await api.POST("/api/v1/inspections/{id}/segment", { params: { path: { id } }, body: at })),
  });
}

/** Past cases that look like a finding, nearest first. */
export function useSimilar(id: string, finding: number) {
  return useQuery({
    queryKey: ["similar", id, finding],
    queryFn: async () => answer(await api.GET("/api/v1/inspections/{id}/similar", { params: { path: { id }, query: { finding, limit: SIMILAR } } })),
    staleTime: 60_000,
  });
}
