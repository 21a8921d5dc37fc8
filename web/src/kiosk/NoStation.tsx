// A device that is no station: how it becomes one, and what it still owes.
import { t } from "../words/words";
import { Appearance } from "./Appearance";

export const NoStation = ({ owed }: { owed: number }) => (
  <main className="entrance">
    <h1>{t("kiosk.no-station")}</h1>
    <p>{t("kiosk.no-station-how")}</p>
    {owed > 0 && (
      <p role="status" className="bar pending">
        {t("kiosk.no-station-owed", { count: owed })}
      </p>
    )}
    <Appearance />
  </main>
);
