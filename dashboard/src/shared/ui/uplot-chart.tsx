import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

interface ChartProps {
  /** Built anew when this changes; remember it. */
  options: Omit<uPlot.Options, "width" | "height">;
  data: uPlot.AlignedData;
  height: number;
  label: string;
}

/** A uPlot chart as wide as its place. */
export function UplotChart({ options, data, height, label }: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef(data);
  useEffect(() => {
    const place = host.current;
    if (place === null) {
      return;
    }
    const plot = new uPlot({ ...options, width: Math.max(100, place.clientWidth), height }, latest.current, place);
    chart.current = plot;
    const resizing = new ResizeObserver(() => {
      if (place.clientWidth > 0 && place.clientWidth !== plot.width) {
        plot.setSize({ width: place.clientWidth, height });
      }
    });
    resizing.observe(place);
    return () => {
      resizing.disconnect();
      plot.destroy();
      chart.current = null;
    };
  }, [options, height]);
  useEffect(() => {
    latest.current = data;
    chart.current?.setData(data);
  }, [data]);
  return <div ref={host} className="chart" role="img" aria-label={label} />;
}
