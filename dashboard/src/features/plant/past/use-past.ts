import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { createStore } from "zustand";
import { pastTwin } from "@/features/plant/past/past-twin";
import { answer, api } from "@/shared/api/client";
import { type Live, useLive } from "@/shared/live/store";
import type { TwinStore } from "@/shared/live/told";

const HOUR_MS = 3_600_000;
const SHIFT_MS = 8 * HOUR_MS;

export interface Past { store: TwinStore; known: boolean; fetching: boolean; error: Error | null; retry: () => void }

/** The plant at a time of the past, in a store of its own beside the live one. */
export function usePast(at: number | null): Past {
  const plant = useLive((live) => live.plant);
  const [store] = useState(() => createStore<Live>()(() => ({ ...useLive.getState(), machines: {}, lots: {}, alarms: {}, lines: {} })));
  const query = useQuery({
    queryKey: ["state", at],
    queryFn: async ({ signal }) => {
      const to = new Date(at ?? 0).toISOString();
      const [state, kpis] = await Promise.all([
        api.GET("/api/v1/state", { params: { query: { at: to } }, signal }),
        api.GET("/api/v1/kpis", { params: { query: { from: new Date(await shiftStart(at ?? 0, signal)).toISOString(), to } }, signal }),
      ]);
      return { state: answer(state), kpis: kpis.data ?? null };
    },
    enabled: at !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const { data } = query;
  useEffect(() => {
    if (plant !== null && data !== undefined) {
      store.setState(pastTwin(plant, data.state, data.kpis));
    }
  }, [store, plant, data]);
  return { store, known: data !== undefined, fetching: query.isFetching, error: query.error, retry: () => void query.refetch() };
}

/** When the shift began that the time lies in; else as long ago as a shift is long. */
async function shiftStart(at: number, signal: AbortSignal): Promise<number> {
  const shifts = await api.GET("/api/v1/kpis/shifts", { params: { query: {} }, signal });
  const within = shifts.data?.items.map((shift) => Date.parse(shift.from)).filter((from) => from < at && from > at - 12 * HOUR_MS) ?? [];
  return within.length === 0 ? at - SHIFT_MS : Math.max(...within);
}
