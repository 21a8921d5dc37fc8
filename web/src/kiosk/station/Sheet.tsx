// A sheet over the station, closed by Escape and by its button; the keyboard stays inside it.
import type { ReactNode } from "react";
import { useId, useLayoutEffect, useRef } from "react";
import { t } from "../../words/words";

export const Sheet = ({ title, close, children }: { title: string; close: () => void; children: ReactNode }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed before it is taken away, so that the keyboard goes back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current!;
    if (!shown.open) shown.showModal();
    // Else at Close: what a badge reader sends by mistake reports nothing.
    shown.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => shown.close();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={heading} onCancel={close}>
      <header className="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" onClick={close}>
          {t("app.close")}
        </button>
      </header>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
};
