import type { Platform, PlatformListener } from '../../../src/ports/platform.ts';

/** A platform that stays connected while one Nod behind it stops and the next starts: logging in is what takes time. */
export interface LastingPlatform extends Platform {
  /** The real end of it. */
  disconnect(): Promise<void>;
}

export function createLastingPlatform(real: Platform): LastingPlatform {
  let listener: PlatformListener | undefined;
  let isConnected = false;
  // Whatever is told goes to the Nod that runs now; between two there is nobody to tell.
  const forward = new Proxy({} as PlatformListener, {
    get: (_, name) => listener?.[name as keyof PlatformListener] ?? (() => {}),
  });
  return {
    ...real,
    async start(next) {
      listener = next;
      if (isConnected) next.ready();
      else await real.start(forward);
      isConnected = true;
    },
    async stop() {
      listener = undefined;
    },
    disconnect: () => real.stop(),
  };
}
