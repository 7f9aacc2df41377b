import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCircleDashed } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface NoticeProps {
  kind: "empty" | "error";
  title: string;
  children?: ReactNode;
  action?: { label: string; onClick: () => void };
}

/** Says why there is nothing to see here, and what helps. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  const Icon = kind === "error" ? IconAlertTriangle : IconCircleDashed;
  return (
    <div className="notice" data-kind={kind} role={kind === "error" ? "alert" : undefined}>
      <Icon size={28} stroke={1.4} aria-hidden />
      <p className="notice-title">{title}</p>
      {children !== undefined && <p className="notice-text">{children}</p>}
      {action !== undefined && <Button variant="default" size="xs" onClick={action.onClick}>{action.label}</Button>}
    </div>
  );
}
