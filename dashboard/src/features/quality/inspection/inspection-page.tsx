import { Link, useParams, useSearchParams } from "react-router";
import { shownOf } from "@/features/quality/inspection/judging";
import { Review } from "@/features/quality/inspection/review";
import { useInspection } from "@/features/quality/inspection/use-inspection";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import "@/features/quality/inspection/inspection.css";

/** One inspection to look into, judge and correct. */
export function InspectionPage() {
  const id = useParams()["id"] ?? "";
  const [search] = useSearchParams();
  const { data, isError, error, refetch } = useInspection(id);
  if (data === undefined) {
    return (
      <Page title="Inspection" lead={<Link to="/quality">All inspections</Link>}>
        {isError ? <Notice kind="error" title="This inspection cannot be shown" action={{ label: "Try again", onClick: () => void refetch() }}>{error.message}</Notice> : <Loading what="the inspection" lines={8} />}
      </Page>
    );
  }
  return <Review key={id} inspection={data} shown={shownOf(search.get("only"))} first={search.get("finding")} />;
}
