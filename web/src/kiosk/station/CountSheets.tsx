// How many: counted good, scrapped and why, good in all when it is done.
import type { FormEvent } from "react";
import { useState } from "react";
import { quantity } from "../../words/show";
import { t } from "../../words/words";
import { NumberPad } from "./NumberPad";
import { ReasonSheet } from "./ReasonSheet";
import { Sheet } from "./Sheet";
import type { Job } from "../server";

// A quantity as typed, point or comma; none when it is no quantity above `least`.
export const quantityOf = (text: string, least: number): number | null => {
  const trimmed = text.trim().replace(",", ".");
  if (!/^\d+(\.\d{1,6})?$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return value >= least ? value : null;
};

const SMALLEST = 0.000001;

interface AmountProps {
  label: string;
  text: string;
  change: (text: string) => void;
}

// The first digit takes the place of what is proposed. Tablets show no keyboard of their own over the pad.
const Amount = ({ label, text, change }: AmountProps) => {
  const [proposed, setProposed] = useState(true);
  const take = (next: string): void => {
    setProposed(false);
    change(next);
  };
  return (
    <>
      <label>
        {label}
        <input
          inputMode="none"
          value={text}
          data-first
          onFocus={(event) => event.target.select()}
          onChange={(event) => take(event.target.value)}
        />
      </label>
      <NumberPad text={proposed ? "" : text} change={take} point />
    </>
  );
};

export const CountSheet = ({ job, close, take }: { job: Job; close: () => void; take: (good: number) => void }) => {
  const [text, setText] = useState("");
  const good = quantityOf(text, SMALLEST);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (good !== null) take(good);
  };
  return (
    <Sheet title={t("kiosk.count-title", { order: job.production_order })} close={close}>
      <form onSubmit={submit}>
        <Amount label={t("kiosk.more-good")} text={text} change={setText} />
        <button type="submit" className="main" disabled={good === null}>
          {t("kiosk.take")}
        </button>
      </form>
    </Sheet>
  );
};

export const ScrapSheet = ({ job, close, take }: { job: Job; close: () => void; take: (lost: number, reason: string) => void }) => {
  const [text, setText] = useState("1");
  const lost = quantityOf(text, SMALLEST);
  return (
    <ReasonSheet
      title={t("kiosk.scrap-title", { order: job.production_order })}
      reasons={t("kiosk.scrap-reasons")}
      close={close}
      take={(reason) => lost !== null && take(lost, reason)}
    >
      <Amount label={t("kiosk.how-many-lost")} text={text} change={setText} />
      {lost === null && <p className="alarm">{t("kiosk.no-quantity")}</p>}
      <p>{t("kiosk.why")}</p>
    </ReasonSheet>
  );
};

export const DoneSheet = ({ job, close, take }: { job: Job; close: () => void; take: (good: number) => void }) => {
  const [text, setText] = useState(() => String(job.good > 0 ? job.good : Math.max(0, job.quantity - job.scrap - job.rework)));
  const good = quantityOf(text, 0);
  const missing = job.quantity - job.scrap - job.rework - (good ?? 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (good !== null) take(good);
  };
  return (
    <Sheet title={t("kiosk.done-title", { order: job.production_order })} close={close}>
      <form onSubmit={submit}>
        <Amount label={t("kiosk.good-in-all", { quantity: quantity(job.quantity) })} text={text} change={setText} />
        {good !== null && missing > 0 && <p className="pending">{t("kiosk.missing", { quantity: quantity(missing) })}</p>}
        <button type="submit" className="strong" disabled={good === null}>
          {t("kiosk.done")}
        </button>
      </form>
    </Sheet>
  );
};
