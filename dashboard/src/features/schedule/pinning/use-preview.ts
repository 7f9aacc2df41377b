import { useMutation } from "@tanstack/react-query";
import type { Preview, Wish } from "@/features/schedule/pinning/preview";
import { answer, api, taken } from "@/shared/api/client";

/** A wish on trial: asked of the server as a dry run, looked at, then adopted or discarded. */
export function usePreview() {
  const asking = useMutation({ mutationFn: rehearse });
  const adopting = useMutation({ mutationFn: adopt, onSuccess: asking.reset });
  const discard = (): void => {
    asking.reset();
    adopting.reset();
  };
  return { asking, adopting, discard };
}

export function useUnpin() {
  return useMutation({ mutationFn: async (operation: string) => taken(await api.DELETE("/api/v1/operations/{operation}/pin", { params: { path: { operation } } })) });
}

async function rehearse(wish: Wish): Promise<Preview> {
  if (wish.kind === "draft") {
    const trial = answer(await api.POST("/api/v1/plans/{id}/adopt", { params: { path: { id: wish.id } }, body: { dryRun: true } }));
    return "better" in trial ? trial : notTried();
  }
  const plan = answer(await api.PUT("/api/v1/operations/{operation}/pin", { params: { path: { operation: wish.bar.key } }, body: { ...wish.pin, dryRun: true } }));
  return "operations" in plan ? { plan, changes: plan.changes, better: null } : notTried();
}

function notTried(): never {
  throw new Error("The server did it at once instead of trying it. Look at the plan in force.");
}

async function adopt(wish: Wish): Promise<void> {
  if (wish.kind === "draft") {
    taken(await api.POST("/api/v1/plans/{id}/adopt", { params: { path: { id: wish.id } }, body: {} }));
  } else {
    taken(await api.PUT("/api/v1/operations/{operation}/pin", { params: { path: { operation: wish.bar.key } }, body: wish.pin }));
  }
}
