import { Button, FileInput, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { linkTo } from "@/features/quality/inspection/judging";
import { answer, api } from "@/shared/api/client";
import { useLive } from "@/shared/live/store";

const PICTURES = "image/png,image/jpeg,image/bmp,image/tiff";

/** Inspects a picture from this computer. */
export function UploadForm({ onClose }: { onClose: () => void }) {
  const machines = useLive((live) => live.plant?.machines) ?? [];
  const cameras = useLive((live) => live.plant?.cameras) ?? [];
  const [image, setImage] = useState<File | null>(null);
  const [template, setTemplate] = useState<File | null>(null);
  const [machine, setMachine] = useState<string | null>(cameras[0]?.machine ?? null);
  const [serial, setSerial] = useState("");
  const navigate = useNavigate();
  const sending = useMutation({
    mutationFn: async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ image, template, machine, serial: serial === "" ? null : serial })) {
        if (value !== null) {
          form.append(name, value);
        }
      }
      return answer(await api.POST("/api/v1/inspections", { body: form, bodySerializer: () => form }));
    },
    onSuccess: (inspection) => navigate(linkTo(inspection, "all")),
  });
  return (
    <Modal opened onClose={onClose} title="Inspect a picture" centered>
      <form onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}>
        <Stack gap="sm">
          <FileInput label="Picture of the part" placeholder="Choose a file" accept={PICTURES} value={image} onChange={setImage} required clearable />
          <FileInput label="Template" description="A good part to compare with; not needed where a trained model looks at single pictures" placeholder="Choose a file" accept={PICTURES} value={template} onChange={setTemplate} clearable />
          <Select label="Machine" data={machines.map((one) => ({ value: one.id, label: one.name }))} value={machine} onChange={setMachine} searchable />
          <TextInput label="Serial number" placeholder="Given if left empty" value={serial} onChange={(event) => setSerial(event.currentTarget.value)} />
          {sending.isError && <p className="bad small" role="alert">{sending.error.message}</p>}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>Cancel</Button><Button type="submit" loading={sending.isPending} disabled={image === null}>Inspect</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
