// Keys that work wherever the focus is, except while something is typed.
import { useEffect } from "react";

const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) || target.role === "application");

// `keys`: "/" or "g t" (one after the other within a second and a half).
export const useKeys = (keys: Record<string, () => void>): void => {
  useEffect(() => {
    let first = "";
    let at = 0;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
      const chord = first && Date.now() - at < 1_500 ? `${first} ${event.key}` : event.key;
      const act = keys[chord] ?? keys[event.key];
      first = event.key;
      at = Date.now();
      if (!act) return;
      first = "";
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [keys]);
};
