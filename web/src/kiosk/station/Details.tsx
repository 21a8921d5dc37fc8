// What to do and what with: kept with the queue, so that it is there without a network.
import { duration, moment, quantity } from "../../words/show";
import { t } from "../../words/words";
import { titleOf } from "../titles";
import { Sheet } from "./Sheet";
import type { Job, Screen } from "../server";

type Kit = Job["kit"][number];

const placeOf = (part: Kit["parts"][number], line: Kit): string =>
  [part.item === line.item ? "" : part.item, part.lot, quantity(part.quantity), part.location && t("kiosk.at", { place: part.location })]
    .filter(Boolean)
    .join(" ");

export const Details = ({ job, screen, close }: { job: Job; screen: Screen; close: () => void }) => (
  <Sheet title={titleOf(job, screen)} close={close}>
    <dl className="facts">
      <dt>{t("kiosk.order")}</dt>
      <dd>
        {job.production_order}/{job.operation}
      </dd>
      <dt>{t("kiosk.quantity")}</dt>
      <dd>{quantity(job.quantity)}</dd>
      <dt>{t("kiosk.for")}</dt>
      <dd>{job.for_order || t("app.for-stock")}</dd>
      <dt>{t("kiosk.unit")}</dt>
      <dd>{job.work_unit}</dd>
      <dt>{t("kiosk.people")}</dt>
      <dd>{job.people.split(";").filter(Boolean).map((id) => screen.people[id] ?? id).join(", ") || t("app.none")}</dd>
      <dt>{t("kiosk.planned")}</dt>
      <dd>{moment(job.start)}</dd>
      <dt>{t("kiosk.times")}</dt>
      <dd>{t("kiosk.setup-run", { setup: duration(job.setup_seconds), run: duration(job.run_seconds) })}</dd>
      <dt>{t("kiosk.why")}</dt>
      <dd>{job.why}</dd>
    </dl>
    <h3>{t("kiosk.kit")}</h3>
    {job.kit.length === 0 && <p className="soft">{t("kiosk.no-kit")}</p>}
    <ul className="kit">
      {job.kit.map((line) => (
        <li key={line.item}>
          <strong>
            {quantity(line.need)} {line.unit} {screen.items[line.item] ?? line.item}
          </strong>
          <span className="soft"> {line.parts.map((part) => placeOf(part, line)).join("; ")}</span>
          {line.missing > 0 && (
            <span className="alarm"> × {t("kiosk.kit-missing", { quantity: quantity(line.missing), unit: line.unit })}</span>
          )}
        </li>
      ))}
    </ul>
  </Sheet>
);
