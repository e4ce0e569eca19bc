import { get, post } from './client'

/** Shapes of the registers' parameters (登记参数). */
export interface Figure {
  name: string; topic: string; title: string; value: number; unit: string; validFrom: string; cite: string; layer: string; verified: boolean; least: number; most: number; whole: boolean
  touches: string; page: string; nextFrom: string | null; nextValue: number | null; open: number | null
}
export interface FigureVersion { validFrom: string; value: number; cite: string; layer: string; verified: boolean; document: string; reason: string; proposedBy: string | null; approvedBy: string | null; recordedAt: string }
export interface Wanted { validFrom: string; value: number; cite: string; layer: string; verified: boolean; document: string; reason: string }
export interface FigureChange { id: number; wanted: Wanted; state: string; proposedBy: string; proposedAt: string; decidedBy: string | null; decidedAt: string | null; note: string; may: string[] }
export interface FigureDetail { figure: Figure; versions: FigureVersion[]; changes: FigureChange[]; mayPropose: boolean }

type Body = Record<string, unknown>
const at = '/api/registry/parameters'

export const figures = {
  all: () => get<Figure[]>(at),
  one: (name: string) => get<FigureDetail>(`${at}/${encodeURIComponent(name)}`),
  propose: (name: string, body: Body) => post<{ id: number }>(`${at}/${encodeURIComponent(name)}/changes`, body),
  decide: (change: number, body: Body) => post<void>(`${at}/changes/${change}/decision`, body),
}
