import { Page } from "@/shared/ui/page";

export function SchedulePage() {
  return <Page title="SchedulePage">{null}</Page>;
}
