import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'

const api = 'http://127.0.0.1:18083'

export default defineConfig({
  plugins: [vue()],
  build: {
    target: 'chrome87',
    cssTarget: 'chrome87',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 18084, strictPort: true, proxy: { '/api': api, '/public': api } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
})
