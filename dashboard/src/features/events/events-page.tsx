import { Button, Select, Tabs } from "@mantine/core";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { EventFeed } from "@/features/events/event-feed";
import { KINDS, QUIET } from "@/features/events/kinds";
import { kindOf, storiesOf } from "@/features/events/story";
import { StoryList } from "@/features/events/story-list";
import { StoryView } from "@/features/events/story-view";
import { useEvents } from "@/features/events/use-events";
import { useLive } from "@/shared/live/store";
import { words } from "@/shared/ui/format";
import { Loading } from "@/shared/ui/loading";
import { Notice } from "@/shared/ui/notice";
import { Page } from "@/shared/ui/page";
import { Panel } from "@/shared/ui/panel";
import "@/features/events/events.css";

const SHOWN = 150;

export function EventsPage() {
  const [search, setSearch] = useSearchParams();
  const tab = search.get("tab") === "stories" ? "stories" : "feed";
  return (
    <Page title="Events" lead="Everything that happened, and how one thing led to another">
      <Tabs value={tab} onChange={(value) => setSearch(value === "stories" ? { tab: value } : {})} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="feed">Feed</Tabs.Tab>
          <Tabs.Tab value="stories">Stories</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="feed"><Feed /></Tabs.Panel>
        <Tabs.Panel value="stories"><Stories /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Feed() {
  const [search, setSearch] = useSearchParams();
  const live = useLive((state) => state.events);
  const plant = useLive((state) => state.plant);
  const subject = search.get("subject");
  const type = search.get("type");
  const filtered = subject !== null || type !== null;
  const past = useEvents({ ...(subject === null ? {} : { subject }), ...(type === null ? {} : { type: [type] }) }, filtered);
  const shown = useMemo(() => {
    const fits = live.filter((event) => (subject === null || event.subject === subject || event.subject.startsWith(`${subject}/`)) && (type === null || kindOf(event) === type));
    const known = new Map([...(filtered ? (past.data?.items ?? []) : []), ...fits].map((event) => [event.offset, event]));
    return [...known.values()].filter((event) => type !== null || !QUIET.has(kindOf(event))).sort((a, b) => b.offset - a.offset).slice(0, SHOWN);
  }, [live, past.data, subject, type, filtered]);
  const set = (key: string, value: string | null): void => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value === null) {
      next.delete(key);
    } else {
      next.set(key, value);
    }
    return next;
  }, { replace: true });
  const places = [...(plant === null ? [] : [{ value: plant.site, label: plant.title }]), ...(plant?.lines ?? []).map((line) => ({ value: line.id, label: line.name })), ...(plant?.machines ?? []).map((machine) => ({ value: machine.id, label: machine.name }))];
  return (
    <div className="stack">
      <div className="row row-wrap">
        <Select size="xs" aria-label="Where" placeholder="Anywhere" data={places} value={subject} onChange={(value) => set("subject", value)} searchable clearable clearButtonProps={{ "aria-label": "Anywhere" }} />
        <Select size="xs" aria-label="Kind of event" placeholder="Any kind" data={KINDS.map((kind) => ({ value: kind, label: words(kind) }))} value={type} onChange={(value) => set("type", value)} searchable clearable clearButtonProps={{ "aria-label": "Any kind" }} />
        {filtered && <Button size="xs" variant="subtle" onClick={() => setSearch({})}>Show all</Button>}
      </div>
      <Panel flush>
        {past.isError ? <Notice kind="error" title="The journal did not answer" action={{ label: "Try again", onClick: () => void past.refetch() }}>{past.error.message}</Notice>
          : shown.length === 0 ? (filtered && past.isPending ? <Loading what="events" /> : <Notice kind="empty" title="No such events">Nothing in the journal fits this choice.</Notice>)
          : <EventFeed events={shown} />}
      </Panel>
    </div>
  );
}

function Stories() {
  const [search, setSearch] = useSearchParams();
  const events = useLive((live) => live.events);
  const stories = useMemo(() => storiesOf(events), [events]);
  const asked = search.get("story");
  const chosen = asked ?? stories.find((story) => story.events.length > 3 && story.adopted)?.id ?? stories[0]?.id ?? null;
  const newest = stories.find((story) => story.id === chosen)?.events.at(-1)?.offset ?? 0;
  if (chosen === null) {
    return <Panel><Notice kind="empty" title="No stories yet">When an event leads to others, such as a defect to a new plan, their story is told here.</Notice></Panel>;
  }
  return (
    <div className="stories">
      <Panel title="Lately" aside={<span>{stories.length}</span>} flush className="stories-side">
        <StoryList stories={stories} chosen={chosen} onChoose={(id) => setSearch({ tab: "stories", story: id })} />
      </Panel>
      <Panel><StoryView id={chosen} newest={newest} /></Panel>
    </div>
  );
}
