import { shallowRef } from 'vue'
import * as api from '../api'
import type { CalendarYear, MovedRow, MovesFound } from '../api'
import { useLoad } from '../shared/load'

export interface Moves { examined: number; unread: number; cases: number; rows: MovedRow[]; done: boolean }
const none: Moves = { examined: 0, unread: 0, cases: 0, rows: [], done: false }

/** Adds what was found among further cases; one row an agency, act and owner. */
export function added(before: Moves, found: MovesFound): Moves {
  const rows = new Map(before.rows.map((r) => [rowKey(r), r]))
  for (const r of found.moved) {
    const had = rows.get(rowKey(r))
    rows.set(rowKey(r), !had ? r : { ...r, count: had.count + r.count, settled: had.settled + r.settled, ...shifts([had, r].filter((x) => x.count)) })
  }
  return { examined: before.examined + found.examined, unread: before.unread + found.unread, cases: before.cases + found.cases, rows: [...rows.values()], done: !found.next }
}
export const rowKey = (r: MovedRow): string => `${r.agency}\n${r.act}\n${r.owedBy}`
const shifts = (rows: MovedRow[]) => rows.length ? { earliest: Math.min(...rows.map((r) => r.earliest)), latest: Math.max(...rows.map((r) => r.latest)) } : { earliest: 0, latest: 0 }

/** -2, 4 → 提前 2 日至推迟 4 日 */
export function shiftText(earliest: number, latest: number): string {
  const said = (n: number): string => (n < 0 ? `提前 ${-n} 日` : `推迟 ${n} 日`)
  return !earliest && !latest ? '不变' : earliest === latest ? said(latest) : `${said(earliest)}至${said(latest)}`
}

/** Goes through all running cases, some hundred at a time, until done or stopped. */
export function useMoves() {
  const moves = shallowRef<Moves>(none)
  let asked: { year: number; holidays?: CalendarYear['holidays'] }
  let turn = 0
  const { problem, loading, load } = useLoad(async () => {
    const mine = ++turn
    moves.value = none
    let after: string | undefined
    do {
      const found = await api.calendar.preview({ ...asked, after })
      if (mine !== turn) return
      moves.value = added(moves.value, found)
      after = found.next ?? undefined
    } while (after)
  })
  const look = (year: number, holidays?: CalendarYear['holidays']): Promise<void> => { asked = { year, holidays }; return load() }
  const forget = (): void => { turn++; moves.value = none }
  return { moves, problem, loading, look, forget }
}
