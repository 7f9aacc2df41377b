import { TextInput } from "@mantine/core";
import { useZone } from "@/shared/live/clock";
import { fromZonedInput, zonedInput } from "@/shared/ui/zoned-time";

interface PlantTimeInputProps { label: string; value: number | null; onChange: (time: number | null) => void; required?: boolean }

/** A time by the plant's clock, such as when an order is due. */
export function PlantTimeInput({ label, value, onChange, required = false }: PlantTimeInputProps) {
  const zone = useZone();
  return (
    <TextInput
      type="datetime-local" label={label} description={`Plant time, ${zone}`} inputWrapperOrder={["label", "input", "description", "error"]} required={required}
      value={value === null ? "" : zonedInput(value, zone)} onChange={(event) => onChange(fromZonedInput(event.currentTarget.value, zone))}
    />
  );
}
