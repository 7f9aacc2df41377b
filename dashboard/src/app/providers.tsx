import { type CSSVariablesResolver, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { router } from "@/app/routes";
import { theme } from "@/app/theme";

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: 1, refetchOnWindowFocus: false } },
});

/** Mantine's quiet words are too pale to read. */
const QUIET = { "--mantine-color-dimmed": "var(--mw-dim)", "--mantine-color-placeholder": "var(--mw-dim)" };

/** Quiet words and buttons that still read well, on either ground. */
const legible: CSSVariablesResolver = () => ({
  variables: {},
  light: QUIET,
  dark: {
    ...QUIET,
    "--mantine-color-steel-light": "rgba(82, 152, 198, 0.17)",
    "--mantine-color-steel-light-hover": "rgba(82, 152, 198, 0.27)",
    "--mantine-color-steel-light-color": "#a9d0ea",
    "--mantine-color-red-light": "rgba(236, 77, 82, 0.15)",
    "--mantine-color-red-light-hover": "rgba(236, 77, 82, 0.25)",
    "--mantine-color-red-light-color": "#ffa8aa",
  },
});

export function Providers() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={legible}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
