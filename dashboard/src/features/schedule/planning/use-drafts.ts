import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, taken } from "@/shared/api/client";
import type { Aim } from "@/features/schedule/planning/objectives";
import type { DraftView } from "@/shared/wire/planning";

const LIST = ["drafts"];
const POLL_MS = 700;

export function isActive(draft: DraftView | undefined): boolean {
  return draft?.state === "searching" || draft?.state === "waiting";
}

/** The searches that people asked for on the live plant, the newest first. */
export function useDrafts() {
  return useQuery({
    queryKey: LIST,
    queryFn: async () => answer(await api.GET("/api/v1/plans")).items.filter((draft) => draft.source === "plant"),
  });
}

/** One search, looked at again and again until it ends. */
export function useDraft(id: string | null) {
  return useQuery({
    queryKey: [...LIST, id],
    queryFn: async (): Promise<DraftView> => answer(await api.GET("/api/v1/plans/{id}", { params: { path: { id: id ?? "" } } })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isActive(state.data) ? POLL_MS : false),
  });
}

export function useStartDraft(onStarted: (id: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ seconds, aim }: { seconds: number; aim: Aim }): Promise<DraftView> =>
      answer(await api.POST("/api/v1/plans", { body: { seconds, ...(aim.levels === null ? {} : { objective: aim.levels }) } })),
    onSuccess: async ({ id }) => {
      onStarted(id);
      await queries.invalidateQueries({ queryKey: LIST });
    },
  });
}

/** Stops a search that still runs, which keeps what it found; puts away one that has ended. */
export function useStopDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => taken(await api.DELETE("/api/v1/plans/{id}", { params: { path: { id } } })),
    onSettled: async () => queries.invalidateQueries({ queryKey: LIST }),
  });
}

/** A found plan beside the plan in force. */
export function useComparison(id: string, enabled: boolean, inForce: string) {
  return useQuery({
    queryKey: [...LIST, id, "comparison", inForce],
    queryFn: async () => answer(await api.GET("/api/v1/plans/{id}/comparison", { params: { path: { id }, query: { with: "in-force" } } })),
    enabled,
  });
}
