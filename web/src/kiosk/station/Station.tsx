// The station: who is at it, what runs and what is next, help; and how it stands with the network.
import { useState } from "react";
import { t } from "../../words/words";
import { Appearance } from "../Appearance";
import { Bar } from "./Bar";
import { Calls } from "./Calls";
import { Jobs } from "./Jobs";
import type { Kiosk, Person, View } from "../kiosk";
import type { Screen } from "../server";
import { Sheet } from "./Sheet";
import { SignIn } from "./SignIn";
import { Units } from "./Units";

interface Props {
  kiosk: Kiosk;
  view: View;
  screen: Screen;
  keeps: boolean;
}

export const Station = ({ kiosk, view, screen, keeps }: Props) => {
  const [vouching, setVouching] = useState<string | null>(null);
  const { person } = view;
  const offline = view.offlineSince !== null;
  return (
    <>
      <header className="head">
        <h1>{screen.station.name}</h1>
        {person && <Who person={person} kiosk={kiosk} />}
        <Appearance />
      </header>
      <Bar kiosk={kiosk} view={view} screen={screen} keeps={keeps} vouch={setVouching} />
      <main className={person ? "floor" : "floor signing"}>
        {!person && (
          <section className="card" aria-label={t("kiosk.sign-in")}>
            <h2>{t("kiosk.who")}</h2>
            <SignIn kiosk={kiosk} offline={offline} />
          </section>
        )}
        <div className="work">
          {!screen.planned && <p className="soft">{t("kiosk.no-plan")}</p>}
          <Jobs kiosk={kiosk} screen={screen} person={person} />
        </div>
        <aside className="beside">
          <Calls kiosk={kiosk} screen={screen} person={person} />
          <Units kiosk={kiosk} screen={screen} person={person} />
          {screen.station.work_centre && (
            <a className="wall-link" href={`/kiosk/wall/${encodeURIComponent(screen.station.work_centre)}`}>
              {t("kiosk.wall")}
            </a>
          )}
        </aside>
      </main>
      {vouching !== null && (
        <Sheet title={t("kiosk.vouch")} close={() => setVouching(null)}>
          <SignIn kiosk={kiosk} offline={offline} badge={vouching} done={() => setVouching(null)} />
        </Sheet>
      )}
    </>
  );
};

const Who = ({ person, kiosk }: { person: Person; kiosk: Kiosk }) => (
  <div className="who">
    <span>
      {person.name}
      {person.session === null && <span className="pending"> {t("kiosk.by-badge")}</span>}
    </span>
    <button type="button" onClick={() => void kiosk.signOut()}>
      {t("kiosk.change")}
    </button>
  </div>
);
