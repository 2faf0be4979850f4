import { resolve } from 'node:path';

import { defineConfig } from 'vite';

import { packed } from './scripts/build/packed.js';

// The console: src/console becomes dist/console, which the service serves at /console.
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/console'),
  base: '/console/',
  build: {
    outDir: resolve(import.meta.dirname, 'dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // What is inlined as data: would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Browsers that know the target know how to preload modules.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  plugins: [packed()],
  // `npx vite` while one works on it: the API is that of a service that runs beside it.
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
});
