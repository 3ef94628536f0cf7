import { useEffect, useState } from 'react';

const CALM_MS = 200;

/** A value once it has stayed as it is for a moment, so that nothing is asked with every key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), CALM_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
