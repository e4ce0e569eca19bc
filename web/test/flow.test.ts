import { describe, expect, it } from 'vitest'
import { chartOf } from '../src/case/flow'

describe('a flow chart put into the page', () => {
  it('keeps its text and leaves out its style sheet', () => {
    const svg = chartOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><style>@page{}</style><text>立案</text></svg>')
    expect(svg.querySelector('style')).toBeNull()
    expect(svg.textContent).toContain('立案')
  })
  it('refuses what is no picture', () => {
    expect(() => chartOf('<p>登录</p>')).toThrow('not an SVG')
  })
})
