import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { PlantTimeInput } from "@/features/schedule/plant-time-input";
import { api, taken } from "@/shared/api/client";
import { plantNow } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";

const FIRST_DUE_MS = 8 * 3_600_000;

export function OrderForm({ onClose }: { onClose: () => void }) {
  const products = useLive((live) => live.plant?.products) ?? [];
  const [product, setProduct] = useState<string | null>(products[0]?.id ?? null);
  const [quantity, setQuantity] = useState<number | string>(24);
  const [priority, setPriority] = useState<number | string>(1);
  const [due, setDue] = useState<number | null>(() => plantNow() + FIRST_DUE_MS);
  const [id, setId] = useState("");
  const [customer, setCustomer] = useState("");
  const adding = useMutation({
    mutationFn: async () => {
      const body = {
        product: product ?? "", quantity: Number(quantity), priority: Number(priority), ...(customer === "" ? {} : { customer }),
        ...(due === null ? {} : { dueDate: new Date(due).toISOString() }), id: id === "" ? `N-${Date.now().toString(36).toUpperCase()}` : id,
      };
      taken(await api.POST("/api/v1/orders", { body }));
    },
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title="Add an order" centered>
      <form onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}>
        <Stack gap="sm">
          <Select label="Product" data={products.map((one) => ({ value: one.id, label: one.name }))} value={product} onChange={setProduct} required />
          <Group grow>
            <NumberInput label="Quantity" min={1} max={10_000} value={quantity} onChange={setQuantity} required />
            <NumberInput label="Priority" description="1 ordinary, 10 urgent" inputWrapperOrder={["label", "input", "description", "error"]} min={1} max={10} value={priority} onChange={setPriority} required />
          </Group>
          <PlantTimeInput label="Due" value={due} onChange={setDue} />
          <Group grow>
            <TextInput label="Order number" placeholder="Given if left empty" value={id} onChange={(event) => setId(event.currentTarget.value)} />
            <TextInput label="Customer" value={customer} onChange={(event) => setCustomer(event.currentTarget.value)} />
          </Group>
          {adding.isError && <p className="bad small" role="alert">{adding.error.message}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Cancel</Button>
            <Button type="submit" loading={adding.isPending} disabled={product === null}>Add order</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
