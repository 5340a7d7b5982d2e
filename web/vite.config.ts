import { defineConfig } from "vite";

// The built app goes into the Python package, which serves it; nothing is inlined, so that the page's policy can
// forbid inline scripts, styles and fonts.
export default defineConfig({
  build: {
    outDir: "../src/reportedly/server/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2022",
  },
  server: { proxy: { "/api": "http://127.0.0.1:8017" } },
});
