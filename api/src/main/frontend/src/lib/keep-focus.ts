import { useEffect } from 'react';

/** What can have the focus in place of something in it that has gone. */
const PLACES = '[tabindex], section, article, dialog, form, main';

/**
 * Where what has the focus goes away, as a button does that was pressed once and for all, the nearest thing around it has
 * the focus, and not the page as a whole. What is disabled for a moment has it again afterwards.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    const come = ({ target }: FocusEvent) => {
      path = target instanceof Element ? [target, ...ancestorsOf(target)] : [];
    };
    const go = ({ target }: FocusEvent) => {
      // whoever leaves what is still there wants to
      queueMicrotask(() => {
        if (target === path[0] && target instanceof Element && isUsable(target)) path = [];
      });
    };
    const changes = new MutationObserver(() => {
      if (document.activeElement !== document.body || path[0] === undefined) return;
      focus(isUsable(path[0]) ? path[0] : placeAround(path));
    });
    document.addEventListener('focusin', come);
    document.addEventListener('focusout', go);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', come);
      document.removeEventListener('focusout', go);
    };
  }, []);
}

function ancestorsOf(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)];
}

function isUsable(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled');
}

/** Nothing while the thing itself is there, and only disabled. */
function placeAround(path: readonly Element[]): Element | undefined {
  return path[0]?.isConnected === true
    ? undefined
    : path.find((each) => each.isConnected && each.matches(PLACES));
}

function focus(place: Element | undefined): void {
  if (!(place instanceof HTMLElement)) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
