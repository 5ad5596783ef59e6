import { defineConfig } from 'vitest/config';

/** Embedded databases take seconds to open, and machines are busy. */
export default defineConfig({ test: { hookTimeout: 120_000, testTimeout: 60_000 } });
