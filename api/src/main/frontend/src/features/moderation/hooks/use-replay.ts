import { useEffect, useState } from 'react';

/** How long each event is shown while it plays by itself. */
const STEP_MS = 1200;

export interface ReplayState {
  /** of the event that is shown, in the history */
  place: number;
  /** place of the newest event */
  last: number;
  playing: boolean;
  go: (place: number) => void;
  play: (playing: boolean) => void;
}

/** Where one is in a history. */
export function useReplay(beginning: number, last: number): ReplayState {
  const [place, setPlace] = useState(beginning);
  const [wanted, setWanted] = useState(false);
  const playing = wanted && place < last;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => setPlace(place + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, place]);
  return {
    place,
    last,
    playing,
    go: (to) => {
      setWanted(false);
      setPlace(Math.max(0, Math.min(last, to)));
    },
    play: (on) => {
      // from its beginning, once it has come to its end
      if (on && place === last) setPlace(0);
      setWanted(on);
    },
  };
}
