// The station's machines: whether they run, and who may says that they stand still.
import { useState } from "react";
import { t } from "../../words/words";
import type { Kiosk, Person } from "../kiosk";
import { may } from "./may";
import { ReasonSheet } from "./ReasonSheet";
import type { Screen, Unit } from "../server";

export const Units = ({ kiosk, screen, person }: { kiosk: Kiosk; screen: Screen; person: Person | null }) => (
  <section aria-labelledby="units">
    <h2 id="units">{t("kiosk.machines")}</h2>
    <ul className="units">
      {screen.units.map((unit) => (
        <OneUnit key={unit.id} kiosk={kiosk} unit={unit} acts={may(person, "units")} />
      ))}
    </ul>
  </section>
);

const OneUnit = ({ kiosk, unit, acts }: { kiosk: Kiosk; unit: Unit; acts: boolean }) => {
  const [open, setOpen] = useState(false);
  const say = (kind: string, fields: object, words: string): void => {
    setOpen(false);
    void kiosk.report(kind, { work_unit: unit.id, ...fields }, `${unit.id} ${words}`);
  };
  return (
    <li>
      <span>
        {unit.id} {unit.name !== unit.id && <span className="soft">{unit.name}</span>}{" "}
        {unit.down && (
          <span className="alarm">
            × {t("kiosk.stands")} {unit.down.reason}
          </span>
        )}
      </span>
      {acts &&
        (unit.down ? (
          <button type="button" onClick={() => say("unit.up", {}, t("kiosk.said-up"))} aria-label={`${unit.id} ${t("kiosk.runs-again")}`}>
            {t("kiosk.runs-again")}
          </button>
        ) : (
          <button type="button" onClick={() => setOpen(true)} aria-label={`${unit.id} ${t("kiosk.stands-still")}`}>
            {t("kiosk.stands-still")}
          </button>
        ))}
      {open && (
        <ReasonSheet
          title={t("kiosk.down-why", { unit: unit.id })}
          reasons={t("kiosk.down-reasons")}
          close={() => setOpen(false)}
          take={(reason) => say("unit.down", { reason }, t("kiosk.said-down"))}
        />
      )}
    </li>
  );
};
