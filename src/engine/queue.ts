/** Runs the task after everything put in before it, whether that went well or not; resolves with what it gives. */
export type Queue = <T>(task: () => T | Promise<T>) => Promise<T>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => {}); // whoever waits for the task hears of it
    return done;
  };
}
