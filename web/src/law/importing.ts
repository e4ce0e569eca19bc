import * as api from '../api'
import type { ImportedFile } from '../api/types'

const MOST_FILES = 20
const MOST_BYTES = 20 * 1024 * 1024

/** Files in requests of at most 20 files and 20 MB, as the server takes them. */
export function batches(files: File[]): File[][] {
  const out: File[][] = []
  let bytes = 0
  for (const file of files) {
    const last = out.at(-1)
    if (!last || last.length >= MOST_FILES || bytes + file.size > MOST_BYTES) {
      out.push([file])
      bytes = file.size
    } else {
      last.push(file)
      bytes += file.size
    }
  }
  return out
}

export const readable = (file: { name: string }) => /\.(json|txt|docx)$/i.test(file.name) && file.name !== 'index.json'

/** Imports one request after the other; `done` is told of the files of each as they come. */
export async function bring(files: File[], fields: Record<string, string | undefined>, done: (rows: ImportedFile[]) => void): Promise<void> {
  for (const batch of batches(files)) {
    const form = new FormData()
    Object.entries(fields).forEach(([name, value]) => value && form.append(name, value))
    batch.forEach((f) => form.append('files', f, f.name))
    done((await api.library.bring(form)).files)
  }
}
