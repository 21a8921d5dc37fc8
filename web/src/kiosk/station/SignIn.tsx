// Badge and PIN. A reader types the badge and Enter. Without a network the badge alone will do for those who were here
// before; what they report waits for their PIN.
import type { FormEvent } from "react";
import { useRef, useState } from "react";
import { t } from "../../words/words";
import type { Kiosk } from "../kiosk";
import { NumberPad } from "./NumberPad";
import { Offline, Refused } from "../server";

interface Trouble {
  message: string;
  wayOut: string;
}

const troubleOf = (error: unknown): Trouble => {
  if (error instanceof Refused) return { message: error.message, wayOut: error.wayOut };
  if (error instanceof Offline) return { message: t("kiosk.offline-unknown"), wayOut: t("kiosk.offline-unknown-way") };
  return { message: String(error), wayOut: "" };
};

export const SignIn = ({ kiosk, offline, badge: given, done }: { kiosk: Kiosk; offline: boolean; badge?: string; done?: () => void }) => {
  const [badge, setBadge] = useState(given ?? "");
  const [pin, setPin] = useState("");
  const [inPin, setInPin] = useState(given !== undefined);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const pinField = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!offline && pin === "") return pinField.current?.focus();
    setBusy(true);
    setTrouble(null);
    try {
      await kiosk.signIn(badge.trim(), pin);
      done?.();
    } catch (error) {
      setTrouble(troubleOf(error));
      setPin("");
      setBusy(false);
      pinField.current?.focus();
    }
  };

  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)} autoComplete="off">
      <label>
        {t("kiosk.badge")}
        <input
          value={badge}
          autoFocus={given === undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onFocus={() => setInPin(false)}
          onChange={(event) => setBadge(event.target.value)}
        />
      </label>
      <label>
        {t("kiosk.pin")}
        <input
          ref={pinField}
          type="password"
          inputMode="none"
          autoComplete="off"
          data-first
          value={pin}
          onFocus={() => setInPin(true)}
          onChange={(event) => setPin(event.target.value)}
        />
      </label>
      {offline && <p className="soft">{t("kiosk.offline-badge")}</p>}
      {trouble && (
        <p role="alert" className="bar alarm">
          <strong>{trouble.message}.</strong> {trouble.wayOut}
        </p>
      )}
      <NumberPad text={inPin ? pin : badge} change={inPin ? setPin : setBadge} />
      <button type="submit" className="main" disabled={busy || badge.trim() === ""}>
        {t("kiosk.sign-in")}
      </button>
    </form>
  );
};
