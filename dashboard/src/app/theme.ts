import { createTheme, Modal, type MantineColorsTuple } from "@mantine/core";

const steel: MantineColorsTuple = ["#e9f4fb", "#d5e6f1", "#a9cce2", "#79b0d3", "#5298c6", "#3a89be", "#2b81bb", "#1a6ea5", "#086294", "#005584"];
const dark: MantineColorsTuple = ["#d3dbe2", "#aab6c1", "#8494a2", "#5f7080", "#3c4a57", "#2b3742", "#202a33", "#182028", "#11181e", "#0b1115"];

export const theme = createTheme({
  primaryColor: "steel",
  primaryShade: 7,
  colors: { steel, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: "600" },
  defaultRadius: "sm",
  cursorType: "pointer",
  components: { Modal: Modal.extend({ defaultProps: { closeButtonProps: { "aria-label": "Close" } } }) },
});
