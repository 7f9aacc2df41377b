import { Link } from "react-router";
import { Notice } from "@/shared/ui/notice";

export function NotFound() {
  return (
    <Notice kind="empty" title="No such page">
      The address leads nowhere. <Link to="/">Back to the plant</Link>
    </Notice>
  );
}
