// How it stands with the network, and with what was reported: what waits, what waits for a PIN, what was refused, and what
// contradicts what is known. Nothing goes away before somebody has seen it.
import { moment } from "../../words/show";
import { t } from "../../words/words";
import type { Kiosk, View } from "../kiosk";
import { waits } from "../reports";
import type { Report } from "../reports";
import type { Screen } from "../server";
import { Settle } from "./Settle";

const time = (at: number): string => new Date(at).toTimeString().slice(0, 5);

// "offline since 09:14: 3 reports wait", "sending 2 reports".
const lineOf = (waiting: number, offlineSince: number | null): string => {
  const count = { count: waiting };
  if (offlineSince !== null) {
    const since = { ...count, time: time(offlineSince) };
    if (waiting === 0) return t("kiosk.offline", since);
    return waiting === 1 ? t("kiosk.offline-waits-one", since) : t("kiosk.offline-waits", since);
  }
  return waiting === 1 ? t("kiosk.sending-one") : t("kiosk.sending", count);
};

interface Owed {
  badge: string;
  name: string;
  count: number;
}

const byBadge = (reports: Report[]): Owed[] => {
  const all = new Map<string, Owed>();
  for (const { badge, name } of reports) all.set(badge, { badge, name, count: (all.get(badge)?.count ?? 0) + 1 });
  return [...all.values()];
};

interface Props {
  kiosk: Kiosk;
  view: View;
  screen: Screen;
  keeps: boolean;
  vouch: (badge: string) => void;
}

export const Bar = ({ kiosk, view, screen, keeps, vouch }: Props) => {
  const waiting = view.reports.filter(waits);
  const offline = view.offlineSince !== null;
  const owed = offline ? [] : waiting.filter((report) => report.session === null);
  const sending = waiting.length - owed.length;
  return (
    <div className="bars">
      <div role="status" aria-live="polite">
        {(offline || sending > 0) && (
          <p className={offline ? "bar pending" : "bar"}>
            {offline ? "○ " : "◐ "}
            {lineOf(offline ? waiting.length : sending, view.offlineSince)}
          </p>
        )}
        {!keeps && <p className="bar alarm">{t("kiosk.keeps-nothing")}</p>}
        {byBadge(owed).map(({ badge, name, count }) => (
          <p key={badge} className="bar pending">
            {count === 1 ? t("kiosk.owed-one", { name }) : t("kiosk.owed", { name, count })}
            <button type="button" onClick={() => vouch(badge)}>
              {t("kiosk.enter-pin")}
            </button>
          </p>
        ))}
      </div>
      {view.reports
        .filter((report) => !waits(report))
        .map((report) => (
          <Refusal key={report.place} kiosk={kiosk} report={report} />
        ))}
      {screen.conflicts.length > 0 && (
        <details className="bar pending">
          <summary>
            {screen.conflicts.length === 1 ? t("kiosk.conflict") : t("kiosk.conflicts", { count: screen.conflicts.length })}
          </summary>
          <ul>
            {screen.conflicts.map((conflict) => (
              <li key={conflict.id}>
                <strong>
                  {conflict.production_order} {moment(conflict.at)}
                </strong>{" "}
                {conflict.text} <span className="soft">{conflict.way_out}</span>
                <Settle kiosk={kiosk} person={view.person} conflict={conflict} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const Refusal = ({ kiosk, report }: { kiosk: Kiosk; report: Report }) => (
  <p role="alert" className="bar alarm">
    <span>
      <strong>
        × {t("kiosk.refused", { what: report.words, name: report.name })} {report.problem!.message}.
      </strong>{" "}
      {report.problem!.wayOut}
    </span>
    <button type="button" onClick={() => void kiosk.dismiss(report)}>
      {t("kiosk.understood")}
    </button>
  </p>
);
