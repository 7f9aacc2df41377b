import { Component, type ReactNode } from "react";
import { Notice } from "@/shared/ui/notice";

/** Where a browser cannot draw in three dimensions, the plan still works. */
export class SceneBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed
      ? <Notice kind="error" title="No 3D here">This browser gives no WebGL. The 2D plan shows the same.</Notice>
      : this.props.children;
  }
}
