import type { Load } from '../api/work'

/** Why somebody's cases have to go to another. */
export const whyHandOver: Record<NonNullable<Load['handOver']>, string> = { left: '已离岗、调离', certificate: '执法证件无效' }
