import '@/lib/no-eval';
import '@/styles/tokens.css';
import '@/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app';
import { preferredLanguage, speak } from '@/lib/texts/texts';
import { show, useTheme } from '@/lib/theme/theme';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the client');
show(useTheme.getState().theme);
await speak(preferredLanguage());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
