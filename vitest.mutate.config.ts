import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate` asks: pure, and over in milliseconds. */
export default defineConfig({
  test: {
    include: [
      'test/coach/**/*.test.ts',
      'test/contracts/rules.test.ts',
      'test/engine/{door,door-pointed,resting,spans}.test.ts',
    ],
  },
});
