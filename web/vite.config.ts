import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `vite` in development sends the API's requests: a running `groundswell serve`. */
const API = process.env.GROUNDSWELL_API ?? 'http://127.0.0.1:7317'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Small files stay files: the security policy of the server knows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_100,
  },
  server: { proxy: { '/api': { target: API, changeOrigin: true }, '/openapi.json': API } },
})
