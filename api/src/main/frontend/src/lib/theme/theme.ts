import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'parley.theme';

interface Looks {
  theme: Theme;
  choose: (theme: Theme) => void;
}

/** Light or dark, or what the system asks for. It is an attribute of the document; the colours are in tokens.css. */
export const useTheme = create<Looks>()((set) => ({
  theme: THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system',
  choose: (theme) => {
    localStorage.setItem(KEY, theme);
    show(theme);
    set({ theme });
  },
}));

export function show(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}
