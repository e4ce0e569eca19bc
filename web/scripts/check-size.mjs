// After `npm run build`: what a person loads before the first screen is usable (entry, shell, to-do) stays within
// 200 kB of gzipped JavaScript, index.html has nothing inline, and the lock file names no registry host.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 200 * 1024
const manifestFile = 'dist/.vite/manifest.json'
const fail = (text) => { console.error(text); process.exitCode = 1 }

if (!existsSync(manifestFile)) {
  fail('dist is missing: run `npm run build` first')
} else {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const seen = new Set()
  const walk = (key) => {
    if (seen.has(key)) return
    if (!manifest[key]) throw new Error(`no ${key} in the manifest`)
    seen.add(key)
    manifest[key].imports?.forEach(walk)
  }
  for (const key of ['index.html', 'src/shell/AppShell.vue', 'src/todo/TodoPage.vue']) walk(key)
  const bytes = (file) => gzipSync(readFileSync(`dist/${file}`)).length
  const files = [...seen].map((k) => manifest[k].file)
  const total = files.reduce((n, f) => n + bytes(f), 0)
  console.log(`first load: ${(total / 1024).toFixed(1)} kB gz of JavaScript in ${files.length} files, limit ${limit / 1024} kB`)
  if (total > limit) fail(`first load is over the limit: ${files.map((f) => `${f} ${bytes(f)}`).join(', ')}`)

  const page = readFileSync('dist/index.html', 'utf8')
  if (/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i.test(page)) fail('dist/index.html has something inline: the content security policy refuses it')
  if (/https?:\/\//.test(page)) fail('dist/index.html names another host')
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const resolved = Object.entries(lock.packages).filter(([, p]) => p.resolved).map(([name]) => name)
if (resolved.length) fail(`package-lock.json names hosts: ${resolved.slice(0, 5).join(', ')}`)
