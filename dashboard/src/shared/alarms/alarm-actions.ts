import { useMutation } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";
import { operator } from "@/shared/api/operator";
import { plantNow } from "@/shared/live/clock";
import type { AlarmView } from "@/shared/wire/wire";

const SHELVED_MS = 3_600_000;

export type AlarmAction = "acknowledge" | "shelve" | "unshelve";

export function useAlarmAction() {
  return useMutation({
    mutationFn: async ({ alarm, action }: { alarm: AlarmView; action: AlarmAction }) => {
      const params = { path: { id: alarm.id } };
      const by = operator();
      switch (action) {
        case "acknowledge":
          return answer(await api.POST("/api/v1/alarms/{id}/acknowledge", { params, body: { by } }));
        case "shelve": {
          const until = new Date(plantNow() + SHELVED_MS).toISOString();
          return answer(await api.POST("/api/v1/alarms/{id}/shelve", { params, body: { by, until } }));
        }
        case "unshelve":
          return answer(await api.POST("/api/v1/alarms/{id}/unshelve", { params, body: { by } }));
      }
    },
  });
}
