import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";
import { operator } from "@/shared/api/operator";

const EVERY_MS = 10_000;
const SHADOWS_EVERY_MS = 30_000;

/** Every version in the folder; what somebody trains or promotes beside the plant shows by itself. */
export function useModels() {
  return useQuery({ queryKey: ["models"], queryFn: async () => answer(await api.GET("/api/v1/models")), refetchInterval: EVERY_MS });
}

/** The versions of one name side by side, with their drift. */
export function useVersions(name: string) {
  return useQuery({ queryKey: ["models", name], queryFn: async () => answer(await api.GET("/api/v1/models/{name}", { params: { path: { name } } })), refetchInterval: EVERY_MS });
}

/** Pictures that lie beside a version's card. */
export function useModelPictures(name: string, version: string) {
  return useQuery({ queryKey: ["model-pictures", name, version], queryFn: async () => answer(await api.GET("/api/v1/models/{name}/{version}/pictures", { params: { path: { name, version } } })) });
}

/** How versions in shadow did beside what counted, on parts of this plant. */
export function useShadows(name: string) {
  return useQuery({ queryKey: ["models", name, "shadows"], queryFn: async () => answer(await api.GET("/api/v1/models/{name}/shadows", { params: { path: { name } } })), refetchInterval: SHADOWS_EVERY_MS });
}

/** Makes a version the one that counts; the one before becomes a shadow. */
export function usePromote(name: string) {
  const told = useTold();
  return useMutation({
    mutationFn: async (version: string) => answer(await api.POST("/api/v1/models/{name}/promote", { params: { path: { name } }, body: { version, by: operator() } })),
    onSuccess: told,
  });
}

/** Makes the version that counts a shadow, so that none does. */
export function useRetire(name: string) {
  const told = useTold();
  return useMutation({
    mutationFn: async () => answer(await api.POST("/api/v1/models/{name}/retire", { params: { path: { name } }, body: { by: operator() } })),
    onSuccess: told,
  });
}

/** Asks anew for all that depends on which version counts. */
function useTold(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: ["models"] }), queries.invalidateQueries({ queryKey: ["maintenance"] })]);
}
