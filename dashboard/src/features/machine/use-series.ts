import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type uPlot from "uplot";
import { answer, api } from "@/shared/api/client";
import { plantNow } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";

interface Tail { key: string; times: number[]; values: number[] }

const NOTHING = { times: [], values: [] };
const KEPT = 2000;

function appended(tail: Tail, key: string, time: number, value: number): Tail {
  if (tail.key !== key) {
    return { key, times: [time], values: [value] };
  }
  return time <= (tail.times.at(-1) ?? 0) ? tail : { key, times: [...tail.times, time].slice(-KEPT), values: [...tail.values, value].slice(-KEPT) };
}

/** A signal's history from the server, and from then on what the socket says: time, mean, min and max. */
export function useSeries(machine: string, signal: string, hours: number) {
  const key = `${machine} ${signal} ${hours}`;
  const [tail, setTail] = useState<Tail>({ key, times: [], values: [] });
  const query = useQuery({
    queryKey: ["series", machine, signal, hours],
    queryFn: async () => {
      const now = plantNow();
      const params = { query: { machine, signal, from: new Date(now - hours * 3_600_000).toISOString(), to: new Date(now).toISOString(), points: 400 } };
      return answer(await api.GET("/api/v1/history/series", { params }));
    },
    staleTime: 60_000,
    refetchOnMount: "always",
  });
  useEffect(() => {
    return useLive.subscribe((live, before) => {
      const reading = live.machines[machine]?.signals.find((candidate) => candidate.name === signal);
      if (live.machines[machine] === before.machines[machine] || reading?.value == null || reading.stale) {
        return;
      }
      const time = Date.parse(reading.time) / 1000;
      const value = reading.value;
      setTail((known) => appended(known, key, time, value));
    });
  }, [key, machine, signal]);

  const data = useMemo((): uPlot.AlignedData => joined(query.data?.points ?? [], tail.key === key ? tail : NOTHING, hours), [query.data, tail, key, hours]);
  return { ...query, data, unit: query.data?.unit ?? "" };
}

interface Point { time: string; min: number; max: number; mean: number }

export function joined(points: readonly Point[], tail: Pick<Tail, "times" | "values">, hours: number): uPlot.AlignedData {
  const times = points.map((point) => Date.parse(point.time) / 1000);
  const last = times.at(-1) ?? 0;
  const first = tail.times.findIndex((time) => time > last);
  const moreTimes = first < 0 ? [] : tail.times.slice(first);
  const more = first < 0 ? [] : tail.values.slice(first);
  const all = [...times, ...moreTimes];
  const start = all.findIndex((time) => time >= (all.at(-1) ?? 0) - hours * 3600);
  return [all, [...points.map((point) => point.mean), ...more], [...points.map((point) => point.min), ...more], [...points.map((point) => point.max), ...more]]
    .map((column) => column.slice(Math.max(0, start))) as uPlot.AlignedData;
}
