import { Kbd, Modal, Table } from "@mantine/core";
import { PAGES } from "@/app/pages";

const OTHERS: readonly (readonly [string, string])[] = [
  ["d", "Dark or light colours"],
  ["v", "Plant: next view (3D, 2D, split)"],
  ["c", "Plant 3D: next camera"],
  ["t", "Plant: look back, and back to live"],
  ["+ − 0 n", "Schedule: zoom, show all, go to now"],
  ["← → ↑ ↓", "Schedule: from bar to bar; with Shift pan"],
  ["Enter", "Schedule: open the bar, pin it there"],
  ["← →", "Inspection: previous, next finding"],
  ["c r", "Inspection: confirm, reject the finding"],
  ["m h z", "Inspection: mark what was missed, heat map, close up"],
  ["[ ]", "Inspection: newer, older"],
  ["Esc", "Close the panel or dialog; put a bar back, discard a preview"],
  ["?", "This list"],
];

export function ShortcutsHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" centered>
      <Table>
        <Table.Tbody>
          {PAGES.map(({ path, label }, index) => (
            <Table.Tr key={path}><Table.Td><Kbd>{index + 1}</Kbd></Table.Td><Table.Td>{label}</Table.Td></Table.Tr>
          ))}
          {OTHERS.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td>{keys.split(" ").map((key) => <Kbd key={key} mr={4}>{key}</Kbd>)}</Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
