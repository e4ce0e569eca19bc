// The walk, chapter by chapter: who does what, in the words of the screen.
import { closing } from './closing.mjs'
import { investigation } from './investigation.mjs'
import { notice } from './notice.mjs'
import { administrators, supervision } from './overseers.mjs'
import { publicity } from './publicity.mjs'
import { registers } from './registers.mjs'
import { summary } from './summary.mjs'

/** Two strands that need nothing of each other, walked at the same time. */
export const strands = [
  [
    ['普通程序：案源、立案、调查取证', investigation],
    ['普通程序：审核、告知、听证、决定', notice],
    ['普通程序：送达、缴款、结案、归档', closing],
    ['公示：脱敏、审核、公众查询', publicity],
    ['监督', supervision],
  ],
  [
    ['基础登记：执法证、放假安排', registers],
    ['简易程序：当场处罚到归档', summary],
    ['安全管理、审计', administrators],
  ],
]
