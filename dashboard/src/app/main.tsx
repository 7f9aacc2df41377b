import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles.css";
import "@/app/app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Providers } from "@/app/providers";
import { startLive } from "@/app/start-live";

startLive();
const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no #root to draw into.");
}
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
