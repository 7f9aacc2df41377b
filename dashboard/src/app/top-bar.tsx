import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconHelp, IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "react-router";
import { OperatorMenu } from "@/app/operator-menu";
import { usePlantNow, useZone } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { day, exactTime, number } from "@/shared/ui/format";

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const title = useLive((live) => live.plant?.title ?? "");
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("dark");
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label="Millwright, to the plant">
        <img src="/favicon.svg" alt="" width={26} height={26} />
        <span className="brand-name">Millwright</span>
      </Link>
      <span className="plant-title">{title}</span>
      <span className="top-bar-space" />
      <PlantClock />
      <LinkState />
      <OperatorMenu />
      <Tooltip label={`Use ${other} colours (d)`}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Use ${other} colours`} onClick={() => setColorScheme(other)}>
          {scheme === "dark" ? <IconSun size={19} stroke={1.6} /> : <IconMoon size={19} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Keyboard shortcuts (?)">
        <ActionIcon className="wide-only" variant="subtle" color="gray" size="lg" aria-label="Keyboard shortcuts" onClick={onHelp}>
          <IconHelp size={19} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function PlantClock() {
  const known = useLive((live) => live.clock !== null);
  const speed = useLive((live) => live.clock?.speed ?? 1);
  const zone = useZone();
  const now = usePlantNow(500);
  if (!known) {
    return null;
  }
  return (
    <span className="plant-clock live" title={`Plant time, ${zone}`}>
      <span className="wide-only dim">{day(now, zone)}</span>
      <time dateTime={new Date(now).toISOString()}>{exactTime(now, zone)}</time>
      {speed !== 1 && <span className="speed-badge" title="Plant time runs this much faster than the wall clock">{number(speed)}×</span>}
    </span>
  );
}

const LINK_WORDS = { connecting: "Connecting", live: "Live", reconnecting: "Stale" } as const;

function LinkState() {
  const phase = useLive((live) => live.link.phase);
  return (
    <span className="link-state" data-phase={phase} role="status">
      <span className="link-dot" aria-hidden />
      <span>{LINK_WORDS[phase]}</span>
    </span>
  );
}
