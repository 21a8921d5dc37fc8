// The eight readiness lamps in their fixed order: ● ready, ◐ ready on a date, ○ blocked. Focus or hover names each.
import { Tooltip } from "@mantine/core";

const NAMES = ["material", "people", "machine", "tool", "document", "quality", "paperwork", "money"];
const SHAPES: Record<string, string> = { ready: "●", "on date": "◐", blocked: "○" };
const KINDS: Record<string, string> = { ready: "soft", "on date": "pending", blocked: "alarm" };

export interface Lamp {
  state: string;
  words: string;
}

export const Lamps = ({ lamps }: { lamps: Lamp[] }) => {
  if (lamps.length === 0) return null;
  const open = lamps.map((lamp, at) => ({ ...lamp, name: NAMES[at]! })).filter((lamp) => lamp.state !== "ready");
  const words = open.length === 0 ? "all ready" : open.map((lamp) => `${lamp.name} ${lamp.words}`).join("; ");
  return (
    <Tooltip label={words} multiline maw={360}>
      <span className="lamps" tabIndex={0} role="img" aria-label={words}>
        {lamps.map((lamp, at) => (
          <span key={NAMES[at]} className={KINDS[lamp.state] ?? "soft"} aria-hidden>
            {SHAPES[lamp.state] ?? "●"}
          </span>
        ))}
      </span>
    </Tooltip>
  );
};

// The digits of the board as lamps (0 ready, 1 on a date, 2 blocked).
export const lampsOfDigits = (digits: string): Lamp[] =>
  [...digits].map((digit) => {
    const state = digit === "0" ? "ready" : digit === "1" ? "on date" : "blocked";
    return { state, words: state };
  });
