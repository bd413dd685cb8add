import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Development needs inline scripts for hot reload, so the strict policy is written into the built page only. */
function strictPolicy(): Plugin {
  const tag = {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
    injectTo: 'head-prepend' as const,
  }
  return { name: 'strict-policy', apply: 'build', transformIndexHtml: () => [tag] }
}

/** The service worker is built apart: one classic-free module file with a fixed name beside index.html. */
const serviceBuild = {
  emptyOutDir: false,
  copyPublicDir: false,
  rollupOptions: {
    input: { 'service-worker': resolve(import.meta.dirname, 'src/service/main.ts') },
    output: { entryFileNames: '[name].js', codeSplitting: false },
  },
}

export default defineConfig(({ mode }) => ({
  base: './',
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  plugins: [react(), strictPolicy()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
    ...(mode === 'service' ? serviceBuild : {}),
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
  },
}))
