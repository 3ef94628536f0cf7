import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** How far down one was in this window at each location that the browser's history has, by their keys and paths. */
const kept = new Map<string, number>();

/** What comes later moves a page for so long after one has come to it. */
const MOVES_MS = 3_000;

/** By these one scrolls oneself. */
const OWN = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls what is around the pages: to its beginning where one comes to another page, to what the address names behind its
 * `#`, and where one goes back to where one was, also if that is there only a moment later.
 *
 * @returns what is around the pages
 */
export function useScroll(): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null);
  const { key, hash, pathname } = useLocation();
  // what the browser has brought about itself has no key of its own
  const here = key + pathname;
  const isBack = useNavigationType() === NavigationType.Pop;
  const shown = useRef(pathname);
  useLayoutEffect(() => {
    const element = frame.current;
    const isOther = shown.current !== pathname;
    shown.current = pathname;
    if (element === null) return;
    const place = isBack ? kept.get(here) : undefined;
    const named = hash.slice(1);
    if (place === undefined && named === '') {
      if (isOther) element.scrollTop = 0;
      return;
    }
    const go = () => {
      if (place === undefined) document.getElementById(named)?.scrollIntoView();
      else element.scrollTop = place;
    };
    go();
    return whileItMoves(element, go);
  }, [here, hash, pathname, isBack]);
  useEffect(() => {
    const element = frame.current;
    const keep = () => kept.set(here, element?.scrollTop ?? 0);
    element?.addEventListener('scroll', keep, { passive: true });
    return () => element?.removeEventListener('scroll', keep);
  }, [here]);
  return frame;
}

/** @return ends it */
function whileItMoves(element: HTMLElement, go: () => void): () => void {
  const changes = new MutationObserver(go);
  const end = () => {
    changes.disconnect();
    clearTimeout(timer);
    OWN.forEach((event) => element.removeEventListener(event, end));
  };
  const timer = setTimeout(end, MOVES_MS);
  OWN.forEach((event) => element.addEventListener(event, end, { passive: true }));
  changes.observe(element, { childList: true, subtree: true });
  return end;
}
