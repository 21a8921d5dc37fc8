// Who is signed in, and what they may.
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Session } from "../api/client";
import { Refusal, body, client, onSessionEnd, rememberCsrf } from "../api/client";

export interface SessionState {
  session: Session | null;
  known: boolean; // false: not yet asked
  expired: boolean; // there was one, and it has ended
  begin: (session: Session) => void;
  signOut: () => Promise<void>;
  may: (permission: string) => boolean;
}

const Context = createContext<SessionState | null>(null);

export const useSession = (): SessionState => {
  const state = useContext(Context);
  if (!state) throw new Error("useSession stands inside SessionProvider");
  return state;
};

export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const [session, setSession] = useState<Session | null>(null);
  const [known, setKnown] = useState(false);
  const [expired, setExpired] = useState(false);
  const queries = useQueryClient();

  const begin = useCallback((found: Session) => {
    rememberCsrf(found.csrf);
    setSession(found);
    setExpired(false);
    setKnown(true);
  }, []);

  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      try {
        const found = await body(client.GET("/api/v1/session"));
        if (!left) begin(found);
      } catch (error) {
        if (left) return;
        if (error instanceof Refusal) setKnown(true);
        else setTimeout(() => void ask(), 1_000);
      }
    };
    void ask();
    return () => {
      left = true;
    };
  }, [begin]);

  useEffect(
    () =>
      onSessionEnd(() => {
        setExpired(true);
        setSession(null);
      }),
    [],
  );

  const state = useMemo<SessionState>(
    () => ({
      session,
      known,
      expired,
      begin,
      signOut: async () => {
        await client.DELETE("/api/v1/session");
        queries.clear();
        setSession(null);
      },
      may: (permission) => session?.permissions.includes(permission) ?? false,
    }),
    [session, known, expired, begin, queries],
  );
  return <Context.Provider value={state}>{children}</Context.Provider>;
};
