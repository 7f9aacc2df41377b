import { ModelPanel } from "@/features/maintenance/models/model-panel";
import { familiesOf } from "@/features/maintenance/models/model-words";
import { useModels } from "@/features/maintenance/models/use-models";
import { Sections } from "@/features/maintenance/sections";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import "@/features/maintenance/maintenance.css";
import "@/features/maintenance/models/models.css";

/** Trained models: which version counts, what each was made of, and how well each does in this plant. */
export function ModelsPage() {
  const { data, isError, error, refetch } = useModels();
  return (
    <Page title="Models" lead="Which version answers, what it learned from, and how well each does in this plant" aside={<Sections />}>
      {isError ? <Notice kind="error" title="The models cannot be read" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice>
        : data === undefined ? <Loading what="the models" />
        : data.length === 0 ? <Notice kind="empty" title="No trained models">Train one from machines that failed: ./millwright train maintenance --data FILE --asset-class CLASS. Or from pictures: ./millwright train vision --data DIR. It shows here as a shadow within seconds. Until then the health monitor watches every machine, and rules judge pictures that come with templates.</Notice>
        : familiesOf(data).map((family) => <ModelPanel key={family.name} family={family} />)}
    </Page>
  );
}
