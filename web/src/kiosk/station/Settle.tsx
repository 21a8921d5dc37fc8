// A supervisor settles a contradiction at the station, in their own words.
import { useState } from "react";
import { t } from "../../words/words";
import { may } from "./may";
import type { Kiosk, Person } from "../kiosk";
import { ReasonSheet } from "./ReasonSheet";
import type { Conflict } from "../server";

export const Settle = ({ kiosk, person, conflict }: { kiosk: Kiosk; person: Person | null; conflict: Conflict }) => {
  const [open, setOpen] = useState(false);
  if (!may(person, "people")) return null;
  const settle = (decision: string): void => {
    setOpen(false);
    void kiosk.report("conflict.settled", { conflict: conflict.id, decision }, t("kiosk.said-settled"));
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {t("kiosk.settle")}
      </button>
      {open && (
        <ReasonSheet title={conflict.text} reasons={t("kiosk.settle-reasons")} close={() => setOpen(false)} take={settle} />
      )}
    </>
  );
};
