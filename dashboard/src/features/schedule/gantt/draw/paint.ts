export interface Paint {
  text: string; dim: string; line: string; ground: string; stripe: string; heading: string; accent: string; now: string; changed: string; late: string; shade: string;
}

/** The page's colours, read once for each colour scheme. */
export function paintOf(element: Element): Paint {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: read("--mw-text"), dim: read("--mw-dim"), line: read("--mw-line"), ground: read("--mw-panel"), stripe: read("--mw-raised"), heading: read("--mw-ground"),
    accent: read("--mw-accent"), now: read("--mw-bad"), changed: read("--mw-warn"), late: read("--mw-bad"), shade: read("--mw-shade"),
  };
}

export const FONT = "500 11px 'Inter Variable', system-ui, sans-serif";
export const SMALL = "600 10.5px 'Inter Variable', system-ui, sans-serif";
export const BOLD = "600 12px 'Inter Variable', system-ui, sans-serif";
/** Words on bars. */
export const INK = "#0b1115";
