import "@mantine/core/styles.css";
import "./shell/kilter.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { Refusal } from "./api/client";
import { theme } from "./shell/theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What the server refuses stays refused; when it does not answer it is asked again, slower and slower.
      retry: (failures, error) => !(error instanceof Refusal) && failures < 20,
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 10_000),
    },
  },
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
