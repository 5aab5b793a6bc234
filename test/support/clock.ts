/** Tests, the fake Discord and the demonstration share one kind of clock. */
export { createVirtualClock, settle, type VirtualClock } from '../../src/virtual-clock.ts';
