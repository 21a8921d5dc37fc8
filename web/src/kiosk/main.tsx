import "./kiosk.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { memoryKeep, openKeep } from "./keep";
import { Kiosk } from "./kiosk";
import { realServer } from "./server";

// Without TLS browsers have no service workers but on the device itself: then only a reload without a network is lost.
if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/kiosk-worker.js", { scope: "/kiosk" });
void navigator.storage?.persist?.();

const begin = async (): Promise<void> => {
  const server = realServer();
  const kept = await openKeep().catch(() => null);
  const kiosk = new Kiosk(kept ?? memoryKeep(), server);
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <App kiosk={kiosk} server={server} keeps={kept !== null} />
    </StrictMode>,
  );
};

void begin();
