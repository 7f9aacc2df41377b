import { createContext, useContext } from "react";
import { type StoreApi, useStore } from "zustand";
import { type Live, useLive } from "@/shared/live/store";

/** A store that tells of the plant: the live one, or one that holds a time of the past. */
export type TwinStore = StoreApi<Live>;

/** Which telling a part of the screen shows; live unless something above says otherwise. */
export const TwinTold = createContext<TwinStore>(useLive);

export function useTwinStore(): TwinStore {
  return useContext(TwinTold);
}

/** Reads the twin as it is told here, live or past. */
export function useTwin<T>(selector: (twin: Live) => T): T {
  return useStore(useContext(TwinTold), selector);
}
