import { Page } from "@/shared/ui/page";

export function MachinePage() {
  return <Page title="MachinePage">{null}</Page>;
}
