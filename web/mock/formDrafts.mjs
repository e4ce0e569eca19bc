// What people are typing (草稿), by person and place; a page that is opened begins empty, as steps expect; a word 两个窗口 in it stands for another window that saved before.
const kept = new Map()
const now = () => new Date().toISOString()
const none = { version: 0, window: null, savedAt: null, value: null }
const others = (place) => (place.includes(':inspect:') ? [{ name: '周明远', seenAt: now() }] : [])
const view = (key, place, whole) => { const d = kept.get(key) ?? none; return { ...d, value: whole ? d.value : null, others: others(place) } }
export const routesOf = (refusal) => [
  ['GET', /^\/api\/form-drafts$/, ({ q }) => ({ ...none, others: others(q.get('place')) })],
  ['PUT', /^\/api\/form-drafts$/, ({ body, who }) => {
    const key = `${who.person.id} ${body.place}`
    const d = kept.get(key) ?? none
    if (!body.value) return view(key, body.place, false)
    if (JSON.stringify(body.value).includes('两个窗口') && d.window !== 'other') {
      const theirs = { version: d.version + 1, window: 'other', savedAt: now(), value: { ...body.value, form: { ...body.value.form, place: '云川市望湖路 8 号', findings: '另一个窗口里写的现场情况' } } }
      kept.set(key, theirs)
      throw refusal(409, '同一份草稿在另一个窗口里又保存过', '', { draft: { ...theirs, others: others(body.place) } })
    }
    kept.set(key, { version: d.version + 1, window: body.window, savedAt: now(), value: body.value })
    return view(key, body.place, false)
  }],
  ['DELETE', /^\/api\/form-drafts$/, ({ q, who }) => { kept.delete(`${who.person.id} ${q.get('place')}`); return { status: 204 } }],
]
