import { csrfToken, Problem, refusal, shownFor } from './client'
import type { FileRow } from './types'

export const MAX_FILE = 50 * 1024 * 1024

/** Sends one file; progress is 0..1. fetch has no upload progress, hence XMLHttpRequest. */
export function upload(file: File, progress: (share: number) => void): { done: Promise<FileRow>; abort: () => void } {
  const request = new XMLHttpRequest()
  const done = new Promise<FileRow>((resolve, reject) => {
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total)
    request.onerror = () => reject(new Problem(0, '无法连接服务器', '文件没有传完，请重试。'))
    request.onabort = () => reject(new Problem(0, '已取消', ''))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as FileRow)
      else reject(refusal(request.status, request.responseText))
    }
    const body = new FormData()
    body.append('file', file, file.name)
    request.open('POST', '/api/files')
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken())
    for (const [name, value] of Object.entries(shownFor())) request.setRequestHeader(name, value)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.send(body)
  })
  return { done, abort: () => request.abort() }
}
