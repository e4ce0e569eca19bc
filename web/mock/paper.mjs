// Signed papers that come back as scans: invented, kept until the mock ends.
import { rows } from './data.mjs'

const iso = (days) => new Date(Date.now() - days * 86_400_000).toISOString()
const documentOf = (i, title, more = {}) => ({ caseId: rows[i].id, caseNumber: rows[i].number, party: rows[i].party, id: `doc-${i}${title.length}`, title, number: '', seq: 3 + i, copySeq: null, ...more })
const pageOf = (page, found, words, more = {}) => ({ page, found, words, docPage: null, docPages: null, assignable: true, boundSeq: null, aside: null, ...more })

const scanOf = () => ({
  id: '7', name: '扫描仪 2026-11-20 上午.pdf', file: 'f1', caseId: null, open: true, uploadedAt: iso(0), by: '林予安',
  pages: [
    pageOf(1, 'none', '没有识读出二维码，前面也没有可以跟随的页；请看图指定文书，或者重新扫描这一页'),
    pageOf(2, 'marked', '', { docPage: 1, docPages: 2 }), pageOf(3, 'marked', '', { docPage: 2, docPages: 2 }), pageOf(4, 'follows', '没有二维码，随前一页'),
    pageOf(5, 'marked', '', { docPage: 1, docPages: 3 }), pageOf(6, 'marked', '', { docPage: 3, docPages: 3 }),
    pageOf(7, 'replaced', '这是已被更正的旧文书，更正后另有新文书；请核对签的是哪一份', { docPage: 1, docPages: 1 }),
    pageOf(8, 'foreign', '二维码有效，但不是本机关的文书，或者该文书已不在本系统；请交还发出文书的机关', { assignable: false }),
    pageOf(9, 'marked', '', { docPage: 1, docPages: 1, boundSeq: 11 }),
  ],
  pieces: [
    { pages: [2, 3, 4], document: documentOf(0, '现场笔录'), words: '', missing: [], boundSeq: null },
    { pages: [5, 6], document: documentOf(1, '询问笔录'), words: '', missing: [2], boundSeq: null },
    { pages: [7], document: documentOf(2, '送达回证', { number: '' }), words: '这是已被更正的旧文书，更正后另有新文书；请核对签的是哪一份', missing: [], boundSeq: null },
    { pages: [9], document: documentOf(3, '当场行政处罚决定书', { number: '云市监当罚〔2026〕4号', copySeq: 11 }), words: '', missing: [], boundSeq: 11 },
  ],
})
const scan = scanOf()
const rowOf = () => ({ id: scan.id, name: scan.name, pages: scan.pages.length, left: scan.pages.filter((p) => p.boundSeq == null && p.aside == null).length, uploadedAt: scan.uploadedAt, by: scan.by })
const awaited = () => [['现场笔录', '当事人（或者见证人）和执法人员'], ['询问笔录', '被询问人和询问人'], ['送达回证', '受送达人（或者见证人）和送达人']].map(([title, signedBy], i) => ({ ...documentOf(i, title), signedBy, signedCite: '行政处罚法 第六十一条 第一款；民事诉讼法 第八十七条', issuedAt: iso(30 - i * 7) }))

export const routesOf = (page, refusal) => [
  ['GET', /^\/api\/signed-copies\/awaited$/, ({ q }) => page(awaited(), q)],
  ['GET', /^\/api\/scans$/, ({ q }) => Object.assign(scan, scanOf()) && page([rowOf(), { id: '6', name: '送达回证.jpg', pages: 1, left: 0, uploadedAt: iso(3), by: '周明远' }].filter((s) => q.get('open') !== 'true' || s.left), q)],
  ['POST', /^\/api\/scans$/, ({ name }) => {
    if (/坏/.test(name ?? '')) throw refusal(422, '不能识读', '文件损坏，读不出；请重新扫描后上传')
    return { status: 201, json: { scan, again: false } }
  }],
  ['GET', /^\/api\/scans\/([^/]+)$/, () => scan],
  ['POST', /^\/api\/scans\/([^/]+)\/bindings$/, ({ body }) => {
    for (const p of scan.pages) if (body.pages.includes(p.page)) p.boundSeq = 12
    for (const p of scan.pieces) if (p.pages.some((n) => body.pages.includes(n))) Object.assign(p, { boundSeq: 12, document: { ...p.document, copySeq: 12 } })
    return { status: 201, json: { caseId: body.caseId, document: body.document, seq: 12, repeated: false } }
  }],
  ['POST', /^\/api\/scans\/([^/]+)\/set-aside$/, ({ body }) => { for (const p of scan.pages) if (body.pages.includes(p.page)) p.aside = body.reason; return scan }],
]
