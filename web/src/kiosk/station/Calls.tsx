// Call help: what about, what is the matter; and the calls that are open here.
import { useState } from "react";
import { clock } from "../../words/show";
import { t } from "../../words/words";
import type { Kiosk, Person } from "../kiosk";
import { may } from "./may";
import type { Call, Screen } from "../server";
import { Sheet } from "./Sheet";

const TOPICS = ["material", "quality", "machine", "help", "safety"] as const;
type Topic = (typeof TOPICS)[number];

interface Props {
  kiosk: Kiosk;
  screen: Screen;
  person: Person | null;
}

export const Calls = ({ kiosk, screen, person }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <section className="calls" aria-label={t("kiosk.calls")}>
      {may(person, "call") && (
        <button type="button" className="help" onClick={() => setOpen(true)}>
          {t("kiosk.help")}
        </button>
      )}
      {screen.calls.map((call) => (
        <OpenCall key={call.id} kiosk={kiosk} call={call} mine={may(person, "call")} />
      ))}
      {open && <HelpSheet kiosk={kiosk} screen={screen} close={() => setOpen(false)} />}
    </section>
  );
};

const OpenCall = ({ kiosk, call, mine }: { kiosk: Kiosk; call: Call; mine: boolean }) => (
  <div className="bar alarm">
    <span>
      <strong>
        × {t(`kiosk.topic.${call.topic}`)} {call.work_unit}
      </strong>{" "}
      {call.note} {t("kiosk.since", { time: clock(call.raised) })}{" "}
      {call.acknowledged_by ? t("kiosk.comes", { who: call.acknowledged_by }) : t("kiosk.nobody-comes")}
    </span>
    {mine && (
      <button
        type="button"
        onClick={() => void kiosk.report("andon.resolved", { andon: call.id }, t("kiosk.said-resolved"))}
      >
        {t("kiosk.resolved")}
      </button>
    )}
  </div>
);

const HelpSheet = ({ kiosk, screen, close }: { kiosk: Kiosk; screen: Screen; close: () => void }) => {
  const [unit, setUnit] = useState(screen.units[0]?.id ?? "");
  const [note, setNote] = useState("");
  const [stop, setStop] = useState(false);
  const call = (topic: Topic): void => {
    const what = t(`kiosk.topic.${topic}`);
    const fields = { topic, work_unit: unit, ...(note.trim() ? { note: note.trim() } : {}), ...(stop ? { stop } : {}) };
    void kiosk.report("andon.raised", fields, t("kiosk.said-called", { topic: what }));
    close();
  };
  return (
    <Sheet title={t("kiosk.help-title")} close={close}>
      {screen.units.length > 1 && (
        <label>
          {t("kiosk.at-unit")}
          <select value={unit} onChange={(event) => setUnit(event.target.value)}>
            {screen.units.map((each) => (
              <option key={each.id} value={each.id}>
                {each.id} {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t("kiosk.note")}
        <input value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <label className="check">
        <input type="checkbox" checked={stop} onChange={(event) => setStop(event.target.checked)} />
        {t("kiosk.stop")}
      </label>
      <div className="choices" role="group" aria-label={t("kiosk.help-about")}>
        {TOPICS.map((topic) => (
          <button key={topic} type="button" className={topic === "safety" ? "help" : ""} onClick={() => call(topic)}>
            {t(`kiosk.topic.${topic}`)}
          </button>
        ))}
      </div>
    </Sheet>
  );
};
