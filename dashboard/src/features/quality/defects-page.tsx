import { Select } from "@mantine/core";
import { useState } from "react";
import { CausesPanel } from "@/features/quality/causes-panel";
import { ConfirmationsPanel } from "@/features/quality/confirmations-panel";
import { DefectTrend } from "@/features/quality/defect-trend";
import { Pareto } from "@/features/quality/pareto";
import { QualitySections } from "@/features/quality/sections";
import { useLive } from "@/shared/live/store";
import { Page } from "@/shared/ui/page";
import "@/features/quality/quality.css";

/** Which defects are most, where and when, what they point to, and how far the inspector can be believed. */
export function DefectsPage() {
  const lines = useLive((live) => live.plant?.lines) ?? [];
  const machines = useLive((live) => live.plant?.machines) ?? [];
  const [within, setWithin] = useState<string | null>(null);
  const choices = [{ group: "Lines", items: lines.map((line) => ({ value: line.id, label: line.name })) }, { group: "Stations", items: machines.map((machine) => ({ value: machine.id, label: machine.name })) }];
  return (
    <Page title="Defects" lead="Which are most, where and when, and what they point to" aside={<><Select size="xs" aria-label="Part of the plant" placeholder="Whole plant" data={choices} value={within} onChange={setWithin} clearable searchable w={190} /><QualitySections /></>}>
      <CausesPanel />
      <div className="columns">
        <div style={{ "--span": 5 }}><Pareto within={within} /></div>
        <div style={{ "--span": 7 }}><DefectTrend within={within} /></div>
      </div>
      <ConfirmationsPanel within={within} />
    </Page>
  );
}
