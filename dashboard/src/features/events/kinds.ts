/** Every kind of fact the journal knows. */
export const KINDS = [
  "alarm-acknowledged", "alarm-cleared", "alarm-raised", "alarm-shelved", "alarm-unshelved", "command-issued", "command-refused", "connection-lost",
  "connection-opened", "finding-corrected", "health-assessed", "life-ended", "life-unknown", "lot-arrived", "lot-held", "lot-released", "machine-mode-changed", "machine-state-changed", "maintenance-finished", "maintenance-requested",
  "maintenance-started", "maintenance-withdrawn", "model-promoted", "model-retired", "operation-completed", "operation-dispatched", "operation-interrupted", "operation-pinned", "operation-started", "operation-unpinned", "order-added",
  "order-cancelled", "order-changed", "part-inspected", "parts-counted", "picture-refused", "plan-adopted", "plan-failed", "plan-requested", "readings-taken",
  "remaining-life-estimated", "rework-added", "shadow-inspected",
] as const;

/** Kinds that come with every part and ask nothing of a person: told where somebody looks for them, and in no story. */
export const QUIET: ReadonlySet<string> = new Set(["shadow-inspected"]);
