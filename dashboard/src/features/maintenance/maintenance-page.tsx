import { Page } from "@/shared/ui/page";

export function MaintenancePage() {
  return <Page title="MaintenancePage">{null}</Page>;
}
