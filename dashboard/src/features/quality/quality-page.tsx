import { Page } from "@/shared/ui/page";

export function QualityPage() {
  return <Page title="QualityPage">{null}</Page>;
}
