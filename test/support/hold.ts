/** A call that is under way until it is let go. */
export function hold(): { readonly held: () => Promise<void>; readonly letGo: () => void } {
  let letGo = () => {};
  const promise = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { held: () => promise, letGo };
}
