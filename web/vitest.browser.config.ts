import { defineConfig } from "vitest/config";

// These tests drive a real browser against a running desk: DESK names its address, CHROMIUM the browser's file.
export default defineConfig({
  test: { include: ["browser/**/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
