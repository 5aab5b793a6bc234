import type { Platform, PlatformListener } from '../../../src/ports/platform.ts';

/** A platform that stays connected while one Nod behind it stops and the next starts: logging in is what takes time. */
export interface LastingPlatform extends Platform {
  /** The real end of it. */
  disconnect(): Promise<void>;
}

export function createLastingPlatform(real: Platform): LastingPlatform {
  let listener: PlatformListener | undefined;
  let isConnected = false;
  const current = () => {
    if (listener === undefined) throw new Error('Nobody listens.');
    return listener;
  };
  const forward: PlatformListener = {
    heard: (...happened) => listener?.heard(...happened),
    ready: () => listener?.ready(),
    away: () => listener?.away(),
    lost: (channel) => listener?.lost(channel),
    asked: (command, ask) => current().asked(command, ask),
    pressed: (command, press) => current().pressed(command, press),
  };
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
