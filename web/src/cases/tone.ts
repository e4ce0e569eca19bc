import type { Tone } from '../shared/due'

/** A colour is only an aid beside the word; an unknown stage is indigo. */
const tones: Record<string, Tone> = { 审核: 'violet', 法制审核: 'violet', 决定: 'pine', 送达: 'pine', 执行: 'pine', 结案: 'grey', 立案: 'grey' }
export const stageTone = (stage: string): Tone => tones[stage] ?? 'indigo'
