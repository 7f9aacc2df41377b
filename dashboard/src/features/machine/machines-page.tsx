import { Page } from "@/shared/ui/page";

export function MachinesPage() {
  return <Page title="MachinesPage">{null}</Page>;
}
