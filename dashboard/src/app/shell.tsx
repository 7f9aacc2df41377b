import { useDisclosure } from "@mantine/hooks";
import { Outlet, useNavigation } from "react-router";
import { Navigation } from "@/app/navigation";
import { ShortcutsHelp } from "@/app/shortcuts-help";
import { SignInDialog } from "@/app/sign-in-dialog";
import { StaleBanner } from "@/app/stale-banner";
import { TopBar } from "@/app/top-bar";
import { useShortcuts } from "@/app/use-shortcuts";
import { useStale } from "@/shared/live/clock";
import { useLive } from "@/shared/live/store";
import { Loading } from "@/shared/ui/loading";

export function Shell() {
  const [helpShown, help] = useDisclosure(false);
  const stale = useStale();
  const known = useLive((live) => live.plant !== null);
  const leaving = useNavigation().state === "loading";
  useShortcuts(help.toggle);
  return (
    <div className="shell" data-stale={stale || undefined}>
      <a className="skip-link" href="#content">Skip to content</a>
      <TopBar onHelp={help.open} />
      <Navigation />
      <div className="shell-body">
        <StaleBanner />
        <main id="content" tabIndex={-1} aria-busy={leaving}>
          {known ? <Outlet /> : <Loading what="the plant" />}
        </main>
      </div>
      <SignInDialog />
      <ShortcutsHelp opened={helpShown} onClose={help.close} />
    </div>
  );
}
