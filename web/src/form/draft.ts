/**
 * What has been typed and not yet sent, per person, post, case, act and object, in this window; the server keeps it too (kept.ts).
 * It lives in sessionStorage: it ends with the tab, with sign-out, and when someone else signs in. Personal data does not outlive
 * the session: a page that finds the session ended removes the fields marked x-personal.
 */
const prefix = 'draft:'

/** base: the version of it that the server had when this window last saw it. */
export interface Draft { value: unknown; personal: string[]; base?: number }
export const draftKey = (person: string, ...parts: string[]) => prefix + [person, ...parts].join(':')
/** Where the form is, alike for whoever has it open: without person and body, which the server knows. */
export const placeOf = (key: string) => key.slice(prefix.length).split(':').slice(2).join(':')

function keys(): string[] {
  return Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i) ?? '').filter((k) => k.startsWith(prefix))
}

export function saveDraft(key: string, draft: Draft): void {
  sessionStorage.setItem(key, JSON.stringify(draft))
}

export function readDraft<T>(key: string): T | null {
  const text = sessionStorage.getItem(key)
  return text ? ((JSON.parse(text) as Draft).value as T) : null
}

export const baseOf = (key: string) => (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null)?.base ?? 0

export const dropDraft = (key: string) => sessionStorage.removeItem(key)
export const clearDrafts = () => keys().forEach(dropDraft)
export const keepDraftsOnlyOf = (person: string) =>
  keys().filter((k) => !k.startsWith(`${prefix}${person}:`)).forEach(dropDraft)

/** Removes every property of the named keys, at any depth. */
export function without(value: unknown, names: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((v) => without(v, names))
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).filter(([k]) => !names.has(k)).map(([k, v]) => [k, without(v, names)]),
  )
}

export function scrubPersonal(): void {
  for (const key of keys()) {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null
    if (draft) saveDraft(key, { value: without(draft.value, new Set(draft.personal)), personal: draft.personal })
  }
}
