import { Button, Menu } from "@mantine/core";
import { IconBraces, IconCalendarDown, IconDownload, IconFileTypeCsv, IconVector } from "@tabler/icons-react";

const FORMATS = [
  { format: "csv", label: "Table (CSV)", Icon: IconFileTypeCsv },
  { format: "ics", label: "Calendar (iCalendar)", Icon: IconCalendarDown },
  { format: "svg", label: "Chart (SVG)", Icon: IconVector },
  { format: "json", label: "Schedule (JSON)", Icon: IconBraces },
] as const;

/** Takes the plan along: in force, or of a draft by its id. */
export function ExportsMenu({ draft }: { draft?: string }) {
  const path = draft === undefined ? "/api/v1/schedule/export" : `/api/v1/plans/${encodeURIComponent(draft)}/export`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>Export</Button></Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label, Icon }) => <Menu.Item key={format} component="a" href={`${path}?format=${format}`} download={`schedule.${format}`} leftSection={<Icon size={16} />}>{label}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
