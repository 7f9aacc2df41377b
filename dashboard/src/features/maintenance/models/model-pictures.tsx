import { Modal, Skeleton } from "@mantine/core";
import { useState } from "react";
import { pictureTitle } from "@/features/maintenance/models/model-words";
import { useModelPictures } from "@/features/maintenance/models/use-models";
import type { ModelVersion } from "@/shared/api/types";

/** What training drew of a version: curves, confusion matrix, worst cases; each opens large. */
export function ModelPictures({ model }: { model: ModelVersion }) {
  const { data, isError, error } = useModelPictures(model.name, model.version);
  const [open, setOpen] = useState<string | null>(null);
  const opened = data?.find((picture) => picture.name === open);
  if (isError) {
    return <p className="small bad" role="alert">{error.message}</p>;
  }
  if (data === undefined) {
    return <Skeleton height={120} aria-label="Loading pictures" />;
  }
  if (data.length === 0) {
    return <p className="small dim">No pictures lie beside this card. They go by the name of its version: {model.name}-{model.version}-curve.svg or .png.</p>;
  }
  return (
    <>
      <ul className="model-pictures plain">
        {data.map((picture) => (
          <li key={picture.name}>
            <button type="button" onClick={() => setOpen(picture.name)}>
              <img src={picture.url} alt="" loading="lazy" />
              <span className="small">{pictureTitle(picture.name)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Modal opened={opened !== undefined} onClose={() => setOpen(null)} title={opened === undefined ? "" : `${pictureTitle(opened.name)}: ${model.name} ${model.version}`} size="xl" centered>
        {opened !== undefined && <img className="model-picture" src={opened.url} alt={pictureTitle(opened.name)} />}
      </Modal>
    </>
  );
}
