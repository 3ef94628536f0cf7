import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PastEvent } from '@/features/moderation/types/history';

/** How long each event is shown while it plays by itself. */
const STEP_MS = 1200;

interface ReplayState {
  /** index of the event that is shown */
  place: number;
  playing: boolean;
  go: (place: number) => void;
  play: (playing: boolean) => void;
}

/** Where one is in a history. It begins at the event that the address names by its position in the log, or the last. */
export function useReplay(events: readonly PastEvent[]): ReplayState {
  const [asked] = useSearchParams();
  const [place, setPlace] = useState(() => beginning(events, asked.get('at')));
  const [wanted, setWanted] = useState(false);
  const last = events.length - 1;
  const playing = wanted && place < last;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => setPlace(place + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, place]);
  return {
    place,
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

function beginning(events: readonly PastEvent[], at: string | null): number {
  if (at === null) return events.length - 1;
  const found = events.findLastIndex((event) => event.position <= Number(at));
  return Math.max(0, found);
}
