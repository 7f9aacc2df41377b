import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Card } from "@/features/maintenance/models/card";
import { Comparison } from "@/features/maintenance/models/comparison";
import { DriftPanel } from "@/features/maintenance/models/drift-panel";
import { type Family, kindOf } from "@/features/maintenance/models/model-words";
import { ModelPictures } from "@/features/maintenance/models/model-pictures";
import { useVersions } from "@/features/maintenance/models/use-models";
import { VersionsTable } from "@/features/maintenance/models/versions-table";
import { Notice } from "@/shared/ui/notice";
import { Panel } from "@/shared/ui/panel";

/** One name's versions: compared, and one of them with its card and its drift. */
export function ModelPanel({ family }: { family: Family }) {
  const { data, isError, error, refetch } = useVersions(family.name);
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = data ?? family.versions;
  const shown = versions.find((model) => model.version === chosen) ?? versions[0];
  if (shown === undefined) {
    return null;
  }
  return (
    <Panel
      title={family.name} flush
      aside={<>
        <span>{shown.class === null ? kindOf(shown) : `class ${shown.class}`}</span>
        {versions.length > 1 && <SegmentedControl size="xs" aria-label={`Version of ${family.name} shown`} value={shown.version} onChange={setChosen} data={versions.map((model) => ({ value: model.version, label: `Version ${model.version}` }))} />}
      </>}
    >
      {isError && <Notice kind="error" title="Its drift cannot be read" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>}
      <VersionsTable versions={versions} />
      {shown.cameras.length > 0 && <Comparison name={family.name} cameras={shown.cameras} />}
      <div className="model-details">
        <section aria-label={`Card of version ${shown.version}`}><h3>Card of version {shown.version}</h3><Card model={shown} /></section>
        {shown.class !== null && <section aria-label={`Drift of version ${shown.version}`}>
          <h3>Drift against the training of version {shown.version}</h3>
          {shown.drift === null ? <p className="small dim">{data === undefined ? "Reading …" : "Not told: either the model does not say what it was trained on, or too few rows have come yet."}</p> : <DriftPanel drift={shown.drift} />}
        </section>}
        <section className="model-drawn" aria-label={`Pictures of version ${shown.version}`}><h3>How good version {shown.version} is, drawn</h3><ModelPictures model={shown} /></section>
      </div>
    </Panel>
  );
}
