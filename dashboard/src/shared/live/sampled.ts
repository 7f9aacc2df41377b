import { useEffect, useState } from "react";
import { type Live, useLive } from "@/shared/live/store";

/** The live plant, looked at every so often: for pages with more to draw than several changes a second leave time for. */
export function useSampledLive(everyMs = 500): Live {
  const [live, setLive] = useState(useLive.getState);
  useEffect(() => {
    const timer = setInterval(() => setLive(useLive.getState()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return live;
}
