import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { Notice } from '@/components/ui/notice';
import { useHasRole } from '@/lib/session/session-store';
import type { Role } from '@/lib/session/token';
import { useTexts } from '@/lib/texts/texts';

interface OnlyForProps {
  roles: readonly Role[];
  /** of the page that is shown to others */
  title: string;
  children: ReactNode;
}

/** Shows something to people with one of these roles, and tells others that it is not for them. */
export function OnlyFor({ roles, title, children }: OnlyForProps) {
  const texts = useTexts();
  if (useHasRole(...roles)) return children;
  return (
    <Page title={title}>
      <Notice tone="danger">{texts.problems.rules.forbidden}</Notice>
    </Page>
  );
}
