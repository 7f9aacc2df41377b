import { useMutation, useQuery } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { OrderView } from "@/shared/wire/wire";

type OrderPatch = components["schemas"]["OrderPatchForm"];

/** An order as it stands in the twin, with the tag of that version. */
export interface Versioned { order: OrderView; tag: string | null }

export function useOrder(id: string) {
  return useQuery({
    queryKey: ["order", id],
    queryFn: async (): Promise<Versioned> => {
      const result = await api.GET("/api/v1/orders/{id}", { params: { path: { id } } });
      return { order: answer(result), tag: result.response.headers.get("ETag") };
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** Changes the version that was looked at: what someone else changed meanwhile is not overwritten. */
export function useChangeOrder(id: string) {
  return useMutation({
    mutationFn: async ({ patch, tag }: { patch: OrderPatch; tag: string | null }) =>
      answer(await api.PATCH("/api/v1/orders/{id}", { params: { path: { id } }, body: patch, headers: tag === null ? {} : { "If-Match": tag } })),
  });
}

export function useCancelOrder(id: string) {
  return useMutation({ mutationFn: async () => answer(await api.DELETE("/api/v1/orders/{id}", { params: { path: { id } } })) });
}
