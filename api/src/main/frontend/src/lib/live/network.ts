/** How often it is looked whether the machine was asleep, after which a connection is gone without a word. */
const LOOK_MS = 10_000;
const ASLEEP_MS = 45_000;

/** Calls back once the network is known to be away, or the machine was asleep. @returns ends it */
export function watchNetwork(onAway: () => void): () => void {
  let seen = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - seen > ASLEEP_MS) onAway();
    seen = Date.now();
  }, LOOK_MS);
  window.addEventListener('offline', onAway);
  return () => {
    clearInterval(timer);
    window.removeEventListener('offline', onAway);
  };
}
