// Why: one tap on a reason that is common, or words of one's own.
import type { FormEvent, ReactNode } from "react";
import { useState } from "react";
import { t } from "../../words/words";
import { Sheet } from "./Sheet";

interface Props {
  title: string;
  reasons: string; // `;` between them
  close: () => void;
  take: (reason: string) => void;
  children?: ReactNode;
}

export const ReasonSheet = ({ title, reasons, close, take, children }: Props) => {
  const [own, setOwn] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (own.trim() !== "") take(own.trim());
  };
  return (
    <Sheet title={title} close={close}>
      {children}
      <div className="choices" role="group" aria-label={t("kiosk.why")}>
        {reasons.split(";").map((reason) => (
          <button key={reason} type="button" onClick={() => take(reason)}>
            {reason}
          </button>
        ))}
      </div>
      <form className="own" onSubmit={submit}>
        <label>
          {t("kiosk.own-reason")}
          <input value={own} onChange={(event) => setOwn(event.target.value)} />
        </label>
        <button type="submit" disabled={own.trim() === ""}>
          {t("kiosk.take")}
        </button>
      </form>
    </Sheet>
  );
};
