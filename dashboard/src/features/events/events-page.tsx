import { Page } from "@/shared/ui/page";

export function EventsPage() {
  return <Page title="EventsPage">{null}</Page>;
}
