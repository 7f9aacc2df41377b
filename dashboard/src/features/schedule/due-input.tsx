import { TextInput } from "@mantine/core";
import { useZone } from "@/shared/live/clock";
import { fromZonedInput, zonedInput } from "@/shared/ui/zoned-time";

interface DueInputProps { value: number | null; onChange: (due: number | null) => void; required?: boolean }

/** When an order is due, by the plant's clock. */
export function DueInput({ value, onChange, required = false }: DueInputProps) {
  const zone = useZone();
  return (
    <TextInput
      type="datetime-local" label="Due" description={`Plant time, ${zone}`} inputWrapperOrder={["label", "input", "description", "error"]} required={required}
      value={value === null ? "" : zonedInput(value, zone)} onChange={(event) => onChange(fromZonedInput(event.currentTarget.value, zone))}
    />
  );
}
