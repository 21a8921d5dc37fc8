// What this device shows: the wall of an area, the way to become a station, or the station.
import { useEffect, useState, useSyncExternalStore } from "react";
import { t } from "../words/words";
import { Appearance } from "./Appearance";
import type { Kiosk } from "./kiosk";
import { NoStation } from "./NoStation";
import type { Server } from "./server";
import { Station } from "./station/Station";
import { Wall } from "./Wall";

const WALL = /^\/kiosk\/wall\/([^/]+)/;
const TICK = 3_000; // milliseconds

// Starts the station, keeps it going and follows the floor's news for as long as it is shown.
const useStation = (kiosk: Kiosk, wanted: boolean): void => {
  useEffect(() => {
    if (!wanted) return undefined;
    const token = window.location.hash.slice(1);
    const begun = (async () => {
      await kiosk.begin();
      if (!token) return;
      window.history.replaceState(null, "", "/kiosk");
      await kiosk.enrol(token).catch(() => undefined);
    })();
    void begun;
    const ticking = setInterval(() => void kiosk.tick(), TICK);
    const retry = (): void => void kiosk.tick();
    const look = (): void => void kiosk.refresh();
    window.addEventListener("online", retry);
    window.addEventListener("offline", look);
    return () => {
      clearInterval(ticking);
      window.removeEventListener("online", retry);
      window.removeEventListener("offline", look);
    };
  }, [kiosk, wanted]);
};

const useNews = (kiosk: Kiosk, listening: boolean): void => {
  useEffect(() => {
    if (!listening) return undefined;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      clearTimeout(soon);
      soon = setTimeout(() => void kiosk.refresh(), 300);
    };
    const source = new EventSource("/api/v1/kiosk/stream");
    source.onopen = ask;
    source.onmessage = ask;
    source.onerror = ask;
    const anyway = setInterval(ask, 60_000);
    return () => {
      clearTimeout(soon);
      clearInterval(anyway);
      source.close();
    };
  }, [kiosk, listening]);
};

export const App = ({ kiosk, server, keeps }: { kiosk: Kiosk; server: Server; keeps: boolean }) => {
  const view = useSyncExternalStore(kiosk.subscribe, kiosk.current);
  const [area] = useState(() => WALL.exec(window.location.pathname)?.[1]);
  useStation(kiosk, area === undefined);
  useNews(kiosk, area === undefined && view.station === "enrolled");
  if (area !== undefined) return <Wall server={server} area={decodeURIComponent(area)} />;
  if (view.station === "none") return <NoStation owed={view.reports.length} />;
  if (!view.known || !view.screen) {
    return (
      <main className="entrance">
        <p>{view.offlineSince === null ? t("app.loading") : t("kiosk.no-server")}</p>
        <Appearance />
      </main>
    );
  }
  return <Station kiosk={kiosk} view={view} screen={view.screen} keeps={keeps} />;
};
