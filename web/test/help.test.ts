import { describe, expect, it } from 'vitest'
import { topicOf, topics } from '../src/help/topics'
import { tours } from '../src/help/tours'
import { router } from '../src/router'

const screens = router.getRoutes().filter((r) => r.path.startsWith('/app/') && r.components && !r.redirect && !r.meta.open && r.meta.title !== '没有这个页面')

describe('help', () => {
  it('speaks of every screen', () => {
    expect(screens.length).toBeGreaterThan(50)
    expect(screens.filter((r) => !topicOf(r.path.replace(/:\w+/g, '1'))).map((r) => r.path)).toEqual([])
  })
  it('speaks of no screen that is not there', () => {
    expect(topics.filter((t) => !screens.some((r) => topicOf(r.path.replace(/:\w+/g, '1')) === t)).map((t) => t.to)).toEqual([])
  })
  it('takes the nearest topic', () => {
    expect(topicOf('/app/cases/1-7')?.title).toBe('案件')
    expect(topicOf('/app/cases')?.title).toBe('案件办理')
    expect(topicOf('/app/cases/new')?.title).toBe('立案')
  })
  it('leads on a tour to screens that are there', () => {
    const paths = screens.map((r) => r.path)
    expect(tours.flatMap((t) => t.steps).map((s) => s.to.split('?')[0]).filter((p) => !paths.includes(p!))).toEqual([])
  })
})
