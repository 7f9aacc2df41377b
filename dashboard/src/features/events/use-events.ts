import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";
import type { EventFilter } from "@/shared/api/types";
import { type Story, storyOf } from "@/features/events/story";

const LIMIT = 200;

/** Events of the past that the live feed no longer holds, or that a filter asks for. */
export function useEvents(filter: EventFilter, enabled: boolean) {
  return useQuery({
    queryKey: ["events", filter],
    queryFn: async () => answer(await api.GET("/api/v1/events", { params: { query: { ...filter, limit: LIMIT } } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The whole of one story from the journal, its first event included. */
export function useStory(id: string, newest: number) {
  return useQuery({
    queryKey: ["story", id, newest],
    queryFn: async (): Promise<Story> => {
      const [root, rest] = await Promise.all([
        api.GET("/api/v1/events/{id}", { params: { path: { id } } }),
        api.GET("/api/v1/events", { params: { query: { correlation: id, limit: LIMIT } } }),
      ]);
      return storyOf(answer(root), answer(rest).items);
    },
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });
}
