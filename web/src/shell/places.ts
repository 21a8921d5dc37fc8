// The screens, their places and the keys that lead there.
import type { Word } from "../words/words";

export interface Place {
  path: string; // below the plant
  word: Word;
  key: string; // after g
}

export const PLACES: Place[] = [
  { path: "today", word: "nav.today", key: "t" },
  { path: "board", word: "nav.board", key: "b" },
  { path: "orders", word: "nav.orders", key: "o" },
  { path: "supply", word: "nav.supply", key: "s" },
  { path: "decide", word: "nav.decide", key: "d" },
  { path: "capacity", word: "nav.capacity", key: "c" },
  { path: "data", word: "nav.data", key: "m" },
  { path: "inbox", word: "nav.inbox", key: "i" },
];

export const placeOf = (plant: string, path: string): string => `/${encodeURIComponent(plant)}/${path}`;
export const orderPlace = (plant: string, order: string): string => placeOf(plant, `orders/${encodeURIComponent(order)}`);
