import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { answer, api } from "@/shared/api/client";
import { useStale } from "@/shared/live/clock";
import type { WishView } from "@/shared/wire/wire";

/** Takes a wish back that no longer has a reason; its slot goes back to the plan. */
export function WithdrawWish({ wish }: { wish: WishView }) {
  const stale = useStale();
  const withdrawing = useMutation({ mutationFn: async () => answer(await api.DELETE("/api/v1/maintenance/wishes/{id}", { params: { path: { id: wish.id } } })) });
  return (
    <>
      <Button size="compact-xs" variant="subtle" color="gray" loading={withdrawing.isPending} disabled={stale} onClick={() => withdrawing.mutate()} aria-label={`Withdraw wish ${wish.id}`}>Withdraw</Button>
      {withdrawing.isError && <span className="bad small" role="alert">{withdrawing.error.message}</span>}
    </>
  );
}
