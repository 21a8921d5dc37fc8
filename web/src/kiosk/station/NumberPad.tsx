// Digits for fingers in gloves; the field itself takes the keyboard.
import { t } from "../../words/words";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface Props {
  text: string;
  change: (text: string) => void;
  point?: boolean; // for parts of a unit
}

export const NumberPad = ({ text, change, point }: Props) => (
  <div className="pad" role="group" aria-label={t("kiosk.pad")}>
    {DIGITS.map((digit) => (
      <button key={digit} type="button" onClick={() => change(text + digit)}>
        {digit}
      </button>
    ))}
    {point ? (
      <button type="button" onClick={() => change(`${text}.`)}>
        .
      </button>
    ) : (
      <button type="button" aria-label={t("kiosk.pad-clear")} onClick={() => change("")}>
        C
      </button>
    )}
    <button type="button" onClick={() => change(`${text}0`)}>
      0
    </button>
    <button type="button" aria-label={t("kiosk.pad-back")} onClick={() => change(text.slice(0, -1))}>
      ←
    </button>
  </div>
);
