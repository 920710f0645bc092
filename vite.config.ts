import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The browser application is built from `src/main/web` into `dist`, which the server serves. */
export default defineConfig({
  root: 'src/main/web',
  build: { outDir: '../../../dist', emptyOutDir: true, target: 'es2022' },
  plugins: [react()],
});
