import { useRouteError } from "react-router";
import { Notice } from "@/shared/ui/notice";

export function RouteError() {
  const error = useRouteError();
  return (
    <Notice
      kind="error"
      title="This page could not be shown"
      action={{ label: "Load again", onClick: () => window.location.reload() }}
    >
      {error instanceof Error ? error.message : "Something unexpected happened."}
    </Notice>
  );
}
